package dev.lungfish.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.samples.Commands.Outcome;
import dev.lungfish.samples.Samples.Marker;
import dev.lungfish.samples.Samples.Reported;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The samples as a user meets them: compiled and run by the JDK's own commands, checked by {@code lungfish.jar}. What does not agree with
 * the markers yet is listed in {@code samples-pending.txt}, which must be exact, so that it only shrinks.
 */
class SamplesTest {
    private static final Map<String, String> PROGRAMS = new java.util.TreeMap<>(Map.of(
            "parcels", "parcels.Dispatch",
            "bank", "bank.Bank",
            "pipeline", "pipeline.Pipeline",
            "cache", "cache.ReadingRoom"));
    private static final String RACY = "parcels-racy";
    private static final Pattern HEADLINE = Pattern.compile("^(?:.*/)?(\\w+\\.java):(\\d+): (?:error|warning): \\[([a-z.]+)]", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> everyProgramRunsToItsEnd(@TempDir Path classes) {
        return PROGRAMS.keySet().stream().map(sample -> DynamicTest.dynamicTest(sample, () -> {
            Outcome compiled = Commands.javac(compilation(sample, classes.resolve(sample), List.of("-proc:none", "-Xlint:all")));
            assertEquals(new Outcome(0, ""), compiled);
            Outcome run = Commands.java(List.of("-cp", classes.resolve(sample) + java.io.File.pathSeparator + Commands.userClassPath(), PROGRAMS.get(sample)));
            assertEquals(0, run.exit(), run.output());
            List<String> printed = run.output().lines().toList();
            for (String line : Samples.expectedOutput(sample)) {
                assertTrue(printed.contains(line), () -> "'" + line + "' is not in the output:\n" + run.output());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> findingsAreExactlyTheMarkedOnes() throws IOException {
        Set<String> pending = pending();
        return Stream.concat(PROGRAMS.keySet().stream(), Stream.of(RACY)).map(sample -> DynamicTest.dynamicTest(sample, () -> {
            Outcome check = Commands.java(List.of("-jar", Commands.lungfishJar().toString(), "check", Samples.folder().resolve(sample).toString()));
            assertTrue(check.exit() == 0 || check.exit() == 1, check.output());
            Set<String> expected = pending.stream().filter(line -> line.startsWith(sample + " ")).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(String.join("\n", expected), String.join("\n", differences(sample, reported(check.output()))), check.output());
        }));
    }

    @Test
    void racyTwinStopsJavacAndCorrectOneDoesNot(@TempDir Path classes) throws IOException {
        List<String> withLungfish = List.of("-processorpath", Commands.lungfishJar().toString());
        Outcome racy = Commands.javac(compilation(RACY, classes.resolve("racy"), withLungfish));
        boolean nothingFoundYet = pending().stream().filter(line -> line.startsWith(RACY + " missed ")).count() == Samples.due(RACY).size();
        assertEquals(nothingFoundYet ? 0 : 1, racy.exit(), racy.output());
        assertEquals(!nothingFoundYet, HEADLINE.matcher(racy.output()).find(), racy.output());
        Outcome correct = Commands.javac(compilation("parcels", classes.resolve("correct"), withLungfish));
        assertEquals(0, correct.exit(), correct.output());
    }

    /** What the README shows of the racy sample is what a reader gets who types its command. */
    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        String readme = Files.readString(Samples.folder().resolveSibling("README.md"));
        String shown = readme.substring(readme.indexOf("```text\n") + "```text\n".length());
        shown = shown.substring(0, shown.indexOf("```"));
        Outcome check = Commands.java(List.of("-jar", Commands.lungfishJar().toString(), "check", Samples.folder().resolve(RACY).toString()));
        List<String> printed = check.output().replace(Samples.folder().toString(), "samples").lines().toList();
        for (String line : shown.lines().toList()) {
            assertTrue(printed.contains(line), () -> "'" + line + "' is in README.md, but not in the output:\n" + check.output());
        }
    }

    private static List<String> compilation(String sample, Path target, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-cp", Commands.userClassPath(), "-d", target.toString()));
        arguments.addAll(options);
        arguments.addAll(Samples.sourcesOf(sample));
        return arguments;
    }

    private static List<Reported> reported(String output) {
        List<Reported> reported = new ArrayList<>();
        Matcher headlines = HEADLINE.matcher(output);
        while (headlines.find()) {
            reported.add(new Reported(headlines.group(1), Integer.parseInt(headlines.group(2)), headlines.group(3)));
        }
        return reported;
    }

    /** What is missed and what is too much, one line each. */
    private static Set<String> differences(String sample, List<Reported> reported) {
        Set<String> differences = new TreeSet<>();
        List<Marker> due = Samples.due(sample);
        List<Marker> tolerated = Samples.tolerated(sample);
        for (Marker marker : due) {
            if (reported.stream().noneMatch(marker::matches)) {
                differences.add(sample + " missed " + marker.file() + ":" + marker.line() + " " + String.join("|", marker.keys()));
            }
        }
        for (Reported finding : reported) {
            if (Stream.concat(due.stream(), tolerated.stream()).noneMatch(marker -> marker.matches(finding))) {
                differences.add(sample + " unexpected " + finding);
            }
        }
        return differences;
    }

    private static Set<String> pending() throws IOException {
        try (InputStream in = SamplesTest.class.getResourceAsStream("/samples-pending.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
