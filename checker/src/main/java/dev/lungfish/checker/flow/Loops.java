package dev.lungfish.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Loops that wait for every hand-over of a collection: {@code for (Future<?> f : all) f.get();}. */
final class Loops {
    private Loops() {
    }

    static boolean isLoop(Tree tree) {
        return tree instanceof EnhancedForLoopTree || tree instanceof ForLoopTree || tree instanceof WhileLoopTree || tree instanceof DoWhileLoopTree;
    }

    /** Whether a loop stands around a place, within a scope. */
    static boolean isInLoop(TreePath place, TreePath scope) {
        for (TreePath at = place; at != null && at.getLeaf() != scope.getLeaf(); at = at.getParentPath()) {
            if (isLoop(at.getLeaf())) {
                return true;
            }
        }
        return false;
    }

    /** Whether each round of a loop, or each run of a lambda, has a variable of this name of its own. */
    static boolean isMadeAgain(VariableElement variable, World world) {
        for (TreePath at = world.program().index().path(variable); at != null && !(at.getLeaf() instanceof ClassTree); at = at.getParentPath()) {
            if (isLoop(at.getLeaf()) || at.getLeaf() instanceof LambdaExpressionTree) {
                return true;
            }
        }
        return false;
    }

    /** Whether each round waits for the loop variable, and no round is skipped. */
    static boolean waitsForEach(EnhancedForLoopTree loop, World world) {
        return loop != null && waitsForEach(loop.getStatement(), receiver -> receiver instanceof IdentifierTree name
                && name.getName().equals(loop.getVariable().getName()), world);
    }

    /** Whether each round waits for its element, and no round is skipped. */
    static boolean waitsForEach(StatementTree round, Predicate<ExpressionTree> isElement, World world) {
        boolean[] skips = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitContinue(ContinueTree tree, Void unused) {
                skips[0] = true;
                return null;
            }
        }.scan(round, null);
        return !skips[0] && waits(round, isElement, world);
    }

    private static boolean waits(StatementTree statement, Predicate<ExpressionTree> isElement, World world) {
        if (statement instanceof BlockTree block) {
            return block.getStatements().stream().anyMatch(s -> waits(s, isElement, world));
        } else if (statement instanceof TryTree guarded) {
            return waits(guarded.getBlock(), isElement, world) && guarded.getCatches().stream().allMatch(Loops::leaves);
        }
        return waitsIn(statement, isElement, world);
    }

    /** A handler after which the loop does not go on: its round may not have waited to the end. */
    private static boolean leaves(CatchTree handler) {
        List<? extends StatementTree> statements = handler.getBlock().getStatements();
        StatementTree last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        return last instanceof ThrowTree || last instanceof ReturnTree || last instanceof BreakTree || endsTheTask(handler.getParameter());
    }

    /** The task itself has failed, so it has ended. */
    private static boolean endsTheTask(VariableTree exception) {
        return exception.getType().toString().matches("(java\\.util\\.concurrent\\.)?(ExecutionException|CompletionException)");
    }

    private static boolean waitsIn(StatementTree statement, Predicate<ExpressionTree> isElement, World world) {
        boolean[] found = {false};
        ExpressionTree expression = statement instanceof ExpressionStatementTree e ? e.getExpression()
                : statement instanceof VariableTree v ? v.getInitializer() : null;
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                found[0] |= call.getMethodSelect() instanceof MemberSelectTree select && isElement.test(select.getExpression()) && isWait(call, select, world);
                return super.visitMethodInvocation(call, unused);
            }
        }.scan(expression, null);
        return found[0];
    }

    private static boolean isWait(MethodInvocationTree call, MemberSelectTree select, World world) {
        ExecutableElement method = TreeUtils.elementFromUse(call);
        Optional<MethodModel> model = world.model(method, Receivers.typeOf(method, select.getExpression(), world));
        return model.isPresent() && model.get().all(Effect.Await.class).stream().anyMatch(a -> a.handle() instanceof Place.This
                && a.when() == dev.lungfish.checker.model.Guard.ALWAYS);
    }
}
