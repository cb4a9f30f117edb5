package dev.lungfish.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Latches and barriers at which a task arrives as its last act, and how many such tasks one of them waits for.
 *
 * @param paths the names of latches around the tasks
 */
record Latches(World world, Paths paths) {
    /** The latches that a task counts down as its last act on every way out on which it counts at all. */
    Set<LoanGroup> countedDownBy(Tree code) {
        Set<LoanGroup> found = new TreeSet<>();
        lastAct(code).flatMap(this::latchOf).ifPresent(found::add);
        return found;
    }

    /** The same of a task object: the latches of the lambda it was made with. */
    Set<LoanGroup> countedDownByTask(ExpressionTree made) {
        if (made instanceof LambdaExpressionTree lambda) {
            return countedDownBy(lambda.getBody());
        }
        Set<LoanGroup> found = new TreeSet<>();
        if (made instanceof NewClassTree creation) {
            creation.getArguments().stream().filter(LambdaExpressionTree.class::isInstance)
                    .forEach(argument -> found.addAll(countedDownBy(((LambdaExpressionTree) argument).getBody())));
        }
        return found;
    }

    private static Optional<ExpressionTree> lastAct(Tree code) {
        if (code instanceof ExpressionTree expression) {
            return Optional.of(expression);
        } else if (code instanceof ExpressionStatementTree statement) {
            return Optional.of(statement.getExpression());
        } else if (code instanceof BlockTree block) {
            List<? extends StatementTree> statements = block.getStatements();
            return statements.isEmpty() ? Optional.empty() : lastAct(statements.get(statements.size() - 1));
        } else if (code instanceof TryTree guarded && guarded.getFinallyBlock() != null) {
            return lastAct(guarded.getFinallyBlock());
        }
        return code instanceof TryTree guarded && guarded.getCatches().stream().noneMatch(Latches::touchesSomething) ? lastAct(guarded.getBlock())
                : Optional.empty();
    }

    /** Whether a handler names anything but what it has caught: it may run after the arrival, which can be interrupted. */
    private static boolean touchesSomething(CatchTree handler) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                found[0] |= TreeUtils.elementFromUse(name) instanceof VariableElement variable
                        && !variable.equals(TreeUtils.elementFromDeclaration(handler.getParameter()))
                        || TreeUtils.elementFromUse(name) instanceof ExecutableElement;
                return null;
            }
        }.scan(handler.getBlock(), null);
        return found[0];
    }

    private Optional<LoanGroup> latchOf(ExpressionTree expression) {
        if (expression instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select) {
            ExecutableElement method = TreeUtils.elementFromUse(call);
            Optional<MethodModel> model = world.model(method, Receivers.typeOf(method, select.getExpression(), world));
            return model.filter(m -> m.has(Effect.CountDown.class)).isEmpty() ? Optional.empty()
                    : paths.of(select.getExpression()).map(key -> new LoanGroup(LoanGroup.Kind.LATCH, key));
        }
        return Optional.empty();
    }

    /**
     * How many tasks have ended when a latch or barrier was waited for.
     *
     * @param made the expression that made it, or null
     * @param arrives whether waiting is an arrival as well
     * @return a number that no program reaches, if it is not written there
     */
    int most(ExpressionTree made, boolean arrives) {
        if (made instanceof NewClassTree creation && !creation.getArguments().isEmpty()
                && creation.getArguments().get(0) instanceof LiteralTree literal && literal.getValue() instanceof Integer count) {
            return arrives ? count - 1 : count;
        }
        return Integer.MAX_VALUE;
    }
}
