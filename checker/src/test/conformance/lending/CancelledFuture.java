package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * The list of a cancelled task is cleared.
 * Verdict: cancel does not wait: the task may still run.
 */
public class CancelledFuture {
    void run(ExecutorService pool) {
        List<String> lines = new ArrayList<>();
        Future<?> filled = pool.submit(() -> { //~
            for (int i = 0; i < 1000; i++) {
                lines.add("line " + i);
            }
        });
        filled.cancel(true);
        lines.clear(); //! use.after.move
    }
}
