package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;

/*
 * Threads stand in an array; started and joined by index; each fills a list of its own, the lists are read after all joins.
 * Verdict: derived; every thread was waited for.
 */
public class ThreadsByIndex {
    int oneLoop(int n) throws InterruptedException {
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
        }
        int sum = 0;
        for (List<String> one : all) {
            sum += one.size();
        }
        return sum;
    }

    int startedLater(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        List<List<String>> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<String> own = new ArrayList<>();
            all.add(own);
            threads[i] = new Thread(() -> own.add("x"));
        }
        for (int i = 0; i < n; i++) {
            threads[i].start();
        }
        for (int i = 0; i < n; i++) {
            threads[i].join();
        }
        return all.get(0).size();
    }

    int byLength(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        StringBuilder[] texts = new StringBuilder[n];
        for (int i = 0; i < threads.length; i++) {
            StringBuilder own = new StringBuilder();
            texts[i] = own;
            threads[i] = new Thread(() -> own.append("x"));
            threads[i].start();
        }
        for (int i = 0; i < threads.length; i++) {
            threads[i].join();
        }
        return texts[0].length();
    }
}
