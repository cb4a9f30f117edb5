package dev.lungfish.checker.threads;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;

/** Questions about the shape of source code that need no types. Stateless. */
final class Shapes {
    private Shapes() {
    }

    /** The expression without parentheses and casts. */
    static TreePath bare(TreePath expression) {
        TreePath path = expression;
        while (true) {
            if (path.getLeaf() instanceof ParenthesizedTree tree) {
                path = new TreePath(path, tree.getExpression());
            } else if (path.getLeaf() instanceof TypeCastTree tree) {
                path = new TreePath(path, tree.getExpression());
            } else {
                return path;
            }
        }
    }

    /** The expression behind a dot or before an index; null if there is none. */
    static TreePath holder(TreePath expression) {
        if (expression.getLeaf() instanceof MemberSelectTree tree) {
            return new TreePath(expression, tree.getExpression());
        }
        return expression.getLeaf() instanceof ArrayAccessTree tree ? new TreePath(expression, tree.getExpression()) : null;
    }

    /** Whether a place is run again by a loop of the body in which it stands. */
    static boolean isInLoop(TreePath place, Body body) {
        TreePath inner = place;
        for (TreePath outer = place.getParentPath(); outer != null && inner.getLeaf() != body.path().getLeaf(); outer = outer.getParentPath()) {
            if (repeats(outer.getLeaf(), inner.getLeaf())) {
                return true;
            }
            inner = outer;
        }
        return false;
    }

    private static boolean repeats(Tree outer, Tree inner) {
        if (outer instanceof ForLoopTree loop) {
            return !loop.getInitializer().contains(inner);
        }
        if (outer instanceof EnhancedForLoopTree loop) {
            return loop.getStatement() == inner;
        }
        return outer instanceof WhileLoopTree || outer instanceof DoWhileLoopTree;
    }

    /** Whether only the reference itself is looked at: a monitor, or a comparison of references. */
    static boolean isIdentityUse(TreePath expression) {
        TreePath outer = expression.getParentPath();
        while (outer.getLeaf() instanceof ParenthesizedTree) {
            outer = outer.getParentPath();
        }
        return outer.getLeaf() instanceof SynchronizedTree || outer.getLeaf().getKind() == Tree.Kind.EQUAL_TO
                || outer.getLeaf().getKind() == Tree.Kind.NOT_EQUAL_TO;
    }

    /** Whether the reference is passed to a call or constructor. */
    static boolean isArgument(TreePath expression) {
        Tree around = expression.getParentPath().getLeaf();
        return around instanceof MethodInvocationTree call && call.getArguments().contains(expression.getLeaf())
                || around instanceof NewClassTree made && made.getArguments().contains(expression.getLeaf());
    }

    static boolean isLoop(Tree tree) {
        return tree instanceof ForLoopTree || tree instanceof EnhancedForLoopTree || tree instanceof WhileLoopTree || tree instanceof DoWhileLoopTree;
    }

    /** Whether one tree stands inside another, or is it. */
    static boolean isWithin(TreePath place, Tree tree) {
        for (TreePath path = place; path != null; path = path.getParentPath()) {
            if (path.getLeaf() == tree) {
                return true;
            }
        }
        return false;
    }

    /** Whether a member is named without an object, or behind {@code this}. */
    static boolean isThroughThis(TreePath use) {
        return use.getLeaf() instanceof IdentifierTree || use.getLeaf() instanceof MemberSelectTree select && isThis(select.getExpression());
    }

    private static boolean isThis(Tree holder) {
        return holder instanceof IdentifierTree name && (name.getName().contentEquals("this") || name.getName().contentEquals("super"))
                || holder instanceof MemberSelectTree outer && outer.getIdentifier().contentEquals("this");
    }

    /** Whether a method is called on the object that calls it. */
    static boolean isOnThis(TreePath call) {
        return call.getLeaf() instanceof MethodInvocationTree tree && isThroughThis(new TreePath(call, tree.getMethodSelect()));
    }

    /** Whether something is done with what a reference leads to: a call, a field, an element, a loop over it, a copy. */
    static boolean isLookedInto(TreePath expression) {
        TreePath inner = expression;
        TreePath outer = expression.getParentPath();
        while (outer.getLeaf() instanceof ParenthesizedTree || outer.getLeaf() instanceof TypeCastTree) {
            inner = outer;
            outer = outer.getParentPath();
        }
        TreePath holder = holder(outer);
        return holder != null && holder.getLeaf() == inner.getLeaf() || outer.getLeaf() instanceof EnhancedForLoopTree loop && loop.getExpression() == inner.getLeaf()
                || outer.getLeaf() instanceof NewClassTree made && made.getArguments().contains(inner.getLeaf());
    }

    /** Whether the way that the code takes depends on the expression. */
    static boolean isAsked(TreePath expression) {
        TreePath inner = expression;
        for (TreePath outer = expression.getParentPath(); outer != null && inner.getLeaf() instanceof ExpressionTree; outer = outer.getParentPath()) {
            Tree tree = outer.getLeaf();
            if (tree instanceof IfTree choice && choice.getCondition() == inner.getLeaf() || tree instanceof WhileLoopTree loop && loop.getCondition() == inner.getLeaf()
                    || tree instanceof ConditionalExpressionTree value && value.getCondition() == inner.getLeaf()
                    || tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
                return true;
            }
            inner = outer;
        }
        return false;
    }
}
