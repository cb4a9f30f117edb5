package spec.lending;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/*
 * The outcome of awaitTermination decides who may read.
 * Verdict: no finding; where it is true all tasks are done.
 */
public class AwaitTerminationAsked {
    int run(List<String> names) throws InterruptedException {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        Map<String, Integer> lengths = new HashMap<>();
        for (String name : names) {
            pool.execute(() -> lengths.put(name, name.length())); //? use.after.move
        }
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("still running");
        }
        return lengths.size();
    }
}
