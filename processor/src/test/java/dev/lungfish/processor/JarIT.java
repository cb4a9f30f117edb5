package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The finished jar, used as a user would: with the javac and java of every JDK that is installed beside the running one. */
class JarIT {
    private static final Path JAR = Path.of(System.getProperty("lungfish.jar", "target/lungfish.jar")).toAbsolutePath();

    /** What javac makes of a comment that somebody may ask for. */
    private static final String KEPT_COMMENT = "JavadocTokenizer$JavadocComment";

    @TempDir
    private Path directory;

    private record Run(int code, String output) {
    }

    /** One JDK per feature version, 17 or newer. */
    static Stream<Path> jdks() throws IOException {
        Map<Integer, Path> found = new TreeMap<>();
        Path running = Path.of(System.getProperty("java.home")).toRealPath();
        found.put(Runtime.version().feature(), running);
        try (Stream<Path> beside = Files.list(running.getParent())) {
            for (Path jdk : beside.sorted().toList()) {
                Path release = jdk.resolve("release");
                if (Files.isRegularFile(release) && Files.isExecutable(jdk.resolve("bin/javac"))) {
                    String version = Files.readString(release).lines().filter(line -> line.startsWith("JAVA_VERSION=")).findFirst().orElse("=\"0\"");
                    int feature = Integer.parseInt(version.replaceAll(".*\"(\\d+).*", "$1"));
                    if (feature >= 17) {
                        found.putIfAbsent(feature, jdk.toRealPath());
                    }
                }
            }
        }
        return found.values().stream();
    }

