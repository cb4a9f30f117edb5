package dev.lungfish.checker.finding;

import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.rule.Rule;
import java.util.Comparator;
import java.util.List;

/**
 * A violation dressed for a reader. Plain data: javac text, SARIF, HTML and the language server only render it.
 *
 * @param rule the row of the rule table
 * @param level error, warning or note
 * @param at the expression that is wrong
 * @param headline lower case, no full stop, stands alone in a list
 * @param related what led here, in the order in which it happens
 * @param help a repair, or empty
 * @param member class and member in which it stands, as {@code pkg.Outer.Inner#method(Type)}: part of the stable fingerprint
 * @param origin names the class that generated the code ({@code @Generated}), or empty
 */
public record Finding(Rule rule, Level level, SourcePoint at, String headline, List<RelatedPoint> related, String help, String member,
        String origin) implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::at)
            .thenComparing(f -> f.rule().key())
            .thenComparing(Finding::headline)
            .thenComparing(Finding::level);

    public Finding {
        related = List.copyOf(related);
    }

    /** The same finding at another level. */
    public Finding withLevel(Level other) {
        return other == level ? this : new Finding(rule, other, at, headline, related, help, member, origin);
    }

    /** Total order by place, so that output never depends on hash order. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
