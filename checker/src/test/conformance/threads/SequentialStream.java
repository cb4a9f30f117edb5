package spec.threads;

import java.util.List;

/*
 * The same is right in a sequential stream.
 * Verdict: derived.
 */
public class SequentialStream {
    List<Integer> run(List<String> names) {
        StringBuilder shared = new StringBuilder();
        return names.stream().map(n -> { shared.append(n); return shared.length(); }).toList();
    }
}
