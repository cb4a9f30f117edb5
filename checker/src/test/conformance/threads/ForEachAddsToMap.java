package spec.threads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/*
 * A plain map filled by a parallel forEach.
 * Verdict: derived.
 */
public class ForEachAddsToMap {
    Map<String, Integer> run(List<String> words) {
        Map<String, Integer> lengths = new HashMap<>();
        words.parallelStream().forEach(w -> lengths.put(w, w.length())); //! capture.multi
        return lengths;
    }
}
