package spec.threads;

import java.util.List;
import java.util.stream.Collectors;

/*
 * Parallel streams over boxed numbers with proper collectors.
 * Verdict: derived.
 */
public class SortAndSum {
    List<Integer> run(List<Integer> in) {
        int limit = in.size();
        int sum = in.parallelStream().mapToInt(Integer::intValue).sum();
        return in.parallelStream().filter(i -> i < limit + sum).map(i -> i * 2).sorted().collect(Collectors.toList());
    }
}
