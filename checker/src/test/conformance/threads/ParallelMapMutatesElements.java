package spec.threads;

import java.util.List;

/*
 * The elements of a caller's list are changed in parallel: two elements may be one.
 * Verdict: derived.
 */
public class ParallelMapMutatesElements {
    List<Integer> run(List<String> names) {
        StringBuilder shared = new StringBuilder();
        return names.stream().parallel().map(n -> { shared.append(n); return shared.length(); }).toList(); //! capture.multi
    }
}