    private Run run(Path jdk, String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(jdk.resolve("bin").resolve(tool).toString()));
        command.addAll(Arrays.asList(arguments));
        Path log = directory.resolve("log.txt");
        Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        int code = process.waitFor();
        // From JDK 24 on every use of Unsafe is announced once per JVM, in four lines.
        String output = Files.readString(log).lines().filter(line -> !line.startsWith("WARNING: ")).collect(Collectors.joining("\n"));
        return new Run(code, output);
    }

    private void source(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void theJarHoldsEverything_andNothingThatMeetsAUsersOwn() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> names = jar.stream().map(entry -> entry.getName()).toList();
            assertTrue(names.contains("META-INF/services/javax.annotation.processing.Processor"));
            assertTrue(names.contains("META-INF/services/com.sun.source.util.Plugin"));
            assertTrue(names.contains("META-INF/gradle/incremental.annotation.processors"));
            assertTrue(names.contains("dev/lungfish/annotation/Frozen.class"));
            assertTrue(names.contains("dev/lungfish/runtime/Region.class"));
            List<String> foreign = names.stream().filter(name -> name.endsWith(".class") && !name.startsWith("dev/lungfish/")).toList();
            assertEquals(List.of(), foreign);
            assertEquals("dev.lungfish.processor.cli.Main", jar.getManifest().getMainAttributes().getValue("Main-Class"));
        }
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void onTheProcessorPath_nothingElseIsNeeded(Path jdk) throws Exception {
        source("A.java", "import dev.lungfish.annotation.Frozen; @Frozen final class A { final int a = 1; }");

        Run run = run(jdk, "javac", "-processorpath", JAR.toString(), "-cp", JAR.toString(), "-d", "out", "-Alungfish.stats=stats.json", "A.java");

        assertEquals(new Run(0, ""), run);
        assertTrue(Files.readString(directory.resolve("stats.json")).contains("\"findings.errors\": 0"));
        assertTrue(Files.exists(directory.resolve("out/A.class")));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aRaceFailsTheBuild_onceForBothEntries(Path jdk) throws Exception {
        source("Shop.java", """
                import java.util.ArrayList;
                import java.util.List;
                import java.util.concurrent.BlockingQueue;

                class Shop {
                    void sell(BlockingQueue<List<String>> queue) throws InterruptedException {
                        List<String> order = new ArrayList<>();
                        queue.put(order);
                        order.add("late");
                    }
                }
                """);

        Run both = run(jdk, "javac", "-processorpath", JAR.toString(), "-Xplugin:Lungfish", "-d", "out", "Shop.java");

        assertEquals(1, both.code());
        assertTrue(both.output().startsWith("Shop.java:9: error: [use.after.move] "), both.output());
        assertTrue(both.output().contains("\n  Shop.java:8: "), both.output());
        assertTrue(both.output().endsWith("\n1 error"), both.output());
        assertFalse(Files.exists(directory.resolve("out/Shop.class")));

        Run capped = run(jdk, "javac", "-processorpath", JAR.toString(), "-Alungfish.level=warning", "-d", "out", "Shop.java");
        assertEquals(0, capped.code(), capped.output());
        assertTrue(capped.output().startsWith("Shop.java:9: warning: [use.after.move] "), capped.output());
        assertTrue(Files.exists(directory.resolve("out/Shop.class")));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void onlyWhatIsNeededIsLoadedAndKept(Path jdk) throws Exception {
        source("Shop.java", """
                import java.util.ArrayList;
                import java.util.List;
                import java.util.concurrent.ExecutorService;

                /** Sells. */
                class Shop {
                    record Order(String item, List<String> notes) { }
                    private int sold;
                    synchronized void sell(ExecutorService pool) {
                        Order order = new Order("tea", new ArrayList<>());
                        pool.execute(() -> order.notes().add("sold " + sold++));
                        order.notes().add("late");
                    }
                }
                """);

        Run run = run(jdk, "javac", "-J-Xlog:class+load:file=classes.txt", "-processorpath", JAR.toString(), "-Alungfish.level=warning", "-Alungfish.sarif=out.sarif", "-d", "out", "Shop.java");

        assertTrue(run.output().contains("[use.after.move]"), run.output());
        assertTrue(Files.readString(directory.resolve("out.sarif")).contains("\"endColumn\""), "where trees end is known all the same");
        assertFalse(Files.readString(directory.resolve("classes.txt")).contains(KEPT_COMMENT), "comments are kept for nobody");
        List<String> ours = Files.readAllLines(directory.resolve("classes.txt")).stream().filter(line -> line.contains("dev.lungfish.")).toList();
        assertTrue(ours.size() > 500, ours.size() + " classes");
        assertEquals(List.of(), ours.stream().filter(line -> line.contains("$$Lambda")).toList());

        run(jdk, "javac", "-J-Xlog:class+load:file=classes.txt", "-processor", "dev.lungfish.processor.LungfishProcessor", "-processorpath", JAR.toString(), "-d", "out", "Shop.java");
        assertTrue(Files.readString(directory.resolve("classes.txt")).contains(KEPT_COMMENT), "a processor has its comments");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whatAMethodDoesIsKnownInTheNextModule(Path jdk) throws Exception {
        source("acme/Relay.java", """
                package acme;

                public class Relay {
                    public static void later(StringBuilder text) {
                        new Thread(() -> text.append("later")).start();
                    }
                }
                """);
        source("Shop.java", """
                class Shop {
                    void sell() {
                        StringBuilder text = new StringBuilder();
                        acme.Relay.later(text);
                        text.append("late");
                    }
                }
                """);
        assertEquals(new Run(0, ""), run(jdk, "javac", "-processorpath", JAR.toString(), "-d", "out", "acme/Relay.java"));
        assertEquals(0, run(jdk, "jar", "-cf", "acme.jar", "-C", "out", ".").code());

        Run next = run(jdk, "javac", "-processorpath", JAR.toString(), "-cp", "acme.jar", "-d", "next", "Shop.java");

        assertEquals(1, next.code());
        assertTrue(next.output().startsWith("Shop.java:5: error: [use.after.move] "), next.output());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aBuildWithoutWarningsStaysOne(Path jdk) throws Exception {
        source("A.java", "import dev.lungfish.annotation.Frozen; @Frozen final class A { final int a = 1; @interface Mine { } @Mine void m() { } }");

        assertEquals(new Run(0, ""), run(jdk, "javac", "-Xlint:all", "-Werror", "-processorpath", JAR.toString(), "-cp", JAR.toString(), "-d", "out",
                "-Alungfish.stats=stats.json", "A.java"));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void asAPlugin_underNoProcessing(Path jdk) throws Exception {
        source("A.java", "class A { }");

        Run run = run(jdk, "javac", "-proc:none", "-processorpath", JAR.toString(), "-Xplugin:Lungfish stats=stats.json", "-d", "out", "A.java");

        assertEquals(new Run(0, ""), run);
        assertTrue(Files.exists(directory.resolve("stats.json")));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void aloneOnThePath_itNeedsNoAnnotationProcessing(Path jdk) throws Exception {
        source("A.java", "class A { }");
        source("Other.java", """
                import java.util.Set;
                import javax.annotation.processing.*;
                import javax.lang.model.element.TypeElement;

                @SupportedAnnotationTypes("*")
                public class Other extends AbstractProcessor {
                    @Override
                    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
                        return false;
                    }
                }
                """);
        source("other/META-INF/services/javax.annotation.processing.Processor", "Other\n");
        assertEquals(0, run(jdk, "javac", "-proc:none", "-d", "other", "Other.java").code());
        String stats = "-Alungfish.stats=stats.json";

        Run alone = run(jdk, "javac", "-XprintRounds", "-processorpath", JAR.toString(), stats, "-d", "out", "A.java");
        assertEquals(new Run(0, ""), alone);
        assertTrue(Files.deleteIfExists(directory.resolve("stats.json")));

        Run beside = run(jdk, "javac", "-XprintRounds", "-processorpath", JAR + java.io.File.pathSeparator + "other", stats, "-d", "out", "A.java");
        assertTrue(beside.output().contains("Round 1:"), beside.output());
        assertTrue(Files.deleteIfExists(directory.resolve("stats.json")));

        Run named = run(jdk, "javac", "-XprintRounds", "-processor", "dev.lungfish.processor.LungfishProcessor", "-processorpath", JAR.toString(), stats, "-d", "out", "A.java");
        assertTrue(named.output().contains("Round 1:"), named.output());
        assertTrue(Files.deleteIfExists(directory.resolve("stats.json")));

        assertEquals(new Run(0, ""), run(jdk, "javac", "-proc:none", "-processorpath", JAR.toString(), stats, "-d", "out", "A.java"));
        assertFalse(Files.exists(directory.resolve("stats.json")), "whoever wants no processors gets none");

        Run onClassPath = run(jdk, "javac", "-XprintRounds", "-cp", JAR.toString(), stats, "-d", "out", "A.java");
        assertEquals(onClassPath.output().contains("Round 1:"), Files.exists(directory.resolve("stats.json")), "on the class path javac decides: " + onClassPath.output());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void wrongOptionsAreSaid(Path jdk) throws Exception {
        source("A.java", "class A { }");

        Run run = run(jdk, "javac", "-processorpath", JAR.toString(), "-d", "out", "-Alungfish.levl=x", "A.java");

        assertEquals(1, run.code());
        assertTrue(run.output().startsWith("error: Lungfish: unknown option 'levl'; did you mean 'level'?"), run.output());
        assertEquals(1, Stream.of(run.output().split("\n")).filter(line -> line.contains("error:")).count(), run.output());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whereThePackagesStayClosed_theFlagsAreSaid_andTheyHelp(Path jdk) throws Exception {
        source("A.java", "class A { }");
        String[] plain = {"-processorpath", JAR.toString(), "-d", "out", "-Alungfish.selfOpen=false", "-Alungfish.stats=stats.json", "A.java"};

        Run closed = run(jdk, "javac", plain);
        assertEquals(1, closed.code());
        assertTrue(closed.output().contains("error: Lungfish checks nothing here: the compiler's packages are closed, and selfOpen=false keeps them so."), closed.output());
        assertFalse(closed.output().contains("\tat "), closed.output());

        String flags = closed.output().substring(closed.output().indexOf("-J--add-opens"), closed.output().indexOf("ALL-UNNAMED\n", closed.output().lastIndexOf("-J--add-opens")) + 11);
        List<String> open = new ArrayList<>(Arrays.asList(flags.split("\\s+")));
        open.addAll(Arrays.asList(plain));
        assertEquals(new Run(0, ""), run(jdk, "javac", open.toArray(String[]::new)));
        assertTrue(Files.exists(directory.resolve("stats.json")));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void whereUnsafeIsDenied_theFlagsAreSaid(Path jdk) throws Exception {
        source("A.java", "class A { }");
        String deny = "-J--sun-misc-unsafe-memory-access=deny";
        Assumptions.assumeTrue(run(jdk, "javac", deny, "-version").code() == 0, "this JDK cannot deny access to Unsafe");

        Run run = run(jdk, "javac", deny, "-processorpath", JAR.toString(), "-d", "out", "A.java");

        assertEquals(1, run.code());
        assertTrue(run.output().contains("error: Lungfish checks nothing here"), run.output());
        assertFalse(run.output().contains("\tat "), run.output());
    }

    @Test
    void afterLombokInTheProcessorOrder() throws Exception {
        Path lombok = Path.of(lombok.Getter.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        source("A.java", "@lombok.Getter class A { private int number; int twice() { return 2 * getNumber(); } }");
        Path jdk = Path.of(System.getProperty("java.home"));

        Run run = run(jdk, "javac", "-processorpath", lombok + java.io.File.pathSeparator + JAR, "-cp", lombok.toString(), "-d", "out",
                "-processor", "lombok.launch.AnnotationProcessorHider$AnnotationProcessor,dev.lungfish.processor.LungfishProcessor",
                "-Alungfish.stats=stats.json", "A.java");

        assertEquals(new Run(0, ""), run);
        assertTrue(Files.exists(directory.resolve("stats.json")));
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void theCommandLineRunsWithoutFlags_andFindsOurLibraries(Path jdk) throws Exception {
        source("src/A.java", "import dev.lungfish.annotation.Frozen; import dev.lungfish.runtime.Region; @Frozen final class A { static Region<String> r; }");

        Run check = run(jdk, "java", "-jar", JAR.toString(), "check", "--sarif", "out/x.sarif", "src");

        assertEquals(0, check.code(), check.output());
        assertTrue(check.output().startsWith("0 errors, 0 warnings"), check.output());
        assertTrue(Files.readString(directory.resolve("out/x.sarif")).contains("\"name\" : \"Lungfish\""));
        assertEquals(0, run(jdk, "java", "-jar", JAR.toString(), "explain", "use.after.move").code());
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void previewFeaturesOfTheRunningJdkCompile(Path jdk) throws Exception {
        int feature = Integer.parseInt(Files.readString(jdk.resolve("release")).lines().filter(line -> line.startsWith("JAVA_VERSION=")).findFirst()
                .orElseThrow().replaceAll(".*\"(\\d+).*", "$1"));
        Assumptions.assumeTrue(feature >= 25);
        source("A.java", "import java.util.concurrent.StructuredTaskScope; class A { void a() throws Exception { try (var s = StructuredTaskScope.open()) { s.join(); } } }");

        Run run = run(jdk, "java", "-jar", JAR.toString(), "check", "--release", String.valueOf(feature), "A.java");

        assertEquals(0, run.code(), run.output());
    }
}
