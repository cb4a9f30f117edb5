package spec.lending;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * After a failure of get with ExecutionException the task is over as well.
 * Verdict: derived.
 */
public class GetOnlyInTry {
    int run(ExecutorService pool) throws InterruptedException {
        int[] a = new int[1];
        Future<?> f = pool.submit(() -> { a[0] = 1; });
        try {
            f.get();
        } catch (ExecutionException e) {
            a[0] = -1;
        }
        return a[0];
    }
}
