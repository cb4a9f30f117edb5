package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/*
 * Values of a concurrent map are changed in compute only.
 * Verdict: derived.
 */
public class ComputeMerge {
    private final ConcurrentHashMap<String, List<String>> index = new ConcurrentHashMap<>();
    void add(ExecutorService pool, String key, String value) {
        pool.execute(() -> index.compute(key, (k, old) -> {
            List<String> list = old == null ? new ArrayList<>() : old;
            list.add(value);
            return list;
        }));
    }
    Integer size(String key) {
        int[] size = new int[1];
        index.computeIfPresent(key, (k, list) -> {
            size[0] = list.size();
            return list;
        });
        return size[0];
    }
}
