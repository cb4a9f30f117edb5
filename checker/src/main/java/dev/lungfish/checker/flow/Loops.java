package dev.lungfish.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Loops that wait for every hand-over of a collection: {@code for (Future<?> f : all) f.get();}. */
final class Loops {
    private Loops() {
    }

    /** Whether each round waits for the loop variable, and no round is skipped. */
    static boolean waitsForEach(EnhancedForLoopTree loop, World world) {
        if (loop == null) {
            return false;
        }
        List<? extends StatementTree> statements = loop.getStatement() instanceof BlockTree block ? block.getStatements() : List.of(loop.getStatement());
        boolean[] leaves = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBreak(BreakTree tree, Void unused) {
                leaves[0] = true;
                return null;
            }

            @Override
            public Void visitReturn(ReturnTree tree, Void unused) {
                leaves[0] = true;
                return null;
            }
        }.scan(loop.getStatement(), null);
        return !leaves[0] && statements.stream().anyMatch(s -> waits(s, loop.getVariable(), world));
    }

    private static boolean waits(StatementTree statement, VariableTree variable, World world) {
        boolean[] found = {false};
        ExpressionTree expression = statement instanceof ExpressionStatementTree e ? e.getExpression()
                : statement instanceof VariableTree v ? v.getInitializer() : null;
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                found[0] |= call.getMethodSelect() instanceof MemberSelectTree select && select.getExpression() instanceof IdentifierTree name
                        && name.getName().equals(variable.getName()) && isWait(call, select, world);
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
