package dev.lungfish.checker.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our own marked programs, all of which must be judged as marked. They use the helper classes of the shared specification. Those in {@code jdk25} need that JDK. */
class ConformanceFolderTest {
    private static final int NEWEST = 25;
    private static final Path FOLDER = Path.of("src/test/conformance");
    private static final Path SUPPORT = Path.of("../../shared/spec/support").toAbsolutePath().normalize();

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        assumeTrue(Files.isDirectory(SUPPORT), () -> "the helper classes of the shared specification are not at " + SUPPORT);
        Map<Boolean, List<MarkedCase>> byRelease = new HashMap<>();
        for (Path file : javaFiles(FOLDER)) {
            if (!file.toString().contains("known-gaps")) {
                byRelease.computeIfAbsent(file.startsWith(FOLDER.resolve("jdk25")), newest -> new ArrayList<>()).add(new MarkedCase(file));
            }
        }
        Stream<DynamicTest> baseline = judged(byRelease.get(false), "--release", "17");
        return Runtime.version().feature() < NEWEST ? baseline
                : Stream.concat(baseline, judged(byRelease.get(true), "--enable-preview", "--release", String.valueOf(NEWEST)));
    }

    private static Stream<DynamicTest> judged(List<MarkedCase> cases, String... options) throws IOException {
        List<Path> files = new ArrayList<>(cases.stream().map(c -> c.file).toList());
        files.addAll(javaFiles(SUPPORT));
        Map<String, List<MarkedCase.Told>> told = new HashMap<>();
        for (Finding finding : new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attribute(files, options)).findings()) {
            told.computeIfAbsent(finding.at().file(), f -> new ArrayList<>())
                    .add(new MarkedCase.Told(finding.at().line(), finding.rule().key(), finding.level() == Level.NOTE));
        }
        return cases.stream().map(one -> DynamicTest.dynamicTest(FOLDER.relativize(one.file).toString(),
                () -> assertEquals(Set.of(), one.judge(told.getOrDefault(one.file.toString(), List.of())).deviations())));
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }
}
