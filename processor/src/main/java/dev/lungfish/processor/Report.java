package dev.lungfish.processor;

import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.checker.rule.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The outcome of one examination. Plain data: javac text, terminal, SARIF, HTML and shards only render it.
 *
 * @param findings all of them in source order, also those that do not count
 * @param notices what else is to be said, in source order
 * @param contracts per top-level class the text of its contract file
 * @param classes the top-level classes that were examined
 * @param reliance what the verdict about each of them rests on: by class relied on and method, the words of its contract, or nothing
 * @param residuals what is left to the run time, each with its reason in words
 * @param statistics counts by name
 * @param sources the texts of the files that findings point into
 * @param failure what went wrong inside Lungfish, or nothing
 */
public record Report(List<Judged> findings, List<Notice> notices, SortedMap<String, String> contracts, Set<String> classes,
        SortedMap<String, SortedMap<String, SortedMap<String, String>>> reliance,
        SortedMap<ResidualCheck, String> residuals, SortedMap<String, Long> statistics, SourceTexts sources, Optional<String> failure) {
    public Report {
        findings = List.copyOf(findings);
        notices = List.copyOf(notices);
    }

    /** A report of nothing but what went wrong. */
    static Report failed(String failure, SourceTexts sources) {
        return new Report(List.of(), List.of(Notice.warning(failure)), new TreeMap<>(), Set.of(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), sources, Optional.of(failure));
    }

    /** The findings that count. */
    public List<Judged> reported() {
        return findings.stream().filter(Judged::isReported).toList();
    }

    /** How many findings count at this level. */
    public long count(Level level) {
        return findings.stream().filter(f -> f.isReported() && f.finding().level() == level).count();
    }

    /** How many findings are in this state. */
    public long count(Judged.State state) {
        return findings.stream().filter(f -> f.state() == state).count();
    }
}
