package spec.library;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/*
 * Counting words with merge; the values are numbers.
 * Verdict: derived.
 */
public class MergeCounts {
    private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();
    Map<String, Integer> count(List<String> lines) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        for (String line : lines) {
            pool.submit(() -> {
                for (String word : line.split(" ")) {
                    counts.merge(word, 1, Integer::sum);
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.MINUTES);
        return new TreeMap<>(counts);
    }
}
