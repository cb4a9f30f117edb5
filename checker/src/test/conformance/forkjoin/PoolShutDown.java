package spec.forkjoin;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/*
 * The pool is shut down and waited for; then the slots are read.
 * Verdict: derived.
 */
public class PoolShutDown {
    int sum(int n) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            final int index = i;
            pool.submit(() -> {
                results[index] = index * 2;
            });
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("still running");
        }
        int sum = 0;
        for (int result : results) {
            sum += result;
        }
        return sum;
    }
}
