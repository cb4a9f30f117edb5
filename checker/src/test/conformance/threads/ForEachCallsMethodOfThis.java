package spec.threads;

import java.util.List;

/*
 * The lambda calls a method that counts in a field.
 * Verdict: derived.
 */
public class ForEachCallsMethodOfThis {
    private int bad;
    private void check(String s) { if (s.isBlank()) { bad++; } }
    int run(List<String> words) {
        words.parallelStream().forEach(this::check); //! capture.multi
        return bad;
    }
}
