package dev.lungfish.checker.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs every shared example program and compares with the checked-in score, which may only rise. The programs lie beside the project, in
 * {@code ../shared/spec}; where they are not there, this test says so and is skipped.
 */
class SpecConformanceTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SPEC = ROOT.resolve("../shared/spec").normalize();
    private static final Path SCORE = Path.of("src/test/conformance-report.txt");
    private static final int NEWEST = 25;
    private static final Map<Path, MarkedCase.Verdict> VERDICTS = new TreeMap<>();
    private static final List<MarkedCase> CASES = new ArrayList<>();

    @BeforeAll
    static void analyseAll() throws IOException {
        if (!Files.isDirectory(SPEC.resolve("cases"))) {
            System.err.println("The shared example programs are not at " + SPEC + ": conformance is not checked in this build.");
            return;
        }
        List<Path> support = javaFiles(SPEC.resolve("support"));
        for (Path file : javaFiles(SPEC.resolve("cases"))) {
            MarkedCase one = new MarkedCase(file);
            boolean runnable = !one.needsNewestJdk || Runtime.version().feature() >= NEWEST;
            if (!one.isProgram && runnable) {
                CASES.add(one);
            }
        }
        analyse(CASES.stream().filter(c -> !c.needsNewestJdk).toList(), support, "--release", "17");
        analyse(CASES.stream().filter(c -> c.needsNewestJdk).toList(), support, "--enable-preview", "--release", String.valueOf(Runtime.version().feature()));
    }

    private static void analyse(List<MarkedCase> cases, List<Path> support, String... options) {
        if (cases.isEmpty()) {
            return;
        }
        List<Path> files = new ArrayList<>(cases.stream().map(c -> c.file).toList());
        files.addAll(support);
        Map<String, List<MarkedCase.Told>> told = new HashMap<>();
        for (Finding finding : new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attribute(files, options)).findings()) {
            if (!Suppressed.isSuppressed(finding)) {
                told.computeIfAbsent(finding.at().file(), f -> new ArrayList<>())
                        .add(new MarkedCase.Told(finding.at().line(), finding.rule().key(), finding.level() == Level.NOTE));
            }
        }
        for (MarkedCase one : cases) {
            VERDICTS.put(one.file, one.judge(told.getOrDefault(one.file.toString(), List.of())));
        }
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    @Test
    void score_onSharedPrograms_onlyRises() throws IOException {
        assumeTrue(!VERDICTS.isEmpty(), "the shared example programs are not there");
        ConformanceScore now = new ConformanceScore();
        for (MarkedCase one : CASES) {
            now.add((one.needsNewestJdk ? "jdk25-" : "") + one.group, VERDICTS.get(one.file));
        }
        if ("write".equals(System.getProperty("lungfish.score"))) {
            ConformanceScore all = Files.exists(SCORE) ? ConformanceScore.read(SCORE) : new ConformanceScore();
            all.rows().putAll(now.rows());
            Files.writeString(SCORE, all.text());
        }
        ConformanceScore written = ConformanceScore.read(SCORE);
        List<String> worse = new ArrayList<>();
        now.rows().forEach((group, row) -> {
            ConformanceScore.Row before = written.rows().getOrDefault(group, ConformanceScore.NONE);
            if (row.isWorseThan(before) && before.cases() <= row.cases()) {
                worse.add(group + ": was " + before.text() + ", is " + row.text());
            }
        });
        List<String> why = new ArrayList<>();
        VERDICTS.forEach((file, verdict) -> verdict.deviations().forEach(d -> why.add(SPEC.relativize(file) + ": " + d)));
        assertTrue(worse.isEmpty(), () -> String.join("\n", worse) + "\n" + String.join("\n", why));
        now.rows().forEach((group, row) -> assertEquals(written.rows().get(group), row,
                () -> group + " got better: write it down with -Dlungfish.score=write"));
    }
}
