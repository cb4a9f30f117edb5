package spec.lambdas;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/*
 * The lambda is started later, and the list is used after that.
 * Verdict: derived.
 */
public class LambdaKeptThenRun {
    void run(Executor executor) {
        List<String> lines = new ArrayList<>();
        Runnable task = () -> lines.add("x");
        lines.add("before");
        executor.execute(task); //~
        lines.add("after"); //! use.after.move
    }
}
