package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.rule.Level;
import dev.lungfish.processor.baseline.BaselineFile;
import dev.lungfish.processor.testing.Examined;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which findings count. */
class SessionTest {
    private static final String BODY = " void bad() { } void maybe() { } void open() { } ";

    @TempDir
    private Path directory;

    private List<String> states(Report report) {
        return report.findings().stream()
                .map(f -> f.finding().at().line() + " " + f.finding().rule().key() + " " + f.finding().level().word() + " " + f.state()).toList();
    }

    private static List<String> notices(Report report) {
        return report.notices().stream().map(n -> n.at().line() + " " + n.text()).toList();
    }

    @Test
    void suppressionsTakeTheNarrowestDeclaration() {
        Report report = new Examined(directory).file("A.java", """
                class A {
                    @SuppressWarnings("lungfish") void a() { bad(); maybe(); }
                    @SuppressWarnings("lungfish:use.after.move") void b() { bad(); maybe(); }
                    @SuppressWarnings({"unchecked", "use.after.move"}) void c() { bad(); maybe(); }
                    @SuppressWarnings("lungfish") final int field = bad();
                    void d() { @SuppressWarnings("lungfish") int local = bad(); bad(); }
                    int bad() { return 1; }
                    void maybe() { }
                }
                """).report();

        assertEquals(List.of(
                "2 use.after.move error SUPPRESSED", "2 move.not.owned warning SUPPRESSED",
                "3 use.after.move error SUPPRESSED", "3 move.not.owned warning REPORTED",
                "4 use.after.move error SUPPRESSED", "4 move.not.owned warning REPORTED",
                "5 use.after.move error SUPPRESSED",
                "6 use.after.move error SUPPRESSED", "6 use.after.move error REPORTED"), states(report));
        assertEquals(List.of(), report.notices());
    }

    @Test
    void suppressionByAConstantCounts() {
        Report report = new Examined(directory).file("A.java", "class A { static final String K = \"lungfish:use.after.move\";"
                + " @SuppressWarnings(K) void a() { bad(); } void bad() { } }").report();

        assertEquals(List.of("1 use.after.move error SUPPRESSED"), states(report));
    }

    @Test
    void unneededSuppressionsAreSaid() {
        Report report = new Examined(directory).file("A.java", """
                class A {
                    @SuppressWarnings("lungfish:use.after.move") void a() { }
                    @SuppressWarnings("lungfish:use.aftr.move") void b() { bad(); }
                    @SuppressWarnings({"lungfish", "unchecked"}) class Inner {
                        @SuppressWarnings("lungfish") void c() { bad(); }
                    }
                    @SuppressWarnings({"rawtypes", "deprecation"}) void d() { }
                    void bad() { }
                }
                """).report();

        assertEquals(List.of("2 nothing to suppress here: 'lungfish:use.after.move' can be removed",
                "3 'lungfish:use.aftr.move' suppresses nothing: there is no such rule; did you mean 'use.after.move'?",
                "4 nothing to suppress here: 'lungfish' can be removed"), notices(report));
        assertEquals(1, report.count(Level.ERROR));
    }

    @Test
    void generatedCodeIsLeftOutAndCounted() {
        String source = "@interface Generated { } @Generated class A { void a() { bad(); } " + BODY + " } class B { void b() { new A().bad(); } }";

        Report skipped = new Examined(directory).file("A.java", source).report();
        Report warned = new Examined(directory).file("A.java", source).option("generated", "warn").report();

        assertEquals(List.of("1 use.after.move error REPORTED"), states(skipped));
        assertEquals(1, skipped.statistics().get("findings.generated"));
        assertEquals(List.of("1 use.after.move warning REPORTED", "1 use.after.move error REPORTED"), states(warned));
    }

    @Test
    void rulesCanBeSwitchedOffAndLevelsCapped() {
        Examined program = new Examined(directory).file("A.java", "class A { void a() { bad(); maybe(); open(); }" + BODY + "}")
                .option("rule.move.not.owned", "off").option("residual", "off").option("level", "warning");

        assertEquals(List.of("1 use.after.move warning REPORTED"), states(program.report()));
    }

    @Test
    void aBaselineSurvivesMovedLines_andShowsWhatIsNewAndGone() throws IOException {
        String before = "class A {\n void a() { bad(); bad(); }\n void b() { bad(); }\n" + BODY + "}";
        String after = "// a comment\n\nclass A {\n void b() { }\n\n void c() { bad(); }\n void a() {\n bad(); bad(); bad(); }\n" + BODY + "}";
        List<BaselineFile.Entry> entries = new Examined(directory).file("A.java", before).report().findings().stream()
                .map(f -> new BaselineFile.Entry(f.fingerprint().digest(), f.finding().rule().key(), f.finding().member(), f.finding().headline()))
                .toList();
        Path baseline = Files.writeString(directory.resolve("baseline.txt"), BaselineFile.write(entries));

        Report report = new Examined(directory).file("A.java", after).option("baseline", baseline.toString()).report();

        assertEquals(List.of("6 use.after.move error REPORTED", "8 use.after.move error KNOWN", "8 use.after.move error KNOWN",
                "8 use.after.move error REPORTED"), states(report));
        assertEquals(List.of("0 1 finding of the baseline gone: write it anew to keep it short"), notices(report));
    }

    @Test
    void aBaselineOfOtherClassesIsNotGone() throws IOException {
        Path baseline = Files.writeString(directory.resolve("baseline.txt"), BaselineFile.write(List.of(
                new BaselineFile.Entry("0".repeat(32), "use.after.move", "other.Thing#a()", "x"))));

        Report report = new Examined(directory).file("A.java", "class A { }").option("baseline", baseline.toString()).report();

        assertEquals(List.of(), report.notices());
    }

    @Test
    void aFailureOfTheAnalysisIsInTheReport() {
        Report report = new Examined(directory).file("A.java", "class A { void crash() { crash(); } }").report();

        assertTrue(report.failure().orElseThrow().contains("IllegalStateException (the fake crashed) at dev.lungfish."), report.failure().get());
        assertEquals(List.of(), report.findings());
    }
}
