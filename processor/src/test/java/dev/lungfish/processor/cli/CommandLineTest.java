package dev.lungfish.processor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.processor.Session;
import dev.lungfish.processor.testing.FakeAnalysis;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a user types them, with the fake analysis. */
class CommandLineTest {
    private static final String BODY = " void bad() { } void maybe() { } void open() { } ";
    /** How scripts that score analyzers read our lines. */
    private static final Pattern DIAGNOSTIC = Pattern.compile("^(?<path>.*?[\\w$]+\\.java):(?<line>\\d+):(?:\\d+:)? (?<level>error|warning|note): \\[(?<key>[\\w.]+)]");

    @TempDir
    private Path directory;

    private record Run(int code, String out, String err) {
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), options -> new Session(options, new FakeAnalysis()), arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private Path source(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void check_printsFindingsInTheShapeOfCompilers() throws IOException {
        Path file = source("shop/Shop.java", "package shop;\nclass Shop {\n    void sell() {\n        bad();\n        maybe();\n        open();\n    }\n" + BODY + "}\n");

        Run run = run("check", file.toString());

        assertEquals(Main.FINDINGS, run.code());
        assertEquals("""
                FILE:4: error: [use.after.move] 'order' is used here, but it was moved
                    bad();
                    ^^^^^
                  FILE:3: 'order' was moved to another thread here
                  help: use 'order' before the move
                FILE:5: warning: [move.not.owned] 'order' may belong to the caller
                    maybe();
                    ^^^^^^^
                  FILE:3: 'order' was moved to another thread here
                  help: use 'order' before the move
                FILE:6: note: [residual.check] whether 'order' is isolated is checked at run time
                    open();
                    ^^^^^^
                  FILE:3: 'order' was moved to another thread here
                  help: use 'order' before the move
                1 error, 1 warning, 1 note; 3 moves proved, 1 left open
                """, run.out().replace(file.toString(), "FILE").replace("\r\n", "\n"));
        assertEquals(3, run.out().lines().filter(line -> DIAGNOSTIC.matcher(line).find()).count());
        assertEquals("", run.err());
    }

    @Test
    void check_withoutFindingsAtErrorLevelIsFine() throws IOException {
        source("A.java", "class A { void a() { maybe(); }" + BODY + "}");

        assertEquals(Main.OK, run("check", directory.toString()).code());
        assertEquals(Main.OK, run("check", "--option", "level=warning", directory.toString()).code());
    }

    @Test
    void check_ofAProgramThatDoesNotCompile_saysWhatJavacSays() throws IOException {
        Path file = source("A.java", "class A {\n    int a = \"\";\n    void b() { bad(); }\n}\n");

        Run run = run("check", file.toString());

        assertEquals(Main.USAGE, run.code());
        assertTrue(run.err().contains(file + ":2: error: incompatible types: String cannot be converted to int"), run.err());
        assertTrue(run.err().contains("lungfish: the program does not compile; nothing was checked"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void check_takesDirectoriesAndPatterns() throws IOException {
        source("src/a/A.java", "package a; class A { void a() { bad(); }" + BODY + "}");
        source("src/b/B.java", "package b; class B { void b() { bad(); }" + BODY + "}");
        source("src/b/notes.txt", "no Java");

        assertTrue(run("check", directory.toString()).out().contains("2 errors"));
        assertTrue(run("check", directory + "/src/**/*.java").out().contains("2 errors"));
        assertTrue(run("check", directory + "/src/*/B.java").out().contains("1 error,"));
        assertTrue(run("check", directory + "/src/a", directory + "/src/a/A.java").out().contains("1 error,"));
    }

    @Test
    void check_findsOurAnnotationsByItself() throws IOException {
        source("A.java", "import dev.lungfish.annotation.Frozen; @Frozen final class A { }");

        Run run = run("check", directory.toString());

        assertEquals(Main.OK, run.code(), run.err());
    }

    @Test
    void check_usesTheClassPath() throws IOException {
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path library = source("lib/p/Library.java", "package p; public class Library { }");
        assertEquals(0, javax.tools.ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", classes.toString(), library.toString()));
        Path file = source("A.java", "class A { p.Library library; }");

        assertEquals(Main.USAGE, run("check", file.toString()).code());
        assertEquals(Main.OK, run("check", "--classpath", classes.toString(), file.toString()).code());
        assertTrue(run("check", "--classpath", "nowhere.jar", file.toString()).err().contains("there is no 'nowhere.jar', which the class path names"));

        for (String text : List.of("class A { p.Library library; }", "class A { int x = ; }")) {
            Run unreadable = run("check", "--classpath", source("junk.jar", "no jar").toString(), source("A.java", text).toString());
            assertEquals(Main.USAGE, unreadable.code(), unreadable.err());
            assertTrue(unreadable.err().contains("junk.jar"), unreadable.err());
        }
    }

    @Test
    void aBrokenFileWithModelsIsNamed() throws IOException {
        Path models = source("models.tsv", "no model");

        Run run = run("check", "--models", models.toString(), source("A.java", "class A { }").toString());

        assertEquals(Main.USAGE, run.code(), run.err());
        assertEquals("lungfish: option 'models': " + models + ":1: the row has no reason; a row is: what TAB says TAB reason", run.err().strip());
    }

    @Test
    void check_readsModulesOnTheClassPath() throws IOException {
        source("a/module-info.java", "module a { requires dev.lungfish.annotation; exports a; }");
        source("a/a/A.java", "package a; @dev.lungfish.annotation.Frozen public final class A { }");
        source("b/module-info.java", "module b { requires a; }");
        source("b/b/B.java", "package b; class B { a.A a; void b() { bad(); }" + BODY + "}");

        Run run = run("check", directory.toString());

        assertEquals(Main.FINDINGS, run.code(), run.err());
    }

    @Test
    void check_knowsReleases() throws IOException {
        Path file = source("A.java", "class A { void a(Object o) { if (o instanceof String s) { s.length(); } } }");
        int running = Runtime.version().feature();

        assertEquals(Main.OK, run("check", "--release", "17", file.toString()).code());
        assertEquals(Main.OK, run("check", "--release", String.valueOf(running), file.toString()).code());
        assertEquals(Main.USAGE, run("check", "--release", "11", file.toString()).code());
        assertTrue(run("check", "--release", "99", file.toString()).err().contains("--release 99 is not possible: this JDK compiles for 8 to " + running));
    }

    @Test
    void check_writesAllReports() throws IOException {
        source("src/A.java", "class A { void a() { bad(); }" + BODY + "}");
        Path out = directory.resolve("reports/deep");

        Run run = run("check", "--root", directory.toString(), "--sarif", out.resolve("x.sarif").toString(), "--html", out.resolve("x.html").toString(),
                "--stats-file", out.resolve("x.json").toString(), "--stats", directory.resolve("src").toString());

        assertTrue(Files.readString(out.resolve("x.sarif")).contains("\"uri\" : \"src/A.java\""));
        assertTrue(Files.readString(out.resolve("x.html")).contains("<h3>src/A.java</h3>"));
        assertEquals(3, new ObjectMapper().readTree(out.resolve("x.json").toFile()).path("moves.proved").asInt());
        assertTrue(run.out().contains("  methods.seen: 7"), run.out());
    }

    @Test
    void check_asJson() throws IOException {
        Path file = source("A.java", "class A { @SuppressWarnings(\"lungfish\") void a() { bad(); } void b() { maybe(); }" + BODY + "}");

        JsonNode json = new ObjectMapper().readTree(run("check", "--format", "json", file.toString()).out());

        assertEquals("suppressed", json.at("/findings/0/state").asText());
        assertEquals("move.not.owned", json.at("/findings/1/rule").asText());
        assertEquals(file.toString(), json.at("/findings/1/file").asText());
        assertEquals(1, json.at("/statistics/findings.suppressed").asInt());
    }

    @Test
    void check_withAFailureOfOurs_isAnInternalFailure() throws IOException {
        source("A.java", "class A { void crash() { crash(); } }");

        Run run = run("check", directory.toString());

        assertEquals(Main.INTERNAL, run.code());
        assertTrue(run.err().contains("internal failure of Lungfish"), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
    }

    @Test
    void badInputOfEveryKindIsNamed() throws IOException {
        source("notes.txt", "no Java");

        assertEquals("lungfish: there is no 'nowhere'", bad("check", "nowhere"));
        assertEquals("lungfish: '" + directory.resolve("notes.txt") + "' is not a Java source file", bad("check", directory.resolve("notes.txt").toString()));
        assertEquals("lungfish: there is no Java source file below '" + directory + "'", bad("check", directory.toString()));
        assertEquals("lungfish: no Java source file matches '" + directory + "/*.java'", bad("check", directory + "/*.java"));
        assertEquals("lungfish: option 'baseline': there is no file 'none.txt'", bad("check", "--baseline", "none.txt", directory.toString()));
        assertEquals("lungfish: '" + directory.resolve("notes.txt") + "' is not a baseline: its first line is not '# lungfish baseline 1'",
                bad("check", "--baseline", directory.resolve("notes.txt").toString(), directory.toString()));
        assertEquals("lungfish: no rule 'use.aftr.move'; did you mean 'use.after.move'? 'lungfish rules' lists all", bad("explain", "use.aftr.move"));
        assertEquals("lungfish: there is no 'x.sarif'", bad("merge", "--output", "y.sarif", "x.sarif"));
        assertEquals("lungfish: Missing required parameter: 'PATH'", bad("check"));
        assertEquals("lungfish: which command?", bad());
        assertTrue(bad("chek").startsWith("lungfish: Unmatched argument at index 0: 'chek'"));
        assertTrue(bad("check", "--release", "new", "x").startsWith("lungfish: Invalid value for option '--release'"));
    }

    private static String bad(String... arguments) {
        Run run = run(arguments);
        assertEquals(Main.USAGE, run.code(), run.err());
        return run.err().lines().findFirst().orElse("");
    }

    @Test
    void rules_listsTheCatalogue() {
        Run run = run("rules");

        assertEquals(Main.OK, run.code());
        assertEquals(RuleCatalog.all().stream().map(Rule::key).toList(), run.out().lines().map(line -> line.split(" ")[0]).toList());
    }

    @Test
    void explain_showsThePageOfEveryRule() {
        for (Rule rule : RuleCatalog.all()) {
            Run run = run("explain", rule.key());
            assertEquals(Main.OK, run.code());
            assertTrue(run.out().contains(rule.key()), run.out());
            assertFalse(run.out().contains("```"), run.out());
        }
    }

    @Test
    void baseline_andMerge_goRound() throws IOException {
        source("src/A.java", "class A { void a() { bad(); }" + BODY + "}");
        String sarif = directory.resolve("a.sarif").toString();
        String known = directory.resolve("known.txt").toString();
        run("check", "--sarif", sarif, "--root", directory.toString(), directory + "/src");

        assertEquals("1 finding in " + known, run("baseline", "--output", known, sarif).out().strip());
        Run again = run("check", "--baseline", known, directory + "/src");
        Run merged = run("merge", "--profile", "github", "--output", directory.resolve("m.sarif").toString(), sarif, sarif);

        assertEquals(Main.OK, again.code());
        assertEquals("0 errors, 0 warnings, 0 notes, 1 known from the baseline; 3 moves proved, 0 left open", again.out().strip());
        assertEquals("1 finding in " + directory.resolve("m.sarif"), merged.out().strip());
    }

    /** Two modules as two builds left them: the contract in the second one is not what the verdict in the first one rests on. */
    @Test
    void mergeSaysWhichVerdictsAreOutOfDate() throws IOException {
        file("a/A.class", "");
        file("a/META-INF/lungfish/grounds/A.grounds", "lungfish-grounds 1 A\nB 12345678=12345678 9abcdef0\nC 12345678\n");
        file("b/B.class", "");
        file("b/META-INF/lungfish/B.contract", "lungfish-contract 1 B\nB#take(LOrder;)V use=1u moves=1\n");
        Path sarif = directory.resolve("m.sarif");

        Run merged = run("merge", "--output", sarif.toString(), directory.resolve("a").toString(), directory.resolve("b").toString());

        String told = "the verdict about 'A' rests on what 'B' did before: compile the class again";
        assertEquals(Main.OK, merged.code());
        assertEquals("lungfish: " + told, merged.err().strip());
        assertTrue(Files.readString(sarif).contains("T" + told.substring(1)), Files.readString(sarif));
        assertEquals("", run("merge", "--output", sarif.toString(), directory.resolve("a").toString()).err().strip(), "of B nothing is known");
    }

    private void file(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void helpAndVersionAndCompletion() {
        assertTrue(run("--help").out().startsWith("Usage: lungfish"));
        assertTrue(run("check", "--help").out().contains("--classpath"));
        assertTrue(run("--version").out().startsWith("lungfish "));
        assertTrue(run("generate-completion").out().contains("complete -F"));
        assertEquals(Main.OK, run("help", "merge").code());
        assertEquals(List.of(), run("check", "--help").out().lines().filter(line -> line.length() > 120).toList());
    }

    @Test
    void check_runsTheProcessorsThatTheProgramNeeds() throws Exception {
        String lombok = Path.of(lombok.Getter.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        Path file = source("A.java", "@lombok.Getter class A { private int n; int twice() { bad(); return 2 * getN(); }" + BODY + "}");

        Run with = run("check", "--classpath", lombok, "--processorpath", lombok, file.toString());

        assertEquals(Main.USAGE, run("check", "--classpath", lombok, file.toString()).code());
        assertEquals(Main.FINDINGS, with.code(), with.err());
        assertTrue(with.out().contains("A.java:1: error: [use.after.move]"), with.out());
        assertTrue(run("check", "--processorpath", "nowhere.jar", file.toString()).err().contains("there is no 'nowhere.jar', which the processor path names"));
    }

    @Test
    void check_saysWhereTheSourcesComeFrom() throws IOException {
        source("src/A.java", "class A { void a() { bad(); }" + BODY + "}");
        String sarif = directory.resolve("a.sarif").toString();

        run("check", "--sarif", sarif, "--provenance", "https://example.org/shop@abc", directory + "/src");
        run("merge", "--output", sarif + ".merged", "--provenance", "https://example.org/shop@def", sarif);

        assertTrue(Files.readString(Path.of(sarif)).contains("\"revisionId\" : \"abc\""));
        assertTrue(Files.readString(Path.of(sarif + ".merged")).contains("\"revisionId\" : \"def\""));
        assertTrue(bad("check", "--provenance", "x", directory + "/src").contains("'x' does not say where the sources come from"));
    }

    @Test
    void baseline_ofARunThatCheckedNothing_isRefused() throws IOException {
        source("src/A.java", "class A { Missing missing; }");
        String sarif = directory.resolve("a.sarif").toString();

        assertEquals(Main.USAGE, run("check", "--sarif", sarif, directory + "/src").code());
        assertTrue(bad("baseline", "--output", directory.resolve("known.txt").toString(), sarif).contains("a run that checked nothing"));
        assertFalse(Files.exists(directory.resolve("known.txt")));
    }
}
