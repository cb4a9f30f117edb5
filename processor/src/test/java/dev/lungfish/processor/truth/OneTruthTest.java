package dev.lungfish.processor.truth;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.processor.Plugged;
import dev.lungfish.processor.testing.Javac;
import dev.lungfish.processor.weave.WovenProgram;
import dev.lungfish.runtime.RegionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The analysis and the runtime tell one truth. Programs are compiled with checks woven in, findings being warnings only, and run: what is
 * accepted must not fail, what is rejected must fail with the same key wherever the runtime can see it. Where they differ is written down.
 */
class OneTruthTest {
    /**
     * What the runtime sees of each deed. A plain object has no handle: what is done to it after a freeze or an unlock looks like any other
     * access; so it does after a move, if no name in a local variable can be asked. A program that does it says {@code raw}.
     */
    private static final Map<String, Sight> SIGHT = Map.ofEntries(
            entry("use.after.move", Sight.HANDLES), entry("move.while.borrowed", Sight.HANDLES), entry("region.not.open", Sight.HANDLES),
            entry("cown.not.acquired", Sight.HANDLES), entry("region.escape", Sight.HANDLES), entry("region.cycle", Sight.HANDLES), entry("freeze.unfreezable", Sight.EVERYTHING),
            entry("region.cross.reference", Sight.EVERYTHING), entry("residual.check", Sight.EVERYTHING),
            // Where it is certain nothing is left to ask; where it is not, or nobody knows the thread, the run time can tell.
            entry("frozen.write", Sight.HANDLES), entry("confined.wrong.thread", Sight.EVERYTHING));

    private enum Sight {
        EVERYTHING, HANDLES
    }

    /**
     * Programs about freezing by structure, as under plain javac: with the plugin the content is proved to be owned by nobody else, and
     * freezes whatever its classes are ({@code runtime.md} 4). In them the refusal that they expect does not come.
     */
    private static final Set<String> FREEZE_BY_STRUCTURE = Set.of("LambdasAndTheirCaptures", "MutableClassesOfTheJdk", "PathToTheBlocker",
            "UnmodifiableViewsAreViews");

    /** Programs that look at what they have given away, in this line: compiled all the same, they fail there with the key of the finding. */
    private static final Map<String, Integer> USE_A_DEAD_NAME = Map.of("DissolveGivesContentBack", 15, "MoveTorchesTheHandle", 20, "OfTakesTheContentItself", 17);

    private static final Path SPEC = Path.of(System.getProperty("lungfish.spec", "../../shared/spec"));
    private static final Path OWN = Path.of("src/test/truth");
    private static final Path KNOWN = Path.of("src/test/resources/one-truth-known.txt");
    private static final Pattern FINDING = Pattern.compile("(\\w+)\\.java:(\\d+): (?:warning|error|note|Note): \\[([a-z.]+)]");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    static Path directory;

    /** One finding of the analysis. */
    private record Found(String program, int line, String key) {
    }

    private static WovenProgram compile(String folder, Collection<Path> sources) {
        Javac javac = new Javac(directory.resolve(folder)).classPath(System.getProperty("java.class.path")).options("-proc:none");
        sources.forEach(javac::existing);
        return new WovenProgram(javac).compile(Plugged.with(Map.of("level", "warning")));
    }

