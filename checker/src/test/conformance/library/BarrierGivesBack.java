package spec.library;

import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/*
 * One worker and its creator meet at a barrier; arriving is the worker's last act.
 * Verdict: derived.
 */
public class BarrierGivesBack {
    int run() throws Exception {
        int[] data = new int[10];
        CyclicBarrier barrier = new CyclicBarrier(2);
        new Thread(() -> {
            Arrays.fill(data, 1);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                Thread.currentThread().interrupt();
            }
        }).start();
        barrier.await();
        return data[3];
    }
}
