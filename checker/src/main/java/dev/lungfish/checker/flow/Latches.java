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
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Latches and barriers at which a task arrives as its last act, and how many such tasks one of them waits for.
 *
 * @param paths the names of latches around the tasks
 */
record Latches(World world, Paths paths) {
    /** No program starts so many tasks. */
    static final int NO_LIMIT = Integer.MAX_VALUE;

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
     * @param latch what is waited for
     * @param made the expression that made it, or null
     * @param arrives whether waiting is an arrival as well
     * @return a number that no program reaches, if it is not written there
     */
    int most(Node latch, ExpressionTree made, boolean arrives) {
        Optional<Integer> parties = made instanceof NewClassTree creation && !creation.getArguments().isEmpty() ? numberIn(creation.getArguments().get(0)) : Optional.empty();
        if (parties.isEmpty() || !(latch instanceof LocalVariableNode local)) {
            return parties.map(count -> arrives ? count - 1 : count).orElse(NO_LIMIT);
        }
        int more = partiesAdded(local.getElement());
        return more == NO_LIMIT ? NO_LIMIT : parties.get() + more - (arrives ? 1 : 0);
    }

    private static Optional<Integer> numberIn(ExpressionTree count) {
        return count instanceof LiteralTree literal && literal.getValue() instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    /** How many parties the code around a barrier's variable adds to it; a loop that adds some is taken to add one for each task that it starts. */
    private int partiesAdded(VariableElement variable) {
        TreePath declaration = world.program().index().path(variable);
        if (declaration == null) {
            return 0;
        }
        int[] sum = {0};
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                if (call.getMethodSelect() instanceof MemberSelectTree select && select.getExpression() instanceof IdentifierTree name && variable.equals(TreeUtils.elementFromUse(name))
                        && world.model(TreeUtils.elementFromUse(call), Receivers.typeOf(TreeUtils.elementFromUse(call), name, world)).filter(m -> m.has(Effect.CountUp.class)).isPresent()) {
                    Optional<Integer> number = call.getArguments().isEmpty() ? Optional.of(1) : numberIn(call.getArguments().get(0));
                    sum[0] = number.isEmpty() || Loops.isInLoop(getCurrentPath(), declaration.getParentPath()) || sum[0] == NO_LIMIT ? NO_LIMIT : sum[0] + number.get();
                }
                return super.visitMethodInvocation(call, null);
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree task, Void unused) {
                // A task that adds itself does so when it likes.
                return null;
            }
        }.scan(declaration.getParentPath(), null);
        return sum[0];
    }
}
