package spec.lending;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/*
 * A future is asked with a time limit; the handler uses what the task still has.
 * Verdict: after a timeout the task may still run.
 */
public class GetWithTimeout {
    void run(ExecutorService pool) throws InterruptedException, ExecutionException {
        StringBuilder text = new StringBuilder();
        Future<?> future = pool.submit(() -> { //~
            text.append("task");
        });
        try {
            future.get(1, TimeUnit.SECONDS);
            text.append("done");
        } catch (TimeoutException e) {
            text.append("late"); //! use.after.move
        }
    }
}
