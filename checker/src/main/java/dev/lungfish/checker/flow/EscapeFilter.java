package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * What code without source, contract or model may do: whatever its types allow ({@code static-core.md} 8.5). An argument that no class on the
 * callee's side has a field for cannot be kept. Errs towards "may keep it".
 */
final class EscapeFilter {
    private final World world;

    EscapeFilter(World world) {
        this.world = world;
    }

    Summary of(ExecutableElement method) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        boolean isNew = method.getKind() == ElementKind.CONSTRUCTOR;
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        Map<Integer, Access> uses = new HashMap<>();
        List<Summary.Pair> pairs = new ArrayList<>();
        Set<Integer> resultOf = new HashSet<>();
        if (!isStatic) {
            uses.put(0, Access.UNKNOWN);
        }
        boolean functional = isFunctional(owner, method);
        for (int i = 1; i <= method.getParameters().size(); i++) {
            TypeMirror type = method.getParameters().get(i - 1).asType();
            uses.put(i, Access.UNKNOWN);
            if (!isStatic && (functional || canHold(owner, type))) {
                pairs.add(new Summary.Pair(0, i, dev.lungfish.checker.region.SourcePoint.NOWHERE));
            }
            if (canHoldType(method.getReturnType(), type)) {
                resultOf.add(i);
            }
        }
        if (!isStatic && !isNew && method.getReturnType().getKind() != TypeKind.VOID
                && (functional || canHold(owner, method.getReturnType()) || world.program().types().isSubtype(
                        world.program().types().erasure(owner.asType()), world.program().types().erasure(method.getReturnType())))) {
            resultOf.add(0);
        }
        return new Summary(uses, pairs, List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of(), Set.of(), Set.of(),
                resultOf.isEmpty() ? Summary.Result.FREE : Summary.Result.SAME, resultOf, null);
    }

    /** A functional value may hold anything: its body is not known. */
    private static boolean isFunctional(TypeElement owner, ExecutableElement method) {
        return owner.getKind() == ElementKind.INTERFACE && method.getModifiers().contains(Modifier.ABSTRACT)
                && (owner.getQualifiedName().toString().startsWith("java.util.function.") || owner.getEnclosedElements().stream()
                        .filter(e -> e.getKind() == ElementKind.METHOD && e.getModifiers().contains(Modifier.ABSTRACT)).count() == 1);
    }

    private boolean canHoldType(TypeMirror result, TypeMirror argument) {
        if (result.getKind().isPrimitive() || result.getKind() == TypeKind.VOID) {
            return false;
        }
        return related(result, argument) || result instanceof DeclaredType declared
                && (declared.getTypeArguments().stream().anyMatch(a -> related(a, argument)) || world.program().types().asElement(declared) instanceof TypeElement e
                        && canHold(e, argument));
    }

    private boolean canHold(TypeElement holder, TypeMirror type) {
        return canHold(holder, type, 0, new HashSet<>());
    }

    private boolean canHold(TypeElement holder, TypeMirror type, int depth, Set<TypeElement> seen) {
        if (!seen.add(holder) || depth > 2) {
            return false;
        }
        boolean generic = !holder.getTypeParameters().isEmpty();
        if (holder.getKind().isInterface()) {
            return generic;
        }
        for (Element member : holder.getEnclosedElements()) {
            if (member instanceof VariableElement field && field.getKind() == ElementKind.FIELD && fieldHolds(field.asType(), type, generic)) {
                return true;
            }
            if (member instanceof VariableElement field && field.getKind() == ElementKind.FIELD && world.program().types().asElement(field.asType()) instanceof TypeElement next
                    && samePackage(next, holder) && canHold(next, type, depth + 1, seen)) {
                return true;
            }
        }
        return world.program().types().asElement(holder.getSuperclass()) instanceof TypeElement parent && canHold(parent, type, depth, seen);
    }

    private boolean samePackage(TypeElement a, TypeElement b) {
        return world.program().elements().getPackageOf(a).equals(world.program().elements().getPackageOf(b));
    }

    private boolean fieldHolds(TypeMirror field, TypeMirror argument, boolean genericHolder) {
        if (field instanceof ArrayType array) {
            return fieldHolds(array.getComponentType(), argument, genericHolder);
        }
        if (field.getKind().isPrimitive()) {
            return false;
        }
        if (isObject(field)) {
            return genericHolder;
        }
        if (field instanceof TypeVariable) {
            return true;
        }
        if (field instanceof DeclaredType declared && declared.getTypeArguments().stream().anyMatch(a -> fieldHolds(a, argument, true))) {
            return true;
        }
        return related(field, argument);
    }

    private static boolean isObject(TypeMirror type) {
        return type instanceof DeclaredType declared && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Object");
    }

    private boolean related(TypeMirror a, TypeMirror b) {
        TypeMirror left = world.program().types().erasure(a);
        TypeMirror right = world.program().types().erasure(b);
        if (left.getKind().isPrimitive() || right.getKind().isPrimitive() || left.getKind() == TypeKind.VOID || isObject(left) && !isObject(right)) {
            return false;
        }
        return world.program().types().isAssignable(left, right) || world.program().types().isAssignable(right, left);
    }
}
