package own.flow;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;

/*
 * A walk gives the elements of a list away, one by one. The list itself stays: it may be counted and emptied, but its elements are gone.
 * Whether the elements share anything is a residual check, a note.
 */
class ElementsLeaveOutlineStays {
    int counted(BlockingQueue<int[]> queue, List<int[]> all) throws InterruptedException {
        for (int[] one : all) {
            queue.put(one); //~
        }
        return all.size();
    }

    void emptied(Executor pool, List<Runnable> tasks) {
        for (Runnable task : tasks) {
            pool.execute(task); //~
        }
        if (!tasks.isEmpty()) {
            tasks.clear();
        }
    }

    int lookedInto(BlockingQueue<int[]> queue, List<int[]> all) throws InterruptedException {
        for (int[] one : all) {
            queue.put(one); //~
        }
        return all.get(0)[0]; //! use.after.move
    }

    void theElementIsAListItself(BlockingQueue<List<String>> queue, List<List<String>> all) throws InterruptedException {
        for (List<String> one : all) {
            List<String> same = one;
            queue.put(one); //~
            same.clear(); //! use.after.move
        }
    }

    void walkedItself(BlockingQueue<List<String>> queue, List<List<String>> all) throws InterruptedException {
        for (List<String> one : all) {
            for (String text : one) {
                System.out.println(text);
            }
            queue.put(one); //~
            one.clear(); //! use.after.move
        }
    }

    void shownAsText(BlockingQueue<List<String>> queue, List<List<String>> all) throws InterruptedException {
        for (List<String> one : all) {
            queue.put(one); //~
        }
        System.out.println(all); //! use.after.move
    }
}
