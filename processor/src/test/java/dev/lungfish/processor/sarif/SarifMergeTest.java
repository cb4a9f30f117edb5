package dev.lungfish.processor.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.shard.Shard;
import dev.lungfish.processor.shard.ShardReader;
import dev.lungfish.processor.shard.SourceIndex;
import dev.lungfish.processor.testing.Examined;
import dev.lungfish.processor.testing.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifMergeTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BODY = " void bad() { } void maybe() { } void open() { } ";

    @TempDir
    private Path directory;

    private Path write(String name, Examined program) throws IOException {
        return Files.writeString(directory.resolve(name), SarifLog.text(program.report(), program.options()));
    }

    private Examined module(String name, String body) {
        return new Examined(directory).file(name + "/src/p/" + name.toUpperCase() + ".java",
                "package p;\nclass " + name.toUpperCase() + " { " + body + BODY + "}\n");
    }

    @Test
    void runsBecomeOne_withEachFindingOnce() throws IOException {
        Path a = write("a.sarif", module("a", "void a() { bad(); }"));
        Path b = write("b.sarif", module("b", "void b() { maybe(); open(); }"));
        SarifMerge merge = new SarifMerge();
        merge.addSarif(b);
        merge.addSarif(a);
        merge.addSarif(a);

        String text = merge.text(SarifMerge.Profile.FULL);

        assertEquals(List.of(), SarifSchema.problems(text));
        JsonNode log = MAPPER.readTree(text);
        assertEquals(1, log.path("runs").size());
        assertEquals(List.of("a/src/p/A.java use.after.move error", "b/src/p/B.java move.not.owned warning", "b/src/p/B.java residual.check none"),
                lines(log));
    }

    private static List<String> lines(JsonNode log) {
        List<String> lines = new java.util.ArrayList<>();
        for (JsonNode result : log.at("/runs/0/results")) {
            lines.add(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText() + " " + result.path("ruleId").asText() + " "
                    + result.path("level").asText());
        }
        return lines;
    }

    @Test
    void forGithubSuppressedResultsAreLeftOut_andOpenOnesAreNotes() throws IOException {
        SarifMerge merge = new SarifMerge();
        merge.addSarif(write("a.sarif", module("a", "@SuppressWarnings(\"lungfish\") void a() { bad(); } void b() { open(); }")));

        JsonNode log = MAPPER.readTree(merge.text(SarifMerge.Profile.GITHUB));

        assertEquals(List.of("a/src/p/A.java residual.check note"), lines(log));
        assertEquals(2, MAPPER.readTree(merge.text(SarifMerge.Profile.FULL)).at("/runs/0/results").size());
    }

    @Test
    void runsOfOtherToolsAreRefused() throws IOException {
        Path other = Files.writeString(directory.resolve("other.sarif"),
                "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Other\"}},\"results\":[]}]}");

        InputException refused = assertThrows(InputException.class, () -> new SarifMerge().addSarif(other));

        assertEquals("'" + other + "' holds a run of 'Other': only runs of Lungfish can be merged into one", refused.getMessage());
    }

    @Test
    void filesThatAreNoSarifAreNamed() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.sarif"), "{ not json");
        Path empty = Files.writeString(directory.resolve("empty.sarif"), "{}");

        assertTrue(assertThrows(InputException.class, () -> new SarifMerge().addSarif(broken)).getMessage().startsWith("'" + broken + "' is not SARIF 2.1.0: "));
        assertEquals("'" + empty + "' is not SARIF: it has no runs", assertThrows(InputException.class, () -> new SarifMerge().addSarif(empty)).getMessage());
    }

    @Test
    void shardsGiveTheSameResultsAsTheWholeCompilation() throws IOException {
        Examined program = module("a", "void a() { bad(); maybe(); }");
        Report report = program.report();
        Path classes = Files.createDirectories(directory.resolve("a/target/classes"));
        Path shard = classes.resolve(Shard.pathOf("p.A"));
        Files.createDirectories(shard.getParent());
        Files.writeString(shard, Shard.text("p.A", report.findings(), report.sources()));
        // The same class in another module: the nearer one is meant.
        new Examined(directory).file("b/src/p/A.java", "package p; class A { }");

        List<Judged> read = ShardReader.read(classes, SourceIndex.of(directory).near(classes));
        SarifMerge merge = new SarifMerge();
        merge.addFindings(read, directory);

        assertTrue(!Files.readString(shard).contains(directory.toString()), "a shard names no absolute path");
        JsonNode whole = MAPPER.readTree(SarifLog.text(report, program.options()));
        JsonNode merged = MAPPER.readTree(merge.text(SarifMerge.Profile.FULL));
        assertEquals(whole.at("/runs/0/results"), merged.at("/runs/0/results"));
    }

    @Test
    void aBaselineHasOneEntryPerFindingThatCounts() throws IOException {
        SarifMerge merge = new SarifMerge();
        merge.addSarif(write("a.sarif", module("a", "void a() { bad(); } @SuppressWarnings(\"lungfish\") void b() { bad(); }")));

        assertEquals(1, merge.baseline().size());
        assertEquals("p.A#a()", merge.baseline().get(0).member());
        assertEquals("'order' is used here, but it was moved", merge.baseline().get(0).headline());
    }
}