    private static List<Found> findings(WovenProgram program) {
        Matcher each = FINDING.matcher(program.compiled().output());
        return each.results().map(m -> new Found(m.group(1), Integer.parseInt(m.group(2)), m.group(3))).distinct().toList();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static String nameOf(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    @TestFactory
    List<DynamicTest> ownPrograms() throws IOException {
        List<Path> sources = sources(OWN);
        WovenProgram all = compile("own", sources);
        assertEquals("", all.complaints());
        assertEquals(0, all.compiled().count("no check is inserted"), all.compiled().output());
        List<Found> findings = findings(all);
        return sources.stream().map(source -> DynamicTest.dynamicTest(nameOf(source),
                () -> assertTimeoutPreemptively(LIMIT, () -> judge(source, all, findings)))).toList();
    }

    private static void judge(Path source, WovenProgram all, List<Found> findings) throws IOException {
        String name = nameOf(source);
        List<String> lines = Files.readAllLines(source);
        List<String> words = List.of(lines.get(0).replace("// truth: ", "").split(" "));
        Set<Found> mine = findings.stream().filter(found -> found.program().equals(name)).collect(Collectors.toSet());
        RegionException thrown = all.failure(name);
        if (words.get(0).equals("fine")) {
            assertEquals(Set.of(), mine.stream().filter(found -> !found.key().equals("residual.check")).collect(Collectors.toSet()));
            assertEquals(null, thrown);
            return;
        }
        int here = 1 + lines.indexOf(lines.stream().filter(line -> line.endsWith("// here")).findFirst().orElseThrow());
        assertEquals(Set.of(new Found(name, here, words.get(0))), mine);
        assertTrue(SIGHT.containsKey(words.get(0)), () -> "the table does not say whether the runtime sees " + words.get(0));
        if (words.contains("raw")) {
            assertEquals(Sight.HANDLES, SIGHT.get(words.get(0)));
            assertEquals(null, thrown);
            return;
        }
        assertTrue(thrown != null, "the runtime did not see it");
        assertEquals(words.get(words.size() - 1), thrown.key());
        boolean onTheLine = Arrays.stream(thrown.getStackTrace()).anyMatch(frame -> frame.getClassName().equals(name) && frame.getLineNumber() == here);
        assertTrue(onTheLine || thrown.getMessage().contains(name + ".java:" + here), () -> "elsewhere: " + thrown);
    }

    @Test
    void eachRuleThatTheRuntimeSeesHasAProgram() throws IOException {
        TreeSet<String> shown = new TreeSet<>();
        for (Path source : sources(OWN)) {
            shown.addAll(List.of(Files.readAllLines(source).get(0).replace("// truth: ", "").split(" ")));
        }
        assertEquals(new TreeSet<>(SIGHT.keySet()), shown.stream().filter(word -> !List.of("fine", "raw").contains(word)).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** The shared programs for the runtime: they assert by themselves what is refused, and still do so with everything woven in. */
    @TestFactory
    List<DynamicTest> sharedPrograms() throws IOException {
        Path folder = SPEC.resolve("cases/spec/lungfish");
        if (!Files.isDirectory(folder)) {
            return List.of(DynamicTest.dynamicTest("all", () -> Assumptions.abort("no shared programs: " + folder + " is not there")));
        }
        List<Path> programs = sources(folder);
        List<Path> support = Stream.of("Expect.java", "Book.java").map(SPEC.resolve("support/spec/support")::resolve).toList();
        WovenProgram all = compile("shared", Stream.concat(programs.stream(), support.stream()).toList());
        assertEquals("", all.complaints());
        List<Found> findings = findings(all);
        Stream<DynamicTest> runs = programs.stream().filter(OneTruthTest::runsHere).map(source -> DynamicTest.dynamicTest(nameOf(source),
                () -> assertTimeoutPreemptively(LIMIT, () -> runShared(nameOf(source), all))));
        return Stream.concat(runs, Stream.of(DynamicTest.dynamicTest("same keys", () -> compareKeys(findings, folder)))).toList();
    }

    /** Those that start JVMs of their own are the runtime's tests' business. */
    private static boolean runsHere(Path source) {
        try {
            return !Files.readString(source).contains("java.class.path");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void runShared(String name, WovenProgram all) {
        String last = all.run("spec.lungfish." + name).strip().lines().reduce((first, next) -> next).orElse("");
        if (USE_A_DEAD_NAME.containsKey(name)) {
            String failure = "dev.lungfish.runtime.MovedException: [use.after.move] at " + name + ".java:" + USE_A_DEAD_NAME.get(name) + ": 'raw' was moved at ";
            assertTrue(last.startsWith(failure), last);
            return;
        }
        String expected = FREEZE_BY_STRUCTURE.contains(name) ? "java.lang.AssertionError: not refused; expected [freeze.unfreezable]" : name + " ok";
        assertEquals(expected, last);
    }

    /**
     * A finding should stand where the program asserts that the runtime refuses the same. Where the analysis is stricter, or has another word
     * for it, it is known: the list is exact and says why, and {@code -Dtruth=write} writes it anew.
     */
    private static void compareKeys(List<Found> findings, Path folder) throws IOException {
        TreeSet<String> differing = new TreeSet<>();
        for (Found found : findings) {
            Path source = folder.resolve(found.program() + ".java");
            if (Files.exists(source) && !found.key().equals("residual.check")) {
                String line = Files.readAllLines(source).get(found.line() - 1);
                boolean fails = found.key().equals("use.after.move") && Integer.valueOf(found.line()).equals(USE_A_DEAD_NAME.get(found.program()));
                if (!line.contains("\"" + found.key() + "\"") && !fails) {
                    differing.add(found.program() + ":" + found.line() + " " + found.key() + (line.contains("Expect.refused(") || line.contains("Expect.throws") ? " refused" : ""));
                }
            }
        }
        Map<String, String> reasons = new TreeMap<>();
        Files.readAllLines(KNOWN).forEach(line -> reasons.put(line.split(" # ", 2)[0], line.split(" # ", 2)[1]));
        if ("write".equals(System.getProperty("truth"))) {
            Files.writeString(KNOWN, differing.stream().map(each -> each + " # " + reasons.getOrDefault(each, "") + "\n").collect(Collectors.joining()));
            reasons.keySet().retainAll(differing);
            differing.forEach(each -> reasons.putIfAbsent(each, ""));
        }
        assertEquals(new TreeSet<>(reasons.keySet()), differing, "run with -Dtruth=write if the new list is right, and say why");
        assertEquals(Set.of(), reasons.keySet().stream().filter(each -> reasons.get(each).isBlank()).collect(Collectors.toSet()), "known, but nobody says why");
    }
}
