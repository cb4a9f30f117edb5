package dev.lungfish.checker.frozen;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Which expressions give a value that protects itself, although the declared type of what holds it may not say so. */
final class ShareableValues {
    private final Program program;
    private final Models models;
    private final Predicate<TypeMirror> types;

    ShareableValues(Program program, Models models, Predicate<TypeMirror> types) {
        this.program = program;
        this.models = models;
        this.types = types;
    }

    /** {@code new ConcurrentHashMap<>()}, {@code Collections.synchronizedList(..)}, {@code newSetFromMap(new ConcurrentHashMap<>())}. */
    boolean isShareable(TreePath value) {
        TypeMirror type = program.trees().getTypeMirror(value);
        if (type != null && types.test(type)) {
            return true;
        }
        if (!(value.getLeaf() instanceof MethodInvocationTree call) || !(program.trees().getElement(value) instanceof ExecutableElement method)) {
            return false;
        }
        Optional<MethodModel> model = models.of(value, method);
        if (model.isEmpty()) {
            return false;
        }
        List<? extends ExpressionTree> arguments = call.getArguments();
        // Who still has a name for the container inside the shell gets round its lock.
        boolean isGuarded = model.get().first(Effect.Guarded.class).filter(guarded -> guarded.place() instanceof Place.Arg inside
                && inside.index() < arguments.size() && arguments.get(inside.index()) instanceof NewClassTree).isPresent();
        return isGuarded || model.get().first(Effect.Wraps.class).filter(wraps -> wraps.place() instanceof Place.Arg inside
                && inside.index() < arguments.size() && isShareable(new TreePath(value, arguments.get(inside.index())))).isPresent();
    }
}
