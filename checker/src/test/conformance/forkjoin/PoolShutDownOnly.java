package spec.forkjoin;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * The pool is shut down, but nobody waits.
 * Verdict: derived; a data race.
 */
public class PoolShutDownOnly {
    int sum(int n) {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            final int index = i;
            pool.submit(() -> {
                results[index] = index * 2;
            });
        }
        pool.shutdown();
        return results[0]; //! use.after.move
    }
}
