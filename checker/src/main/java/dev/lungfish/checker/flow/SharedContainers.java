package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.RunKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Whether two threads can see a container whose content has rules of its own ({@code static-core.md} 14): certainly if it is static, captured by
 * a task or a field of a class that is declared thread-safe or starts tasks; not at all if it is a local; otherwise perhaps.
 */
final class SharedContainers {
    /** Who can see the container. */
    enum Sight { SHARED, PERHAPS, LOCAL }

    private final World world;
    private final Closures closures;
    private final Map<TypeElement, Boolean> starters = new HashMap<>();

    SharedContainers(World world, Closures closures) {
        this.world = world;
        this.closures = closures;
    }

    Sight of(Node container) {
        if (container instanceof FieldAccessNode field && field.getElement() != null && Translator.isField(field.getElement())) {
            TypeElement owner = (TypeElement) field.getElement().getEnclosingElement();
            return Translator.isStatic(field.getElement()) || Annotations.isThreadSafe(owner) || startsTasks(owner) ? Sight.SHARED : Sight.PERHAPS;
        }
        if (container instanceof LocalVariableNode local) {
            VariableElement variable = local.getElement();
            if (closures.isInLambda() || closures.isCaptured(variable)) {
                return Sight.SHARED;
            }
            return closures.isParameter(variable) ? Sight.PERHAPS : Sight.LOCAL;
        }
        return Sight.PERHAPS;
    }

    private boolean startsTasks(TypeElement type) {
        Boolean known = starters.get(type);
        if (known == null) {
            ClassTree tree = world.classes().trees().get(type);
            boolean[] found = {false};
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                    found[0] |= starts(TreeUtils.elementFromUse(call), TreeUtils.getReceiverTree(call));
                    return found[0] ? null : super.visitMethodInvocation(call, unused);
                }

                @Override
                public Void visitNewClass(NewClassTree made, Void unused) {
                    found[0] |= starts(TreeUtils.elementFromUse(made), null);
                    return found[0] ? null : super.visitNewClass(made, unused);
                }

                @Override
                public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                    return found[0] ? null : super.visitLambdaExpression(lambda, unused);
                }
            }.scan(tree, null);
            known = found[0];
            starters.put(type, known);
        }
        return known;
    }

    private boolean starts(ExecutableElement method, com.sun.source.tree.ExpressionTree receiver) {
        Optional<MethodModel> model = world.model(method, Receivers.typeOf(method, receiver, world));
        return model.isPresent() && model.get().all(Effect.Runs.class).stream()
                .anyMatch(r -> r.kind() == RunKind.TASK || r.kind() == RunKind.ORDERED || r.kind() == RunKind.PARALLEL);
    }
}
