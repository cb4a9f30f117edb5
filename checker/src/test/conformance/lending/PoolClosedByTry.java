package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/*
 * close of an own pool waits for all tasks.
 * Verdict: derived.
 */
public class PoolClosedByTry {
    int run(List<String> words) throws InterruptedException {
        int[] lengths = new int[3];
        List<String> seen = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(2);
        pool.execute(() -> lengths[0] = words.size());
        pool.execute(() -> seen.add("x"));
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("slow");
        }
        return lengths[0] + seen.size();
    }
}
