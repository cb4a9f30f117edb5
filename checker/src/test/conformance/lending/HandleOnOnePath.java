package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * On one path the variable has been given another future: waiting for it is no waiting for the task.
 * Verdict: derived.
 */
public class HandleOnOnePath {
    int run(ExecutorService pool, Future<?> other, boolean hurry) throws Exception {
        List<String> names = new ArrayList<>();
        Future<?> done = pool.submit(() -> names.add("a"));
        if (hurry) {
            done = other;
        }
        done.get();
        return names.size(); //! use.after.move
    }
}
