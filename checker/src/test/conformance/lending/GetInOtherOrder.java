package spec.lending;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Both futures are waited for, in the other order.
 * Verdict: derived.
 */
public class GetInOtherOrder {
    int run(ExecutorService pool) throws Exception {
        int[] a = new int[1], b = new int[1];
        Future<?> fa = pool.submit(() -> { a[0] = 1; });
        Future<?> fb = pool.submit(() -> { b[0] = 2; });
        fb.get();
        fa.get();
        return a[0] + b[0];
    }
}
