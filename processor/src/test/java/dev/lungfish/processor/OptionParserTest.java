package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.rule.Level;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionParserTest {
    @TempDir
    private Path directory;

    private static List<String> problems(String name, String value) {
        return OptionParser.parse(Map.of(name, value)).problems();
    }

    @Test
    void nothingGivenIsTheDefault() {
        OptionParser.Outcome outcome = OptionParser.parse(Map.of());

        assertEquals(List.of(), outcome.problems());
        assertEquals(Options.defaults(), outcome.options());
    }

    @Test
    void everyOptionIsRead() throws IOException {
        Path a = Files.createFile(directory.resolve("a.tsv"));
        Path b = Files.createFile(directory.resolve("b.tsv"));
        Map<String, String> given = new java.util.TreeMap<>(Map.of("sarif", "out.sarif", "html", "out.html", "baseline", a.toString(),
                "level", "warning", "rule.use.after.move", "off", "rule.move.shared", "note", "strict", "true", "residual", "report",
                "models", a + File.pathSeparator + b, "selfOpen", "false"));
        given.put("root", directory.toString());
        given.put("stats", "stats.json");
        given.put("generated", "warn");
        given.put("contracts", "all");
        given.put("contractsIn", "classes");

        OptionParser.Outcome outcome = OptionParser.parse(given);

        assertEquals(List.of(), outcome.problems());
        assertEquals(new Options(Level.WARNING, Map.of("use.after.move", Optional.empty(), "move.shared", Optional.of(Level.NOTE)), true,
                Options.Residual.REPORT, Options.Generated.WARN, AnalysisOptions.Contracts.ALL, Options.ContractsIn.CLASSES, List.of(a, b),
                Optional.of(Path.of("out.sarif")), Optional.of(Path.of("out.html")), Optional.of(a), Optional.of(Path.of("stats.json")), directory.toAbsolutePath().normalize(),
                false), outcome.options());
    }

    @Test
    void unknownNamesListTheValidOnes() {
        assertEquals(List.of("unknown option 'sariff'; did you mean 'sarif'? valid: sarif, html, baseline, level, rule.KEY, strict, residual, "
                + "generated, contracts, contractsIn, models, selfOpen, root, stats"), problems("sariff", "x"));
        assertTrue(problems("elephant", "x").get(0).startsWith("unknown option 'elephant' valid: sarif"), problems("elephant", "x").get(0));
    }

    @Test
    void unknownValuesListTheValidOnes() {
        assertEquals(List.of("option 'level' has the value 'warn' valid: error, warning, note"), problems("level", "warn"));
        assertEquals(List.of("option 'strict' has the value 'ture'; did you mean 'true'? valid: true, false"), problems("strict", "ture"));
        assertEquals(List.of("option 'residual' has the value 'on'; did you mean 'off'? valid: insert, report, off"), problems("residual", "on"));
        assertEquals(List.of("option 'rule.use.after.move' has the value 'of'; did you mean 'off'? valid: error, warning, note, off"),
                problems("rule.use.after.move", "of"));
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        assertEquals(List.of("option 'models': there is no file 'nowhere.tsv'"), problems("models", "nowhere.tsv"));
        assertEquals(List.of("option 'baseline': there is no file 'nowhere.txt'"), problems("baseline", "nowhere.txt"));
        assertEquals(List.of("option 'root': there is no directory 'nowhere'"), problems("root", "nowhere"));
        assertEquals(List.of("option 'sarif' needs a value: the path of a file or directory"), problems("sarif", ""));
    }

    @Test
    void levelsAreSetByRuleAndThenCapped() {
        Options options = OptionParser.parse(Map.of("level", "warning", "rule.move.shared", "note", "rule.move.guarded", "error",
                "rule.two.consumers", "off")).options();

        assertEquals(Optional.of(Level.WARNING), options.levelFor("use.after.move", Level.ERROR));
        assertEquals(Optional.of(Level.NOTE), options.levelFor("use.after.move", Level.NOTE));
        assertEquals(Optional.of(Level.NOTE), options.levelFor("move.shared", Level.ERROR));
        assertEquals(Optional.of(Level.WARNING), options.levelFor("move.guarded", Level.NOTE));
        assertEquals(Optional.empty(), options.levelFor("two.consumers", Level.ERROR));
    }
}
