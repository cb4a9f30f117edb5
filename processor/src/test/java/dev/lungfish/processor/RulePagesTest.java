package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulePagesTest {
    @Test
    void everyRuleHasAPage_thatBeginsWithItsKey() {
        List<String> missing = RuleCatalog.all().stream().filter(rule -> !RulePages.hasPage(rule)).map(Rule::key).toList();

        assertEquals(List.of(), missing, "rules without a page under docs/rules");
        for (Rule rule : RuleCatalog.all()) {
            assertTrue(RulePages.markdown(rule).startsWith("# " + rule.key() + "\n"), rule.key());
        }
    }

    @Test
    void aRuleWithoutAPageSaysWhatTheCatalogueSays() {
        Rule unknown = new Rule("no.such.rule", dev.lungfish.checker.rule.Level.NOTE, "nothing", List.of(), "0");

        assertEquals("# no.such.rule\n\nReports nothing.\n", RulePages.markdown(unknown));
    }
}
