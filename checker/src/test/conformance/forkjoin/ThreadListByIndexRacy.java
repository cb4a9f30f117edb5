package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;

/*
 * As ThreadListByIndex, but not all are waited for.
 * Verdict: derived; data races.
 */
public class ThreadListByIndexRacy {
    String butLast(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            texts.add(text);
            Thread thread = new Thread(() -> text.append("done"));
            threads.add(thread);
            thread.start();
        }
        for (int i = 0; i < threads.size() - 1; i++) {
            threads.get(i).join();
        }
        return texts.toString(); //! use.after.move
    }

    String first(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            texts.add(text);
            Thread thread = new Thread(() -> text.append("done"));
            threads.add(thread);
            thread.start();
        }
        for (int i = 0; i < n; i++) {
            threads.get(0).join();
        }
        return texts.toString(); //! use.after.move
    }

    String removed(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            texts.add(text);
            Thread thread = new Thread(() -> text.append("done"));
            threads.add(thread);
            thread.start();
        }
        threads.remove(0);
        for (int i = 0; i < threads.size(); i++) {
            threads.get(i).join();
        }
        return texts.toString(); //! use.after.move
    }

    String conditional(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            StringBuilder text = new StringBuilder();
            texts.add(text);
            Thread thread = new Thread(() -> text.append("done"));
            threads.add(thread);
            thread.start();
        }
        for (int i = 0; i < threads.size(); i++) {
            if (i % 2 == 0) {
                threads.get(i).join();
            }
        }
        return texts.toString(); //! use.after.move
    }
}
