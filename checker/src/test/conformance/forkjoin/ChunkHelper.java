package spec.forkjoin;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Two halves, by a helper with bounds.
 * Verdict: derived; the halves do not overlap.
 */
public class ChunkHelper {
    int[] squares(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        int[] values = new int[n];
        int middle = n / 2;
        Future<?> low = pool.submit(() -> fill(values, 0, middle));
        Future<?> high = pool.submit(() -> fill(values, middle, n));
        low.get();
        high.get();
        return values;
    }

    int[] chunks(int n, int workers) throws InterruptedException {
        int[] values = new int[n];
        Thread[] threads = new Thread[workers];
        int size = n / workers + 1;
        for (int w = 0; w < workers; w++) {
            int from = w * size;
            int to = Math.min(n, from + size);
            threads[w] = new Thread(() -> fill(values, from, to));
            threads[w].start();
        }
        for (int w = 0; w < workers; w++) {
            threads[w].join();
        }
        return values;
    }

    private static void fill(int[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            values[i] = i * i;
        }
    }
}
