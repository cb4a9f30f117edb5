package dev.lungfish.checker.frozen;

import com.sun.source.util.TreePath;
import java.util.List;

/**
 * Whether the value of an expression is frozen: by its static type, by what it is made of ({@code List.copyOf}, {@code new Point(1, 2)}, a lambda
 * and what it captures), or by the values of the name that it mentions. Looks at declarations, not at the state at a program point: a name
 * that was filled with something mutable on some way counts as mutable.
 */
public final class ValueVerdict {
    private final TypeVerdicts verdicts;

    public ValueVerdict(TypeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** The verdict; its path begins with the expression's static type. Private fields that only constructors write count as final. */
    public FrozenVerdict of(TreePath expression) {
        return of(FrozenTypes.simpleName(verdicts.values().typeOf(expression)), expression, Reading.SHARING);
    }

    /** Whether the value of this expression is frozen; false for trees that the compiler made up, which have no path. */
    public boolean isFrozen(TreePath expression) {
        return expression != null && of(expression).isFrozen();
    }

    /** The verdict, told as a path that begins with this name. */
    public FrozenVerdict of(String name, TreePath expression, Reading reading) {
        List<Need> needs = verdicts.values().needs(expression, "", reading);
        return verdicts.frozenTypes().verdict(name, needs, reading);
    }
}
