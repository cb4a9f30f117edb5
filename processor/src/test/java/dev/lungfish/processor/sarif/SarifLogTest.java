package dev.lungfish.processor.sarif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.processor.baseline.BaselineFile;
import dev.lungfish.processor.testing.Examined;
import dev.lungfish.processor.testing.Golden;
import dev.lungfish.processor.testing.SarifSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifLogTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String BODY = "    void bad() { }\n    void maybe() { }\n    void open() { }\n";

    @TempDir
    private Path directory;

    private static String sarif(Examined program) {
        return SarifLog.text(program.report(), program.options(), Optional.empty());
    }

    /** Valid, and as written down; the rules, which come from the rule pages, are left out of the comparison. */
    private static JsonNode check(String name, Examined program) throws IOException {
        String text = sarif(program);
        assertEquals(List.of(), SarifSchema.problems(text));
        JsonNode log = MAPPER.readTree(text);
        ObjectNode driver = (ObjectNode) log.at("/runs/0/tool/driver");
        assertEquals(RuleCatalog.all().stream().map(Rule::key).toList(), ids(driver.path("rules")));
        driver.remove("rules");
        driver.put("version", "x");
        Golden.check(name + ".sarif.json", MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(log).replace("\r\n", "\n") + "\n");
        return log;
    }

    private static List<String> ids(JsonNode rules) {
        List<String> ids = new ArrayList<>();
        rules.forEach(rule -> ids.add(rule.path("id").asText()));
        return ids;
    }

    @Test
    void none() throws IOException {
        check("none", new Examined(directory).file("src/shop/Shop.java", "package shop;\nclass Shop { }\n"));
    }

    @Test
    void one() throws IOException {
        check("one", new Examined(directory).file("src/shop/Shop.java", "package shop;\nclass Shop {\n    void sell() {\n\t\tbad();\n    }\n" + BODY + "}\n"));
    }

    @Test
    void many() throws IOException {
        JsonNode log = check("many", new Examined(directory).file("src/shop/Ümläut Shop.java",
                "package shop;\nclass Shop {\n    void sell() {\n        String s = \"\uD83D\uDC1F\"; bad(); maybe();\n        open(); this\n            .bad();\n    }\n"
                        + BODY + "}\n"));

        JsonNode bad = log.at("/runs/0/results/0");
        assertEquals("src/shop/%C3%9Cml%C3%A4ut%20Shop.java",
                bad.at("/locations/0/physicalLocation/artifactLocation/uri").asText());
        // A fish is two UTF-16 units; the end is exclusive.
        assertEquals(26, bad.at("/locations/0/physicalLocation/region/startColumn").asInt());
        assertEquals(31, bad.at("/locations/0/physicalLocation/region/endColumn").asInt());
        assertEquals("warning", log.at("/runs/0/results/1/level").asText());
        assertEquals("open", log.at("/runs/0/results/2/kind").asText());
        assertEquals(6, log.at("/runs/0/results/3/locations/0/physicalLocation/region/endLine").asInt());
    }

    @Test
    void twoFiles() throws IOException {
        check("two-files", new Examined(directory).file("src/b/B.java", "package b;\nclass B {\n    void b() { bad(); }\n" + BODY + "}\n")
                .file("src/a/A.java", "package a;\nclass A {\n    void a() { bad(); bad(); }\n" + BODY + "}\n"));
    }

    @Test
    void suppressed() throws IOException {
        check("suppressed", new Examined(directory).file("src/A.java",
                "class A {\n    @SuppressWarnings(\"lungfish\") void a() { bad(); }\n    @SuppressWarnings(\"lungfish\") void b() { }\n" + BODY + "}\n"));
    }

    @Test
    void toolError() throws IOException {
        JsonNode log = MAPPER.readTree(sarif(new Examined(directory).file("src/A.java", "class A { void crash() { crash(); } }")));

        assertFalse(log.at("/runs/0/invocations/0/executionSuccessful").asBoolean());
        assertEquals("error", log.at("/runs/0/invocations/0/toolExecutionNotifications/0/level").asText());
        assertEquals(List.of(), SarifSchema.problems(log.toString()));
    }

    @Test
    void aBaselineMarksResultsAsNewOrUnchanged() throws IOException {
        Examined before = new Examined(directory).file("src/A.java", "class A { void a() { bad(); }" + BODY + "}");
        String entry = before.report().findings().get(0).fingerprint().digest();
        Path baseline = Files.writeString(directory.resolve("known.txt"),
                BaselineFile.write(List.of(new BaselineFile.Entry(entry, "use.after.move", "A#a()", "x"))));

        JsonNode results = MAPPER.readTree(sarif(new Examined(directory).file("src/A.java", "class A { void a() { bad(); } void b() { bad(); }" + BODY + "}")
                .option("baseline", baseline.toString()))).at("/runs/0/results");

        assertEquals("unchanged", results.path(0).path("baselineState").asText());
        assertEquals("new", results.path(1).path("baselineState").asText());
    }

    @Test
    void theSameSourcesGiveTheSameBytesFromEveryFolder() {
        String source = "class A { void a() { bad(); maybe(); open(); }" + BODY + "}";

        String here = sarif(new Examined(directory.resolve("here")).file("src/A.java", source));
        String there = sarif(new Examined(directory.resolve("some/where/else")).file("src/A.java", source));

        assertEquals(here, there);
        assertFalse(here.contains(directory.toString()), here);
    }

    @Test
    void messagesAreSentencesWithLinkedSteps() throws IOException {
        JsonNode result = MAPPER.readTree(sarif(new Examined(directory).file("A.java", "class A { void a() { bad(); }" + BODY + "}"))).at("/runs/0/results/0");

        assertEquals("'order' is used here, but it was moved. ['order' was moved to another thread here.](1) Help: Use 'order' before the move.",
                result.at("/message/text").asText());
        assertEquals(1, result.at("/relatedLocations/0/id").asInt());
        assertEquals(2, result.at("/codeFlows/0/threadFlows/0/locations").size());
        assertTrue(result.at("/partialFingerprints/primaryLocationLineHash").asText().matches("[0-9a-f]+:1"));
    }

    @Test
    void everyRuleHasWhatCodeScanningShows() throws IOException {
        for (JsonNode rule : MAPPER.readTree(sarif(new Examined(directory).file("A.java", "class A { }"))).at("/runs/0/tool/driver/rules")) {
            String id = rule.path("id").asText();
            assertTrue(rule.at("/shortDescription/text").asText().matches("(?s)['@A-Z].*\\."), id);
            assertTrue(rule.at("/fullDescription/text").asText().length() <= 1024 && !rule.at("/fullDescription/text").asText().isEmpty(), id);
            assertFalse(rule.at("/help/markdown").asText().isEmpty(), id);
            assertTrue(rule.at("/defaultConfiguration/level").asText().matches("error|warning|note"), id);
            assertTrue(rule.at("/properties/precision").asText().matches("high|medium"), id);
        }
    }
}
