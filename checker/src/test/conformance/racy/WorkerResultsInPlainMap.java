package spec.racy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Tasks put their results into a plain map, which is read when all are done.
 * Verdict: a race between the tasks.
 */
public class WorkerResultsInPlainMap {
    Map<String, Integer> run(ExecutorService pool, List<String> names) throws Exception {
        Map<String, Integer> lengths = new HashMap<>();
        List<Future<?>> futures = new ArrayList<>();
        for (String name : names) {
            futures.add(pool.submit(() -> lengths.put(name, name.length()))); //! use.after.move
        }
        for (Future<?> future : futures) {
            future.get();
        }
        return lengths;
    }
}
