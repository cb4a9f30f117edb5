package dev.lungfish.checker.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.checker.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The full text of one diagnostic per rule, as a reader gets it. {@code src/test/golden/<key>.java} is the program, {@code <key>.txt} the
 * text; all other tests compare keys and lines only, so that wording can improve cheaply. {@code -Dgolden=write} writes the texts anew: read
 * the difference with a stranger's eyes before it is committed.
 */
class GoldenDiagnosticsTest {
    private static final Path FOLDER = Path.of("src/test/golden");

    /** Rules without text yet: nothing reports them for any program we know. This list may only get shorter. */
    private static final Set<String> WITHOUT_TEXT = Set.of("region.not.bridge", "not.understood");

    @TestFactory
    Stream<DynamicTest> diagnostics() throws IOException {
        return keysOf(".java").stream().map(key -> DynamicTest.dynamicTest(key, () -> compare(key)));
    }

    private static void compare(String key) throws IOException {
        String text = render(Files.readString(FOLDER.resolve(key + ".java")));
        Path golden = FOLDER.resolve(key + ".txt");
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(golden, text);
        }
        assertTrue(text.contains("[" + key + "]"), text);
        assertEquals(Files.readString(golden), text);
    }

    /** All findings of the program, with the lines of the source they point at. */
    private static String render(String source) {
        String[] lines = source.split("\n", -1);
        StringBuilder text = new StringBuilder();
        for (Finding finding : new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attributeTexts(source)).findings()) {
            text.append(place(finding.at().file(), finding.at().line())).append(finding.level().word()).append(": [").append(finding.rule().key())
                    .append("] ").append(finding.headline()).append('\n').append("    ").append(line(lines, finding.at().line())).append('\n');
            for (RelatedPoint point : finding.related()) {
                text.append(place(point.at().file(), point.at().line())).append("note: ").append(point.text()).append('\n')
                        .append("    ").append(line(lines, point.at().line())).append('\n');
            }
            if (!finding.help().isEmpty()) {
                text.append("  help: ").append(finding.help()).append('\n');
            }
        }
        return text.toString();
    }

    private static String place(String file, int line) {
        return file.substring(file.lastIndexOf('/') + 1) + ":" + line + ": ";
    }

    private static String line(String[] lines, int number) {
        return number < 1 ? "" : lines[number - 1].strip();
    }

    private static Set<String> keysOf(String ending) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(ending)).map(n -> n.substring(0, n.length() - ending.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyRule_hasAText() throws IOException {
        List<String> without = RuleCatalog.all().stream().map(Rule::key).filter(key -> !WITHOUT_TEXT.contains(key)).sorted().toList();
        assertEquals(without, List.copyOf(keysOf(".txt")));
        assertEquals(keysOf(".txt"), keysOf(".java"));
    }
}
