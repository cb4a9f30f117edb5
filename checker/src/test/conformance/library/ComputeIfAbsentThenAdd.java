package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/*
 * The list is changed after computeIfAbsent returned, without any lock.
 * Verdict: static-core.md 14 (open only in compute bodies).
 */
public class ComputeIfAbsentThenAdd {
    private final ConcurrentHashMap<String, List<String>> index = new ConcurrentHashMap<>();
    void start(ExecutorService pool, List<String> words) {
        for (String word : words) {
            pool.execute(() -> add(word));
        }
    }
    private void add(String word) {
        index.computeIfAbsent(word.substring(0, 1), k -> new ArrayList<>()).add(word); //! region.not.open
    }
}
