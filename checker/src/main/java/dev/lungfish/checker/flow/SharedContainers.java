package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.RunKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
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
    private final Map<VariableElement, Boolean> mutable = new HashMap<>();

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

    /** Whether threads certainly share the container and something mutable is certainly in it: by its type, or by what is seen to go in. */
    boolean handsOutMutable(Node container) {
        if (!(container instanceof FieldAccessNode field) || of(container) != Sight.SHARED || !(field.getElement().asType() instanceof DeclaredType type)
                || type.getTypeArguments().isEmpty()) {
            return false;
        }
        TypeMirror content = type.getTypeArguments().get(type.getTypeArguments().size() - 1);
        return mutable.computeIfAbsent(field.getElement(), f -> isMutableClass(content) || somethingMutableGoesInto(f));
    }

    private boolean isMutableClass(TypeMirror type) {
        return world.isTracked(type) && type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.CLASS
                && !((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    private boolean somethingMutableGoesInto(VariableElement field) {
        ClassTree tree = world.classes().trees().get((TypeElement) field.getEnclosingElement());
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree declared, Void unused) {
                if (field.equals(TreeUtils.elementFromDeclaration(declared)) && declared.getInitializer() instanceof NewClassTree made) {
                    made.getArguments().forEach(argument -> found[0] |= isMutableNew(argument));
                }
                return super.visitVariable(declared, unused);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                ExpressionTree receiver = TreeUtils.getReceiverTree(call);
                if (receiver != null && field.equals(TreeUtils.elementFromTree(receiver))) {
                    call.getArguments().forEach(argument -> found[0] |= isMutableNew(argument));
                }
                return super.visitMethodInvocation(call, unused);
            }
        }.scan(tree, null);
        return found[0];
    }

    /** A new object of a mutable class, or a function that makes one. */
    private boolean isMutableNew(ExpressionTree value) {
        if (value instanceof LambdaExpressionTree lambda && lambda.getBody() instanceof ExpressionTree result) {
            return isMutableNew(result);
        } else if (value instanceof MemberReferenceTree made && made.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
            return isMutableClass(TreeUtils.typeOf(made.getQualifierExpression()));
        }
        return value instanceof NewClassTree && isMutableClass(TreeUtils.typeOf(value));
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
