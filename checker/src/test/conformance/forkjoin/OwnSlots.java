package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/*
 * Each task writes its own slot of an array, which is read when all have ended.
 * Verdict: derived; no two tasks touch the same element.
 */
public class OwnSlots {
    long partialSums(int n) throws InterruptedException {
        Thread[] threads = new Thread[n];
        long[] partial = new long[n];
        for (int t = 0; t < n; t++) {
            final int id = t;
            threads[t] = new Thread(() -> {
                for (int k = 0; k < 1000; k++) {
                    partial[id] += k;
                }
            });
            threads[t].start();
        }
        for (int t = 0; t < n; t++) {
            threads[t].join();
        }
        long sum = 0;
        for (long one : partial) {
            sum += one;
        }
        return sum;
    }

    String[] texts(List<String> names) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        String[] results = new String[names.size()];
        for (int i = 0; i < names.size(); i++) {
            int index = i;
            String name = names.get(i);
            Thread thread = new Thread(() -> results[index] = name.trim());
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return results;
    }

    int latch(ExecutorService pool, int n) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(n);
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            int index = i;
            pool.execute(() -> {
                try {
                    results[index] = index;
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return results[0];
    }
}
