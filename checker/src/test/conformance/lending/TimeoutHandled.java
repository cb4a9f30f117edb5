package spec.lending;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/*
 * After a TimeoutException the task may still be writing.
 * Verdict: derived.
 */
public class TimeoutHandled {
    int run(ExecutorService pool) throws Exception {
        int[] a = new int[1];
        Future<?> f = pool.submit(() -> { a[0] = 1; }); //~
        try {
            f.get(1, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            f.cancel(true);
            return a[0]; //! use.after.move
        }
        return a[0];
    }
}
