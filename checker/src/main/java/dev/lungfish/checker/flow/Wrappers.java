package dev.lungfish.checker.flow;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.model.Effect;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Methods that lock, unlock or wait for their callers, as far as names and library models tell: a first look, before a graph is built. */
final class Wrappers {
    private Wrappers() {
    }

    /** Whether the body opens regions and closes none, or the other way round. */
    static boolean leavesOpen(Classes.Source source, World world) {
        return calls(source, world, Effect.Opens.class) != calls(source, world, Effect.Closes.class);
    }

    /** Whether the body waits for something. */
    static boolean waits(Classes.Source source, World world) {
        return calls(source, world, Effect.Await.class) || calls(source, world, Effect.AwaitAll.class) || calls(source, world, Effect.AwaitLatch.class);
    }

    /** Whether the body calls a method of a library with such an effect. */
    private static boolean calls(Classes.Source source, World world, Class<? extends Effect> effect) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                ExecutableElement called = TreeUtils.elementFromUse(call);
                found[0] |= world.models().isWrappedName(called.getSimpleName())
                        && world.model(called, Receivers.typeOf(called, TreeUtils.getReceiverTree(call), world)).filter(m -> m.has(effect)).isPresent();
                return super.visitMethodInvocation(call, unused);
            }
        }.scan(source.tree().getBody(), null);
        return found[0];
    }
}
