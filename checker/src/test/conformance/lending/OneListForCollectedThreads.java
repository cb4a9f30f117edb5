package spec.lending;

import java.util.ArrayList;
import java.util.List;

/*
 * All the collected threads fill one list.
 * Verdict: derived; a data race on the list.
 */
public class OneListForCollectedThreads {
    int run(List<String> names) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (String name : names) {
            Thread thread = new Thread(() -> all.add(name)); //| use.after.move
            threads.add(thread);
            thread.start(); //! use.after.move
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return all.size();
    }
}
