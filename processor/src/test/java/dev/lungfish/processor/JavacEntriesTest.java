package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.processor.testing.FakeAnalysis;
import dev.lungfish.processor.testing.Javac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build sees of us inside javac. */
class JavacEntriesTest {
    private static final String RACY = """
            package shop;

            class Shop {
                void sell() {
                    Shop shop = new Shop();
                    shop
                        .self()
                        .bad();
                }

                Shop self() {
                    return this;
                }

                void bad() {
                }
            }
            """;

    @TempDir
    private Path directory;

    private final FakeAnalysis fake = new FakeAnalysis();

    private Javac.Run run(Javac javac, String... options) {
        return javac.run(task -> Installation.install(task, Installation.ours(toMap(options)), null, fake));
    }

    private static Map<String, String> toMap(String... options) {
        Map<String, String> map = new java.util.TreeMap<>();
        for (String option : options) {
            map.put("lungfish." + option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
        }
        return map;
    }

    @Test
    void anErrorHasPlaceStepsAndHelp_andKeepsClassFilesAway() {
        Javac javac = new Javac(directory).file("shop/Shop.java", RACY).options("-proc:none");

        Javac.Run run = run(javac);

        assertFalse(run.ok());
        // The caret of javac for a call stands at its last dot; the finding stands at the first line of the expression.
        assertTrue(run.output().contains("shop/Shop.java:6: error: [use.after.move] 'order' is used here, but it was moved\n"), run.output());
        assertTrue(run.output().contains("Shop.java:4: 'order' was moved to another thread here\n  help: use 'order' before the move\n"), run.output());
        assertTrue(run.output().endsWith("1 error\n"), run.output());
        assertFalse(Files.exists(javac.classes().resolve("shop/Shop.class")));
        assertTrue(Files.exists(javac.classes().resolve("META-INF/lungfish/findings/shop.Shop.json")));
    }

    @Test
    void warningsAndNotesLetTheBuildPass() {
        Javac javac = new Javac(directory).file("A.java", "class A { void maybe() { maybe(); open(); } void open() { } }").options("-proc:none");

        Javac.Run run = run(javac);

        assertTrue(run.ok());
        assertTrue(run.output().contains("A.java:1: warning: [move.not.owned]"), run.output());
        assertTrue(run.output().contains("A.java:1: Note: [residual.check]") || run.output().contains("A.java:1: note: [residual.check]"), run.output());
        assertTrue(Files.exists(javac.classes().resolve("A.class")));
    }

    @Test
    void allClassesAreThere_whicheverComesFirst() {
        String first = "class First { void a() { new Second().b(); bad(); } void bad() { } }";
        String second = "class Second { void b() { new First().a(); bad(); } void bad() { } }";

        Javac.Run forward = run(new Javac(directory.resolve("1")).file("First.java", first).file("Second.java", second).options("-proc:none"));
        Javac.Run backward = run(new Javac(directory.resolve("2")).file("Second.java", second).file("First.java", first).options("-proc:none"));

        assertEquals(2, fake.runs);
        assertEquals(List.of("First", "Second", "Second", "First"), fake.classes);
        assertEquals(2, forward.count("error: [use.after.move]"), forward.output());
        assertEquals(2, backward.count("error: [use.after.move]"), backward.output());
    }

    @Test
    void severalErrorsAtOnePlaceAreAllShown() {
        Javac.Run run = run(new Javac(directory).file("A.java", "class A { void twice() { twice(); } }").options("-proc:none"));

        assertEquals(1, run.count("[use.after.move] first"), run.output());
        assertEquals(1, run.count("[move.shared] second"), run.output());
        assertTrue(run.output().contains("2 errors"), run.output());
    }

    @Test
    void moreFindingsThanJavacPrintsAreAllShown() {
        String calls = "bad(); maybe();\n".repeat(230);
        Javac.Run run = run(new Javac(directory).file("A.java", "class A { void bad() { " + calls + " } void maybe() { } }").options("-proc:none"));

        assertEquals(230, run.count("error: [use.after.move]"));
        assertEquals(230, run.count("warning: [move.not.owned]"));
    }

    @Test
    void twoEntriesSayThingsOnce() {
        Javac javac = new Javac(directory).file("A.java", "class A { void bad() { bad(); } }").options("-proc:none");

        Javac.Run run = javac.run(task -> {
            Installation.install(task, Map.of(), null, fake);
            Installation.install(task, Map.of(), null, fake);
        });

        assertEquals(1, fake.runs);
        assertEquals(1, run.count("[use.after.move]"), run.output());
    }

    @Test
    void pluginAndProcessorTogetherSayThingsOnce() {
        // The plugin is first, as in javac; the processor must notice it. Its own analysis would find nothing, and write statistics.
        Path stats = directory.resolve("stats.json");
        Javac javac = new Javac(directory).file("A.java", "class A { void bad() { bad(); } }")
                .processor(new LungfishProcessor()).options("-Alungfish.stats=" + stats);

        Javac.Run run = javac.run(task -> Installation.install(task, Map.of(), null, fake));

        assertEquals(1, fake.runs);
        assertEquals(1, run.count("[use.after.move]"), run.output());
        assertTrue(Files.exists(stats));
    }

    @Test
    void withoutDebugInformationPlacesAreKnownAllTheSame() {
        Javac.Run run = run(new Javac(directory).file("A.java", "class A {\n  void bad() { bad(); }\n}").options("-proc:none", "-g:none"));

        assertTrue(run.output().contains("A.java:2: error: [use.after.move]"), run.output());
    }

    @Test
    void wrongOptionsAreOneErrorEach_andNothingIsChecked() {
        Javac.Run run = run(new Javac(directory).file("A.java", "class A { void bad() { bad(); } }").options("-proc:none"),
                "levl=error", "level=loud", "rule.use.aftr.move=off");

        assertFalse(run.ok());
        assertTrue(run.output().contains("unknown option 'levl'; did you mean 'level'? valid: sarif, html"), run.output());
        assertTrue(run.output().contains("option 'level' has the value 'loud' valid: error, warning, note"), run.output());
        assertTrue(run.output().contains("unknown rule 'use.aftr.move' in option 'rule.use.aftr.move'; did you mean 'use.after.move'?"), run.output());
        assertEquals(0, fake.runs);
    }

    @Test
    void afterErrorsOfTheProgramNothingPartialIsSaid() throws IOException {
        Path sarif = directory.resolve("out.sarif");
        Javac.Run run = run(new Javac(directory).file("A.java", "class A { void bad() { bad(); int x = \"\"; } }").options("-proc:none"),
                "sarif=" + sarif);

        assertFalse(run.ok());
        assertEquals(0, fake.runs);
        assertEquals(1, run.count("Lungfish has not checked this compilation"), run.output());
        assertTrue(Files.readString(sarif).contains("\"executionSuccessful\" : false"), Files.readString(sarif));
    }

    @Test
    void aFailureOfOursIsOneWarning_andTheBuildGoesOn() {
        Javac javac = new Javac(directory).file("A.java", "class A { void crash() { crash(); } }").options("-proc:none");

        Javac.Run run = run(javac);

        assertTrue(run.ok(), run.output());
        assertEquals(1, run.count("warning: "), run.output());
        assertTrue(run.output().contains("internal failure of Lungfish, nothing was checked: IllegalStateException (the fake crashed) at "), run.output());
        assertFalse(run.output().contains("\tat "), run.output());
        assertTrue(Files.exists(javac.classes().resolve("A.class")));
    }

    @Test
    void aFileThatCannotBeWrittenIsAWarning() {
        Javac.Run run = run(new Javac(directory).file("A.java", "class A { }").options("-proc:none"),
                "stats=" + directory.resolve("src/A.java/stats.json"));

        assertTrue(run.ok());
        assertEquals(1, run.count("warning: Lungfish: cannot write"), run.output());
    }

    @Test
    void classesOfProcessorRoundsAreChecked() {
        Javac javac = new Javac(directory).file("A.java", "class A extends Made { void a() { bad(); } }").processor(new Generating());

        Javac.Run run = run(javac);

        assertFalse(run.ok());
        assertEquals(2, run.count("error: [use.after.move]"), run.output());
        assertEquals(1, fake.runs);
        assertEquals(List.of("A", "Made"), fake.classes.stream().sorted().toList());
    }

    @Test
    void processorsAfterUsAreNotCutOff() {
        Generating after = new Generating();
        Javac.Run run = new Javac(directory).file("A.java", "@Deprecated class A extends Made { }").processor(new LungfishProcessor()).processor(after)
                .run(task -> { });

        assertTrue(run.ok(), run.output());
        assertTrue(after.made);
    }

    @Test
    void theLastProcessorClaimsWhatIsLeft() {
        Javac.Run run = new Javac(directory).file("A.java", "@Mine class A { } @interface Mine { }").processor(new LungfishProcessor())
                .options("-Xlint:processing", "-Werror").run(task -> { });

        assertTrue(run.ok(), run.output());
    }

    /** Makes a class in the first round. */
    private static final class Generating extends AbstractProcessor {
        private boolean made;

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (!made) {
                made = true;
                try (java.io.Writer out = processingEnv.getFiler().createSourceFile("Made").openWriter()) {
                    out.write("class Made { void bad() { bad(); } }");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
            return false;
        }
    }

    @Test
    void aShardGoesWhenItsFindingsGo() {
        Javac javac = new Javac(directory).file("A.java", "class A { void maybe() { maybe(); } }").options("-proc:none");
        Path shard = javac.classes().resolve("META-INF/lungfish/findings/A.json");
        run(javac);
        assertTrue(Files.exists(shard));

        run(new Javac(directory).file("A.java", "class A { void maybe() { } }").options("-proc:none"));

        assertFalse(Files.exists(shard));
    }

    @Test
    void twoCompilationsAtOnceDoNotMeet() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Javac.Run>> jobs = new java.util.ArrayList<>();
            for (int i = 0; i < 8; i++) {
                int number = i;
                jobs.add(() -> new Javac(directory.resolve("c" + number)).file("C" + number + ".java",
                                "class C" + number + " { void bad() { " + "bad(); ".repeat(number + 1) + "} }").options("-proc:none")
                        .run(task -> Installation.install(task, Map.of(), null, new FakeAnalysis())));
            }
            List<Future<Javac.Run>> runs = pool.invokeAll(jobs);
            for (int i = 0; i < runs.size(); i++) {
                assertEquals(i + 1, runs.get(i).get().count("C" + i + ".java:1: error: [use.after.move]"), runs.get(i).get().output());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void withoutDebugInformation_findingsStandWhereTheyStood() {
        Javac.Run with = run(new Javac(directory.resolve("with")).file("shop/Shop.java", RACY));
        Javac.Run without = run(new Javac(directory.resolve("without")).file("shop/Shop.java", RACY).options("-g:none"));

        assertTrue(with.output().contains("Shop.java:6: error: [use.after.move]"), with.output());
        assertEquals(with.output(), without.output());
    }

    @Test
    void whatDoesNotParseIsReportedAsNotChecked() throws IOException {
        Path sarif = directory.resolve("out.sarif");

        Javac.Run run = run(new Javac(directory).file("A.java", "class A { void a( { } }").options("-proc:none"), "sarif=" + sarif);

        assertFalse(run.ok());
        assertTrue(Files.readString(sarif).contains("\"executionSuccessful\" : false"));
    }
}
