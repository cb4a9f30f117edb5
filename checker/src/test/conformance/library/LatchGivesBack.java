package spec.library;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;

/*
 * Each task counts down as its last touch; the creator waits for all.
 * Verdict: derived.
 */
public class LatchGivesBack {
    int run(ExecutorService pool) throws InterruptedException {
        int[] left = new int[10];
        int[] right = new int[10];
        CountDownLatch done = new CountDownLatch(2);
        pool.execute(() -> {
            try {
                Arrays.fill(left, 1);
            } finally {
                done.countDown();
            }
        });
        pool.execute(() -> {
            try {
                Arrays.fill(right, 2);
            } finally {
                done.countDown();
            }
        });
        done.await();
        return left[0] + right[0];
    }
}
