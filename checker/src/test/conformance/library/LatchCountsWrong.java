package spec.library;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/*
 * The latch opens after one of two tasks.
 * Verdict: derived.
 */
public class LatchCountsWrong {
    int run(ExecutorService pool) throws InterruptedException {
        int[] left = new int[10];
        int[] right = new int[10];
        CountDownLatch done = new CountDownLatch(1);
        pool.execute(() -> {
            Arrays.fill(left, 1);
            done.countDown();
        });
        pool.execute(() -> {
            Arrays.fill(right, 2);
            done.countDown();
        });
        done.await();
        return left[0] //! use.after.move
            + right[0]; //! use.after.move
    }
}
