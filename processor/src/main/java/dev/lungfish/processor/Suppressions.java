package dev.lungfish.processor;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.rule.Rule;
import dev.lungfish.checker.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code @SuppressWarnings} of one compilation unit that speak of Lungfish: {@code "lungfish"}, {@code "lungfish:key"} or a bare key; and those
 * that take back, for the checker that an annotation belongs to, what the annotation claims ({@code "GuardedBy"}, {@code "Immutable"}).
 * A finding is taken by the narrowest declaration around it. Remembers which of them took one. Not thread-safe.
 */
final class Suppressions {
    private static final String ALL = "lungfish";
    private static final String PREFIX = "lungfish:";

    /** Other checkers' words for the annotations of theirs that we read: what is suppressed for their owner is not claimed. */
    private static final Map<String, Set<String>> OF_OTHERS = Map.of(
            "GuardedBy", Set.of("region.not.open", "region.escape", "region.cross.reference"),
            "GuardedByChecker", Set.of("region.not.open", "region.escape", "region.cross.reference"),
            "Immutable", Set.of("frozen.mutable.part"));

    private final List<Suppression> suppressions;

    private Suppressions(List<Suppression> suppressions) {
        this.suppressions = suppressions;
    }

    private static final class Suppression {
        final Declarations.Annotated declaration;
        final String word;
        final Tree at;
        boolean used;

        Suppression(Declarations.Annotated declaration, String word, Tree at) {
            this.declaration = declaration;
            this.word = word;
            this.at = at;
        }

        String key() {
            return word.startsWith(PREFIX) ? word.substring(PREFIX.length()) : word;
        }

        boolean matches(Finding finding) {
            return (word.equals(ALL) || key().equals(finding.rule().key()) || OF_OTHERS.getOrDefault(word, Set.of()).contains(finding.rule().key())) && declaration.covers(finding.at().start());
        }
    }

    /** Reads those of a unit. */
    static Suppressions of(Declarations declarations) {
        List<Suppression> found = new ArrayList<>();
        for (Declarations.Annotated declaration : declarations.with("SuppressWarnings")) {
            for (ExpressionTree argument : declaration.tree().getArguments()) {
                collect(declaration, argument instanceof AssignmentTree named ? named.getExpression() : argument, found);
            }
        }
        return new Suppressions(found);
    }

    private static void collect(Declarations.Annotated declaration, ExpressionTree value, List<Suppression> found) {
        if (value instanceof NewArrayTree array && array.getInitializers() != null) {
            array.getInitializers().forEach(part -> collect(declaration, part, found));
        } else if (value instanceof LiteralTree literal) {
            add(declaration, String.valueOf(literal.getValue()), value, found);
        } else if (declaration.element() != null) {
            // A constant: the compiler knows its value. It knows the values of the whole annotation only.
            SuppressWarnings evaluated = declaration.element().getAnnotation(SuppressWarnings.class);
            for (String word : evaluated == null ? new String[0] : evaluated.value()) {
                add(declaration, word, declaration.tree(), found);
            }
        }
    }

    private static void add(Declarations.Annotated declaration, String word, Tree at, List<Suppression> found) {
        boolean ours = word.equals(ALL) || OF_OTHERS.containsKey(word) || word.startsWith(PREFIX) || RuleCatalog.find(word).isPresent();
        boolean repeated = found.stream().anyMatch(s -> s.declaration == declaration && s.word.equals(word));
        if (ours && !repeated) {
            found.add(new Suppression(declaration, word, at));
        }
    }

    /** Whether there is none. */
    boolean isEmpty() {
        return suppressions.isEmpty();
    }

    /** Whether the source asks to leave this finding alone. */
    boolean take(Finding finding) {
        return suppressions.stream().filter(s -> s.matches(finding))
                .min(Comparator.comparingLong((Suppression s) -> s.declaration.width()).thenComparing(s -> s.word.equals(ALL)))
                .map(s -> s.used = true)
                .orElse(false);
    }

    /** What is to be said of those that took nothing, or name no rule. */
    List<Notice> unneeded(CompilationUnitTree unit, Positions positions) {
        List<String> keys = RuleCatalog.all().stream().map(Rule::key).toList();
        List<Notice> notices = new ArrayList<>();
        for (Suppression suppression : suppressions) {
            if (suppression.used || OF_OTHERS.containsKey(suppression.word)) {
                continue;
            }
            String text = suppression.word.equals(ALL) || keys.contains(suppression.key())
                    ? "nothing to suppress here: '" + suppression.word + "' can be removed"
                    : "'" + suppression.word + "' suppresses nothing: there is no such rule" + NearMiss.hint(suppression.key(), keys);
            notices.add(Notice.note(positions.of(unit, suppression.at), text));
        }
        return notices;
    }
}
