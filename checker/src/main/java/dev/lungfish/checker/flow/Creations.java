package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** How an object was made, where the variable that has it shows its creation and never has another one. Stateless. */
final class Creations {
    private static final int DEEPEST = 4;

    private Creations() {
    }

    /** Whether the first argument of its constructor is the constant 1. */
    static boolean isMadeWithOne(Tree expression, World world) {
        return isMadeWithOne(expression, world, 0);
    }

    private static boolean isMadeWithOne(Tree expression, World world, int depth) {
        Tree bare = expression instanceof ExpressionTree value ? TreeUtils.withoutParens(value) : expression;
        if (bare instanceof NewClassTree made) {
            return !made.getArguments().isEmpty() && made.getArguments().get(0) instanceof LiteralTree literal && Integer.valueOf(1).equals(literal.getValue());
        }
        boolean isName = bare instanceof IdentifierTree || bare instanceof MemberSelectTree;
        return isName && depth < DEEPEST && TreeUtils.elementFromUse((ExpressionTree) bare) instanceof VariableElement variable && isSetOnce(variable, world)
                && world.program().index().declaration(variable) instanceof VariableTree declaration && declaration.getInitializer() != null
                && isMadeWithOne(declaration.getInitializer(), world, depth + 1);
    }

    private static boolean isSetOnce(VariableElement variable, World world) {
        return variable.getKind().isField() ? world.verdicts().effectivelyFinal(variable)
                : ElementUtils.isEffectivelyFinal(variable);
    }
}
