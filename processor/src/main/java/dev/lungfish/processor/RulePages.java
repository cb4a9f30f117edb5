package dev.lungfish.processor;

import dev.lungfish.checker.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of the rules, as they lie under {@code docs/rules/} in the source and in this jar. Holds no state. */
public final class RulePages {
    private static final String FOLDER = "/dev/lungfish/processor/rules/";

    private RulePages() {
    }

    /** The page of a rule in Markdown; where there is none, what the catalogue says. */
    public static String markdown(Rule rule) {
        try (InputStream in = RulePages.class.getResourceAsStream(FOLDER + rule.page())) {
            if (in == null) {
                return "# " + rule.key() + "\n\nReports " + rule.says() + ".\n";
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the page of " + rule.key(), e);
        }
    }

    /** Whether a rule has a page of its own. */
    public static boolean hasPage(Rule rule) {
        return RulePages.class.getResource(FOLDER + rule.page()) != null;
    }
}
