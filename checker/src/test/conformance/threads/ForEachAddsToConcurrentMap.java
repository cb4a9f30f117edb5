package spec.threads;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/*
 * The concurrent twin.
 * Verdict: derived.
 */
public class ForEachAddsToConcurrentMap {
    Map<String, Integer> run(List<String> words) {
        Map<String, Integer> lengths = new ConcurrentHashMap<>();
        words.parallelStream().forEach(w -> lengths.put(w, w.length()));
        return lengths;
    }
}
