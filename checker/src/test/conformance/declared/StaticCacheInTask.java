package spec.declared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;

/*
 * The static cache is a plain map that tasks fill.
 * Verdict: derived.
 */
public class StaticCacheInTask {
    private static final Map<String, Integer> CACHE = new HashMap<>(); //| static.mutable
    static int length(String s) {
        return CACHE.computeIfAbsent(s, String::length); //! static.mutable
    }
    static void run(ExecutorService pool, List<String> words) {
        for (String w : words) {
            pool.submit(() -> length(w));
        }
    }
}
