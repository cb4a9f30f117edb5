package dev.lungfish.checker.rule;

import java.util.List;

/**
 * One row of the rule table.
 *
 * @param key the stable key, as users write it in suppressions
 * @param level the heaviest level at which it is reported
 * @param says one sentence without full stop
 * @param cwe the weaknesses it guards against, as {@code CWE-362}
 * @param since the first version that has it
 */
public record Rule(String key, Level level, String says, List<String> cwe, String since) {
    /** Name of the page under {@code docs/rules/}. */
    public String page() {
        return key + ".md";
    }
}
