package dev.lungfish.checker.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.docs.RulePage.Example;
import dev.lungfish.checker.docs.RulePage.Kind;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import dev.lungfish.checker.testing.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The pages under {@code docs/rules/} tell the truth: one page per rule, every example compiles, and the analysis says about it what the
 * page says. Examples that do not hold yet are listed in {@code rule-pages-pending.txt}; one that holds must leave the list, so it only shrinks.
 * With {@code -Drulepages.shorten=true} the test takes them off itself.
 */
class RulePagesTest {
    private static final List<String> SECTIONS =
            List.of("Why it matters", "Rejected", "Accepted", "How the analysis decides", "Suppressing", "See also");
    private static final Pattern PAGE_LINK = Pattern.compile("\\]\\(([a-z.]+)\\.md\\)");
    private static final String PENDING = "rule-pages-pending.txt";
    private static final boolean SHORTEN = Boolean.getBoolean("rulepages.shorten");
    private static final Set<String> HOLDS_NOW = new TreeSet<>();

    @AfterAll
    static void takeOffWhatHolds() throws IOException {
        if (SHORTEN && !HOLDS_NOW.isEmpty()) {
            Path list = RulePage.folder().resolveSibling("../checker/src/test/resources/" + PENDING).normalize();
            Files.write(list, Files.readAllLines(list).stream().filter(line -> !HOLDS_NOW.contains(line.strip())).toList());
        }
    }

    @Test
    void everyRuleHasAPageAndEveryPageARule() {
        Set<String> rules = RuleCatalog.all().stream().map(Rule::key).collect(Collectors.toCollection(TreeSet::new));
        Set<String> pages = RulePage.all().stream().map(RulePage::key).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rules, pages);
    }

    @Test
    void theOverviewLinksEveryPage() throws IOException {
        String overview = Files.readString(RulePage.folder().resolve("README.md"));
        for (Rule rule : RuleCatalog.all()) {
            assertTrue(overview.contains("](" + rule.page() + ")"), () -> "docs/rules/README.md does not link " + rule.page());
        }
    }

    @TestFactory
    Stream<DynamicTest> pagesHaveTheFixedStructure() {
        return RulePage.all().stream().map(page -> DynamicTest.dynamicTest(page.key(), () -> checkStructure(page)));
    }

    @TestFactory
    Stream<DynamicTest> examplesAreJudgedAsThePageSays() throws IOException {
        Set<String> pending = pending();
        return RulePage.all().stream().flatMap(page -> page.examples().stream())
                .map(example -> DynamicTest.dynamicTest(example.id(), () -> checkVerdict(example, pending.contains(example.id()))));
    }

    @Test
    void pendingExamplesExist() throws IOException {
        Set<String> unknown = pending();
        RulePage.all().forEach(page -> page.examples().forEach(example -> unknown.remove(example.id())));
        assertEquals(Set.of(), unknown, "listed as pending, but on no page");
    }

    private static void checkStructure(RulePage page) {
        assertEquals(List.of(page.key()), page.headings("# "));
        assertEquals(SECTIONS, page.headings("## "));
        List<Example> rejected = page.examples().stream().filter(example -> example.kind() == Kind.REJECTED).toList();
        List<Example> accepted = page.examples().stream().filter(example -> example.kind() == Kind.ACCEPTED).toList();
        assertEquals(1, rejected.size(), "one rejected example");
        assertEquals(2, accepted.size(), "two accepted examples");
        for (Example example : page.examples()) {
            String section = example.kind() == Kind.REJECTED ? "Rejected" : "Accepted";
            assertEquals(section, example.section(), example.name() + " stands under the wrong heading");
            assertFalse(example.text().contains("import dev.lungfish.checker"), "examples use the public artifacts only");
        }
        assertEquals(1, rejected.get(0).expected().size(), "one marked line");
        assertTrue(rejected.get(0).expected().iterator().next().endsWith(" " + page.key()), "marked with the page's own key");
        accepted.forEach(example -> assertEquals(Set.of(), example.expected(), "no marker in an accepted example"));
        Set<String> names = new HashSet<>();
        page.examples().forEach(example -> assertTrue(names.add(example.name()), () -> "two examples named " + example.name()));
        Matcher links = PAGE_LINK.matcher(String.join("\n", page.lines()));
        while (links.find()) {
            String key = links.group(1);
            assertTrue(RuleCatalog.find(key).isPresent(), () -> "link to a page of no rule: " + key);
        }
    }

    private static void checkVerdict(Example example, boolean isPending) {
        Program program = Sources.attributeTexts(example.text());
        List<Finding> findings = new Analyzer(AnalysisOptions.defaults()).analyze(program).findings();
        Set<String> actual = new TreeSet<>();
        findings.forEach(finding -> actual.add(finding.at().line() + " " + finding.rule().key()));
        boolean holds = actual.equals(example.expected());
        if (isPending && holds && SHORTEN) {
            HOLDS_NOW.add(example.id());
        } else if (isPending) {
            assertFalse(holds, () -> "'" + example.id() + "' holds now: take it off " + PENDING + " (or run with -Drulepages.shorten=true)");
        } else {
            assertEquals(example.expected(), actual, () -> example.id() + ": " + findings);
        }
    }

    private static Set<String> pending() throws IOException {
        try (InputStream in = RulePagesTest.class.getResourceAsStream("/" + PENDING)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
