package spec.lending;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * A future that says it is done after cancel may still run.
 * Verdict: isDone is no point at which the task is over.
 */
public class DoneIsNotWaiting {
    void run(ExecutorService pool) {
        StringBuilder text = new StringBuilder();
        Future<?> future = pool.submit(() -> { //~
            text.append("task");
        });
        future.cancel(true);
        if (future.isDone()) {
            text.append("done"); //! use.after.move
        }
    }
}
