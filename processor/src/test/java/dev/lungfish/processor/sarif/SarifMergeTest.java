package dev.lungfish.processor.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lungfish.processor.Provenance;
import dev.lungfish.processor.Fingerprint;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.Judged;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.shard.Shard;
import dev.lungfish.processor.shard.ShardReader;
import dev.lungfish.processor.shard.SourceIndex;
import dev.lungfish.processor.testing.Examined;
import dev.lungfish.processor.testing.SarifSchema;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifMergeTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BODY = " void bad() { } void maybe() { } void open() { } ";

    @TempDir
    private Path directory;

    private Path write(String name, Examined program) throws IOException {
        return Files.writeString(directory.resolve(name), SarifLog.text(program.report(), program.options(), Optional.empty()));
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
        JsonNode whole = MAPPER.readTree(SarifLog.text(report, program.options(), Optional.empty()));
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

    @Test
    void whatTheServiceRefusesIsLeftOut_theLightestFirst_andSaid() throws IOException {
        List<Judged> many = new java.util.ArrayList<>();
        for (int i = 0; i < 25_010; i++) {
            many.add(judged(i < 20 ? Level.NOTE : Level.ERROR, i + 1, i == 30 ? 1_001 : 1));
        }
        SarifMerge merge = new SarifMerge();
        merge.addFindings(many, directory);

        JsonNode run = MAPPER.readTree(merge.text(SarifMerge.Profile.GITHUB)).at("/runs/0");

        assertEquals(25_000, run.path("results").size());
        assertEquals("error", run.at("/results/10/level").asText());
        assertEquals(List.of("Related locations of 1 result were left out: the service accepts at most 1000 for one.",
                "10 results of the lowest levels were left out: the service accepts at most 25000 results and 10 megabytes, zipped."),
                run.at("/invocations/0/toolExecutionNotifications").findValuesAsText("text"));
    }

    private static Judged judged(Level level, int line, int related) {
        SourcePoint at = new SourcePoint("A.java", line, 1, line, 2, 0, 1);
        List<RelatedPoint> points = java.util.stream.IntStream.range(0, related)
                .mapToObj(i -> new RelatedPoint(new SourcePoint("A.java", i + 1, 1, i + 1, 2, 0, 1), "step " + i)).toList();
        Finding finding = new Finding(RuleCatalog.of("use.after.move"), level, at, "headline", points, "", "A#a()", "");
        return new Judged(finding, Judged.State.REPORTED, new Fingerprint("A#a()", "use.after.move", line));
    }

    @Test
    void aStoryOfTwoThreadsHasOneFlowForEach_alsoThroughShards() throws IOException {
        Finding finding = new Finding(RuleCatalog.of("static.mutable"), Level.ERROR, new SourcePoint("A.java", 3, 1, 3, 2, 0, 1), "changed here",
                List.of(new RelatedPoint(new SourcePoint("A.java", 1, 1, 1, 2, 0, 1), "the task is started here"),
                        new RelatedPoint(new SourcePoint("A.java", 2, 1, 2, 2, 0, 1), "read here", 1)), "", "A#a()", "");
        Judged judged = new Judged(finding, Judged.State.REPORTED, new Fingerprint("A#a()", "static.mutable", 0));
        Path shard = directory.resolve(Shard.pathOf("A"));
        Files.createDirectories(shard.getParent());
        Files.writeString(shard, Shard.text("A", List.of(judged), dev.lungfish.processor.SourceTexts.onDisk()));
        SarifMerge merge = new SarifMerge();
        merge.addFindings(ShardReader.read(directory, path -> path), directory);

        JsonNode flows = MAPPER.readTree(merge.text(SarifMerge.Profile.FULL)).at("/runs/0/results/0/codeFlows/0/threadFlows");

        assertEquals(List.of("this thread", "another thread"), flows.findValuesAsText("id"));
        assertEquals(2, flows.at("/0/locations").size());
        assertEquals("Read here.", flows.at("/1/locations/0/location/message/text").asText());
    }

    @Test
    void whereSourcesComeFromIsKept_untilSomebodySaysBetter() throws IOException {
        Examined program = module("a", "void a() { bad(); }");
        Path a = Files.writeString(directory.resolve("a.sarif"),
                SarifLog.text(program.report(), program.options(), Optional.of(new Provenance(URI.create("https://example.org/a"), "1", "main"))));
        SarifMerge merge = new SarifMerge();
        merge.addSarif(a);
        String kept = merge.text(SarifMerge.Profile.GITHUB);
        merge.setProvenance(new Provenance(URI.create("https://example.org/b"), "2", ""));
        String said = merge.text(SarifMerge.Profile.GITHUB);

        assertEquals(List.of(), SarifSchema.problems(kept));
        assertEquals("https://example.org/a", MAPPER.readTree(kept).at("/runs/0/versionControlProvenance/0/repositoryUri").asText());
        assertEquals("main", MAPPER.readTree(kept).at("/runs/0/versionControlProvenance/0/branch").asText());
        assertEquals(1, MAPPER.readTree(said).at("/runs/0/versionControlProvenance").size());
        assertEquals("2", MAPPER.readTree(said).at("/runs/0/versionControlProvenance/0/revisionId").asText());
    }
}
