package dev.lungfish.checker.threads;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.List;
import java.util.Set;

/** Whether a place is reached only after the code has asked which thread it is on. Stateless. */
final class ThreadGuards {
    private static final Set<String> QUESTIONS = Set.of("isEventDispatchThread", "isDispatchThread", "isFxApplicationThread");

    private ThreadGuards() {
    }

    /** {@code if (isEventDispatchThread()) { here }}, or here after {@code if (!isEventDispatchThread()) { ..; return; }}. */
    static boolean isGuarded(TreePath place, Body body) {
        TreePath inner = place;
        for (TreePath outer = place.getParentPath(); outer != null && inner.getLeaf() != body.path().getLeaf(); outer = outer.getParentPath()) {
            Tree tree = outer.getLeaf();
            if (tree instanceof IfTree choice && isInRightBranch(choice.getCondition(), choice.getThenStatement(), choice.getElseStatement(), inner)
                    || tree instanceof ConditionalExpressionTree value
                    && isInRightBranch(value.getCondition(), value.getTrueExpression(), value.getFalseExpression(), inner)
                    || tree instanceof BlockTree block && isBehindReturn(block.getStatements(), inner)) {
                return true;
            }
            inner = outer;
        }
        return false;
    }

    private static boolean isInRightBranch(ExpressionTree condition, Tree whenTrue, Tree whenFalse, TreePath inner) {
        return asks(condition) && inner.getLeaf() == (isNegated(condition) ? whenFalse : whenTrue);
    }

    private static boolean isBehindReturn(List<? extends StatementTree> statements, TreePath inner) {
        for (StatementTree statement : statements) {
            if (statement == inner.getLeaf()) {
                return false;
            }
            if (statement instanceof IfTree choice && asks(choice.getCondition()) && isNegated(choice.getCondition()) && leaves(choice.getThenStatement())) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaves(StatementTree statement) {
        if (statement instanceof BlockTree block) {
            return !block.getStatements().isEmpty() && leaves(block.getStatements().get(block.getStatements().size() - 1));
        }
        return statement instanceof ReturnTree || statement instanceof ThrowTree;
    }

    private static boolean isNegated(ExpressionTree condition) {
        ExpressionTree bare = condition;
        while (bare instanceof ParenthesizedTree tree) {
            bare = tree.getExpression();
        }
        return bare instanceof UnaryTree && bare.getKind() == Tree.Kind.LOGICAL_COMPLEMENT;
    }

    private static boolean asks(ExpressionTree condition) {
        return Boolean.TRUE.equals(new TreeScanner<Boolean, Void>() {
            @Override
            public Boolean visitMethodInvocation(MethodInvocationTree tree, Void unused) {
                return QUESTIONS.contains(simple(tree)) ? Boolean.TRUE : super.visitMethodInvocation(tree, null);
            }

            @Override
            public Boolean reduce(Boolean one, Boolean other) {
                return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
            }
        }.scan(condition, null));
    }

    private static String simple(MethodInvocationTree call) {
        return Library.nameOf(call).toString();
    }
}
