package dev.lungfish.checker.threads;

import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.model.RunKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * Where code works on an object that nobody else knows yet: constructors and initialisers, what only they call, and what its maker does with
 * a new object in a variable.
 *
 * <p>Errs towards "unshared" where a constructor or a maker lets the object out before it is done. Confined to the compiler's thread.
 */
final class Unshared {
    private final ThreadReach reach;
    private final CallersOf callers;

    Unshared(ThreadReach reach, CallersOf callers) {
        this.reach = reach;
        this.callers = callers;
    }

    /** Whether a field is used on such an object. */
    boolean isUsed(TreePath use, VariableElement field, Body in) {
        TreePath holder = Shapes.holder(use);
        return Shapes.isThroughThis(use) ? isConstructing(in, field, new HashSet<>()) : holder != null && isNew(holder);
    }

    private boolean isConstructing(Body body, VariableElement field, Set<Body> seen) {
        if (FieldUses.isConstructing(body, field) || !seen.add(body)) {
            return true;
        }
        if (body.kind() == Body.Kind.LAMBDA) {
            return reach.givenAs(body).filter(kind -> kind == RunKind.ONCE || kind == RunKind.LOOP).isPresent()
                    && reach.index().around(body).filter(around -> isConstructing(around, field, seen)).isPresent();
        }
        Optional<List<Call>> calls = body.kind() == Body.Kind.METHOD && body.member() instanceof ExecutableElement method ? callers.all(method) : Optional.empty();
        return calls.isPresent() && reach.startOf(body).isEmpty() && calls.get().stream().allMatch(call -> Shapes.isOnThis(call.path())
                ? isConstructing(call.from(), field, seen) : call.receiver().filter(this::isNew).isPresent());
    }

    /** Whether an expression is a new object, or a variable that only ever names one. */
    private boolean isNew(TreePath expression) {
        TreePath bare = Shapes.bare(expression);
        Element element = reach.index().trees().getElement(bare);
        if (element == null || element.getKind() != ElementKind.LOCAL_VARIABLE) {
            return bare.getLeaf() instanceof NewClassTree;
        }
        List<TreePath> given = reach.index().given((VariableElement) element);
        return !given.isEmpty() && given.stream().allMatch(value -> Shapes.bare(value).getLeaf() instanceof NewClassTree);
    }
}
