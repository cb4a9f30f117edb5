package dev.lungfish.checker.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The known gaps are exactly those of {@code docs/soundness.md}, and still gaps: {@code //MISSED key} is not reported, {@code //OVER key} is.
 * A gap that closes fails here; move its program to the ordinary cases and take its line off the page.
 */
class KnownGapsTest {
    private static final Path PAGE = RulePage.folder().resolveSibling("soundness.md");
    private static final Path FOLDER = RulePage.folder().resolve("../../checker/src/test/conformance/known-gaps").normalize();
    private static final Pattern ROW = Pattern.compile("^\\| (G-\\d\\d) \\|.*\\| `(\\w+\\.java)` \\|$", Pattern.MULTILINE);

    @Test
    void everyGapOnThePageHasAProgramAndEveryProgramALine() throws IOException {
        Set<String> onPage = new TreeSet<>();
        Matcher rows = ROW.matcher(Files.readString(PAGE));
        while (rows.find()) {
            assertTrue(onPage.add(rows.group(1) + " " + rows.group(2)), () -> "twice: " + rows.group());
        }
        Set<String> programs = new TreeSet<>();
        for (Path file : programs()) {
            String first = Files.readAllLines(file).get(0);
            assertTrue(first.matches("// Gap: G-\\d\\d, .+"), () -> file.getFileName() + " does not name its gap");
            programs.add(first.substring("// Gap: ".length(), first.indexOf(',')) + " " + file.getFileName());
        }
        assertEquals(programs, onPage);
        assertFalse(programs.isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> gapsAreStillThere() throws IOException {
        return programs().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(1).startsWith("// Why: "), "the second line says why");
        assertTrue(lines.stream().limit(6).anyMatch(line -> line.startsWith("// Since: ")), "the head says since when");
        Set<String> missed = marked(lines, "//MISSED ");
        Set<String> expected = marked(lines, "//OVER ");
        assertFalse(missed.isEmpty() && expected.isEmpty(), "shows no gap");
        expected.addAll(marked(lines, "//! "));
        Set<String> actual = new TreeSet<>();
        for (Finding finding : new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attribute(List.of(file))).findings()) {
            if (finding.level() != Level.NOTE) {
                actual.add(finding.at().line() + " " + finding.rule().key());
            }
        }
        assertEquals(expected, actual, () -> "findings of " + file.getFileName() + ", of which " + missed + " are known to be missed");
    }

    private static Set<String> marked(List<String> lines, String mark) {
        Set<String> marked = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            int at = lines.get(i).indexOf(mark);
            if (at >= 0) {
                marked.add((i + 1) + " " + lines.get(i).substring(at + mark.length()).strip());
            }
        }
        return marked;
    }

    private static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
