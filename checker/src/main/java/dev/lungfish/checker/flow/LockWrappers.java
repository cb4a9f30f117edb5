package dev.lungfish.checker.flow;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Methods that lock or unlock for their callers, as far as names and library models tell: a first look, before a graph is built. */
final class LockWrappers {
    private LockWrappers() {
    }

    /** Whether the body opens regions and closes none, or the other way round. */
    static boolean leavesOpen(Classes.Source source, World world) {
        boolean[] found = new boolean[2];
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                ExecutableElement called = TreeUtils.elementFromUse(call);
                if (world.models().isTriggerName(called.getSimpleName())) {
                    Optional<MethodModel> model = world.model(called, Receivers.typeOf(called, TreeUtils.getReceiverTree(call), world));
                    found[0] |= model.filter(m -> m.has(Effect.Opens.class)).isPresent();
                    found[1] |= model.filter(m -> m.has(Effect.Closes.class)).isPresent();
                }
                return super.visitMethodInvocation(call, unused);
            }
        }.scan(source.tree().getBody(), null);
        return found[0] != found[1];
    }
}
