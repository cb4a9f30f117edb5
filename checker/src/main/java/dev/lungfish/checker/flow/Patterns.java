package dev.lungfish.checker.flow;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * The variables that the patterns of a {@code switch} bind. The graph tests no label of the last case of an exhaustive one, and has no node that
 * would bind it: all are bound where the selector is known. What an {@code instanceof} in a case binds is bound again there.
 */
final class Patterns {
    private Patterns() {
    }

    /** What is bound out of this expression, if it is the selector of a {@code switch}. */
    static List<VariableElement> boundOutOf(TreePath selector) {
        TreePath around = selector == null ? null : selector.getParentPath();
        while (around != null && around.getLeaf() instanceof ParenthesizedTree) {
            around = around.getParentPath();
        }
        List<VariableElement> bound = new ArrayList<>();
        Tree leaf = around == null ? null : around.getLeaf();
        if (leaf instanceof SwitchTree statement) {
            collect(statement.getCases(), bound);
        } else if (leaf instanceof SwitchExpressionTree expression) {
            collect(expression.getCases(), bound);
        }
        return bound;
    }

    private static void collect(List<? extends Tree> cases, List<VariableElement> bound) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBindingPattern(BindingPatternTree pattern, Void unused) {
                bound.add(TreeUtils.elementFromDeclaration(pattern.getVariable()));
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree type, Void unused) {
                return null;
            }
        }.scan(cases, null);
    }
}
