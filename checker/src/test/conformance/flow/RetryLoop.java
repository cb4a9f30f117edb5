package spec.flow;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;

/*
 * Retry after a rejected execution: the task was not taken.
 * Verdict: submit KEPT on RejectedExecutionException.
 */
public class RetryLoop {
    void run(ExecutorService pool) {
        StringBuilder text = new StringBuilder("x");
        try {
            pool.execute(() -> text.append("in the pool"));
        } catch (RejectedExecutionException e) {
            text.append("in the caller");
        }
    }
}
