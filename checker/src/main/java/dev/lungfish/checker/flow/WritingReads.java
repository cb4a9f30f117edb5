package dev.lungfish.checker.flow;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.checkerframework.nullaway.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Calls that look like reads and write: every one of a type whose row says so, and what hands out the entries of a map in access order. */
record WritingReads(World world) {
    boolean isOne(Node receiver, ExecutableElement method, MethodModel model) {
        if (receiver == null) {
            return false;
        }
        boolean handsOut = !method.getParameters().isEmpty() && model.all(Effect.Same.class).stream().anyMatch(same -> same.place() instanceof Place.This);
        return world.verdicts().readsWrite(receiver.getType()) || handsOut && receiver instanceof FieldAccessNode field && holdsOne(field.getElement());
    }

    private boolean holdsOne(VariableElement field) {
        var fields = world.verdicts().sourceFields();
        return Stream.concat(fields.initializer(field).stream(), fields.writes(field).stream().map(write -> write.value()))
                .anyMatch(value -> value != null && value.getLeaf() instanceof NewClassTree made && readsWrite(made));
    }

    /** Whether the constructor makes such an object; a last argument that is {@code false} switches that off. */
    private boolean readsWrite(NewClassTree made) {
        ExecutableElement constructor = TreeUtils.elementFromUse(made);
        boolean off = !made.getArguments().isEmpty()
                && Boolean.FALSE.equals(literal(made.getArguments().get(made.getArguments().size() - 1)));
        TypeElement type = (TypeElement) constructor.getEnclosingElement();
        TypeElement parent = made.getClassBody() == null ? type : (TypeElement) world.program().types().asElement(type.getSuperclass());
        return !off && superConstructors(constructor, parent).anyMatch(c -> world.model(c, parent).filter(row -> row.has(Effect.ReadsWrite.class)).isPresent());
    }

    /** Of an anonymous class, the constructor of its superclass with as many parameters. */
    private static Stream<ExecutableElement> superConstructors(ExecutableElement constructor, TypeElement type) {
        return constructor.getEnclosingElement().equals(type) ? Stream.of(constructor)
                : ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                        .filter(c -> c.getParameters().size() == constructor.getParameters().size());
    }

    private static Object literal(Tree tree) {
        return tree instanceof LiteralTree literal ? literal.getValue() : null;
    }
}
