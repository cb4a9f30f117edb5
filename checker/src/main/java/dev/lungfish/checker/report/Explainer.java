package dev.lungfish.checker.report;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Violation;
import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.List;

/** Turns violations into findings: the only place where facts become words. */
public final class Explainer {
    private final Messages messages;

    public Explainer(Messages messages) {
        this.messages = messages;
    }

    /** The finding for this violation. */
    public Finding explain(Violation violation) {
        Rule rule = RuleCatalog.of(violation.key());
        List<RelatedPoint> related = new ArrayList<>();
        for (Violation.Step step : violation.steps()) {
            if (step.at().isKnown()) {
                related.add(new RelatedPoint(step.at(), messages.text(step.message(), step.names()), step.thread()));
            }
        }
        return new Finding(rule, levelOf(violation.certainty(), rule), violation.at(), messages.text(violation.message(), violation.names()),
                related, messages.find(violation.message() + ".help", violation.names()).orElse(""), violation.member(), "");
    }

    /** Why it was left to the run time: half a sentence, for the end of a failure's message. Empty if nothing is asked. */
    public String why(ResidualCheck check) {
        return !check.kind().hasReason() ? "" : messages.text(check.message() + ".why", check.names());
    }

    private static Level levelOf(Certainty certainty, Rule rule) {
        Level level = switch (certainty) {
            case WITNESSED -> Level.ERROR;
            case POSSIBLE -> Level.WARNING;
            case UNPROVED -> Level.NOTE;
        };
        return level.atMost(rule.level());
    }
}
