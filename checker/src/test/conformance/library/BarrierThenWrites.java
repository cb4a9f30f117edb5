package spec.library;

import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/*
 * The worker writes once more after the meeting.
 * Verdict: derived.
 */
public class BarrierThenWrites {
    int run() throws Exception {
        int[] data = new int[10];
        CyclicBarrier barrier = new CyclicBarrier(2);
        new Thread(() -> { //~
            Arrays.fill(data, 1);
            try {
                barrier.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                return;
            }
            data[3] = 2;
        }).start();
        barrier.await();
        return data[3]; //! use.after.move
    }
}
