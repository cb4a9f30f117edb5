package dev.lungfish.checker.flow;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.SourcePoint;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** What declarations promise of values: of themselves, or, by their type arguments, of what is in them ({@code Map<String, @Frozen Route>}). */
final class FrozenPromises {
    private final World world;

    FrozenPromises(World world) {
        this.world = world;
    }

    /** An element that is frozen because the variable is declared so. */
    RegionOp of(VariableElement declared, int element, Translator translator) {
        TreePath path = world.program().index().path(declared);
        SourcePoint at = path == null ? SourcePoint.NOWHERE : world.point(path.getCompilationUnit(), path.getLeaf());
        return new RegionOp.Promised(element, translator.site(null, element, "step.promised").at(at, element));
    }

    /** Whether each element of what is walked is frozen. */
    boolean areFrozen(TypeMirror walked) {
        return isFrozen(walked, 0, 1);
    }

    /** Whether what a container passes to this parameter of a function is frozen: its elements, or its keys and values. */
    boolean isFrozenFor(TypeMirror container, int parameter) {
        return isFrozen(container, 0, 1) || isFrozen(container, parameter, 2);
    }

    private boolean isFrozen(TypeMirror container, int index, int count) {
        if (container instanceof ArrayType array) {
            return world.isFrozenUse(array.getComponentType());
        }
        return container instanceof DeclaredType declared && declared.getTypeArguments().size() == count && index < count
                && world.isFrozenUse(declared.getTypeArguments().get(index));
    }

    /** Whether a method of this container takes frozen values only at this place. */
    boolean takesOnlyFrozen(TypeMirror container, ExecutableElement method, int index) {
        if (!(container instanceof DeclaredType declared) || declared.getTypeArguments().stream().noneMatch(world::isFrozenUse)) {
            return false;
        }
        List<? extends TypeMirror> parameters = ((ExecutableType) world.program().types().asMemberOf(declared, method)).getParameterTypes();
        return index < parameters.size() && world.isFrozenUse(parameters.get(index));
    }
}
