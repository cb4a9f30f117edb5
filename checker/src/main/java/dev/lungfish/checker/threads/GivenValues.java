package dev.lungfish.checker.threads;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.frozen.ValueVerdict;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Fields whose declared type says less than the values they are given: {@code Set<String> seen = ConcurrentHashMap.newKeySet()},
 * {@code List<String> log = Collections.synchronizedList(..)}, a volatile list that is only ever replaced by a copy.
 */
final class GivenValues {
    private final ThreadReach reach;
    private final TypeVerdicts verdicts;
    private final ValueVerdict values;

    GivenValues(ThreadReach reach, TypeVerdicts verdicts) {
        this.reach = reach;
        this.verdicts = verdicts;
        this.values = new ValueVerdict(verdicts);
    }

    /** Whether each value that a final or volatile field is given is frozen or thread-safe, and all of them are seen. */
    boolean protectThemselves(VariableElement field) {
        boolean isStable = field.getModifiers().contains(Modifier.FINAL) || field.getModifiers().contains(Modifier.VOLATILE);
        boolean allSeen = field.getModifiers().contains(Modifier.FINAL) || field.getModifiers().contains(Modifier.PRIVATE);
        List<TreePath> given = reach.index().given(field);
        return isStable && allSeen && field.getKind() == ElementKind.FIELD && !given.isEmpty() && given.stream().allMatch(this::protectsItself);
    }

    private boolean protectsItself(TreePath value) {
        TreePath bare = Shapes.bare(value);
        TypeMirror type = reach.index().trees().getTypeMirror(bare);
        return type != null && verdicts.isShareable(type) || isGuardedShell(bare) || values.of(bare).isFrozen();
    }

    /** A shell that synchronizes each access, around elements that need no protection. */
    private boolean isGuardedShell(TreePath value) {
        if (!(reach.index().trees().getElement(value) instanceof ExecutableElement callee)
                || !(value.getLeaf() instanceof com.sun.source.tree.MethodInvocationTree)) {
            return false;
        }
        Optional<Body> around = reach.bodyAround(value);
        Call call = new Call(value, callee, around.orElse(null));
        Optional<MethodModel> model = callee.getModifiers().contains(Modifier.STATIC) ? reach.library().modelOf(call) : Optional.empty();
        return model.filter(m -> m.has(Effect.Guarded.class)).isPresent();
    }
}
