package dev.lungfish.checker;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.residual.ResidualCheck;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What an analysis found out.
 *
 * @param findings in source order; nothing is suppressed or filtered yet
 * @param contracts per top-level class (binary name) the text of its contract file, where it has one
 * @param reliance what the verdict about each top-level class rests on: by class relied on and method, the words of its contract, or nothing
 * @param residuals what is left to the run time, in source order, each with its reason in words (empty for a mark)
 * @param statistics counts by name: methods seen, methods that mattered, graphs built, moves proved, ...
 */
public record AnalysisResult(List<Finding> findings, Map<String, String> contracts,
        SortedMap<String, SortedMap<String, SortedMap<String, String>>> reliance, SortedMap<ResidualCheck, String> residuals,
        SortedMap<String, Long> statistics) {
}
