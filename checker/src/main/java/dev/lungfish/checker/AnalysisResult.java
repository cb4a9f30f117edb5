package dev.lungfish.checker;

import dev.lungfish.checker.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an analysis found out.
 *
 * @param findings in source order; nothing is suppressed or filtered yet
 * @param contracts per top-level class (binary name) the text of its contract file, where it has one
 * @param statistics counts by name: methods seen, methods that mattered, graphs built, moves proved, ...
 */
public record AnalysisResult(List<Finding> findings, Map<String, String> contracts, SortedMap<String, Long> statistics) {
}
