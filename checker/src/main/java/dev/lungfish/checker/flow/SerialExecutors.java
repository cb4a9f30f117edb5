package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.region.RegionKey;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Executors and timers with one thread, which run one task after the other: what their tasks touch, they touch as if each held one lock, which nobody
 * else ever holds. Known where the variable that names it shows how it was made; not for one that each round of a loop makes anew.
 */
final class SerialExecutors {
    private final World world;
    private final Body body;
    private final Paths paths;

    SerialExecutors(World world, Body body, Paths paths) {
        this.world = world;
        this.body = body;
        this.paths = paths;
    }

    /** What stands for the only thread of this executor, if it has only one. */
    Optional<RegionKey> threadOf(Tree executor) {
        boolean isName = executor instanceof IdentifierTree || executor instanceof MemberSelectTree;
        boolean isSerial = isName && TreeUtils.elementFromTree(executor) instanceof VariableElement variable && isMadeSerial(variable)
                && (variable.getKind().isField() || !Loops.isMadeAgain(variable, world));
        return isSerial ? paths.of(executor).map(key -> new RegionKey(RegionKey.Kind.THREAD, key.base(), key.fields())) : Optional.empty();
    }

    /** The only thread that runs a task which is written as an argument, if there is only one. */
    Optional<RegionKey> threadRunning(Tree task) {
        TreePath around = world.program().index().path(body.unit(), task).getParentPath();
        ExpressionTree receiver = around.getLeaf() instanceof MethodInvocationTree call && call.getArguments().contains(task)
                && world.model(TreeUtils.elementFromUse(call), Receivers.typeOf(TreeUtils.elementFromUse(call), TreeUtils.getReceiverTree(call), world))
                        .filter(TasksInCommon::starts).isPresent() ? TreeUtils.getReceiverTree(call) : null;
        return receiver == null ? Optional.empty() : threadOf(receiver);
    }

    private boolean isMadeSerial(VariableElement variable) {
        ExpressionTree made = world.program().index().declaration(variable) instanceof VariableTree declared ? declared.getInitializer() : null;
        ExecutableElement maker = made instanceof MethodInvocationTree call ? TreeUtils.elementFromUse(call)
                : made instanceof NewClassTree creation ? TreeUtils.elementFromUse(creation) : null;
        return maker != null && world.model(maker, (TypeElement) maker.getEnclosingElement()).filter(model -> model.has(Effect.Serial.class)).isPresent();
    }
}
