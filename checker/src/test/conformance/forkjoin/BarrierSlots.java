package spec.forkjoin;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/*
 * Workers write their own slots and meet at a barrier, at which the owner arrives, too.
 * Verdict: derived.
 */
public class BarrierSlots {
    int barrier(int n) throws InterruptedException, BrokenBarrierException {
        int[] results = new int[n];
        CyclicBarrier end = new CyclicBarrier(n + 1);
        for (int i = 0; i < n; i++) {
            int own = i;
            new Thread(() -> {
                results[own] = own;
                try {
                    end.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    Thread.currentThread().interrupt();
                }
            }).start();
        }
        end.await();
        return results[0];
    }
}
