package spec.threads;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/*
 * Parallel streams with collectors that keep a container for each thread, or a concurrent one.
 * Verdict: no finding.
 */
public class GroupedConcurrently {
    record Sale(String region, int cents) {}

    Map<String, List<Sale>> byRegion(List<Sale> sales) {
        return sales.parallelStream().collect(Collectors.groupingByConcurrent(Sale::region));
    }

    Map<String, Integer> sums(List<Sale> sales) {
        Map<String, Integer> sums = sales.parallelStream()
            .collect(Collectors.toMap(Sale::region, Sale::cents, Integer::sum, HashMap::new));
        sums.put("all", sums.values().stream().mapToInt(Integer::intValue).sum());
        return sums;
    }

    String names(List<Sale> sales) {
        return sales.parallelStream().map(Sale::region).distinct().sorted().collect(Collectors.joining(","));
    }
}
