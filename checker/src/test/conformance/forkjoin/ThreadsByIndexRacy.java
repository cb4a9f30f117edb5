package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;

/*
 * As ThreadsByIndex, but some of the threads are not waited for.
 * Verdict: derived; data races.
 */
public class ThreadsByIndexRacy {
    int fromOne(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
            threads[i].start();
        }
        for (int i = 1; i < n; i++) {
            threads[i].join();
        }
        return all.get(0).size(); //! use.after.move
    }

    int endsEarly(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
            threads[i].start();
        }
        for (int i = 0; i < n; i++) {
            threads[i].join();
            if (i > 5) {
                break;
            }
        }
        return all.get(0).size(); //! use.after.move
    }

    int skipsSome(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
            threads[i].start();
        }
        for (int i = 0; i < n; i += 2) {
            threads[i].join();
        }
        return all.get(0).size(); //! use.after.move
    }

    int otherArray(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        Thread[] others = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
            threads[i].start();
            others[i] = new Thread(() -> { });
            others[i].start();
        }
        for (int i = 0; i < n; i++) {
            others[i].join();
        }
        return all.get(0).size(); //! use.after.move
    }

    int fewer(int n, int m) throws InterruptedException {
        Thread[] threads = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
            threads[i].start();
        }
        for (int i = 0; i < m; i++) {
            threads[i].join();
        }
        return all.get(0).size(); //! use.after.move
    }

    int tooFew(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
            threads[i].start();
        }
        for (int i = 0; i < n - 1; i++) {
            threads[i].join();
        }
        return all.get(0).size(); //! use.after.move
    }

    int between(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
            threads[i].start();
        }
        int early = all.get(0).size(); //! use.after.move
        for (int i = 0; i < n; i++) {
            threads[i].join();
        }
        return early;
    }
}
