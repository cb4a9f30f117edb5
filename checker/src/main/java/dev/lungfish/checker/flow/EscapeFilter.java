package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.SourcePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
import javax.lang.model.util.ElementFilter;

/**
 * What code without source, contract or model may do: whatever its types allow ({@code static-core.md} 8.5). An argument that no class on the
 * callee's side has a field for cannot be kept. Errs towards "may keep it".
 */
final class EscapeFilter {
    private final World world;

    EscapeFilter(World world) {
        this.world = world;
    }

    /** What a call of the method with arguments of these types may do. */
    Summary of(ExecutableElement method, List<? extends TypeMirror> arguments) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        Map<Integer, Access> uses = new HashMap<>();
        List<Summary.Pair> pairs = new ArrayList<>();
        Set<Integer> resultOf = new HashSet<>();
        Set<Integer> dirty = new TreeSet<>();
        if (!isStatic) {
            uses.put(0, Access.UNKNOWN);
        }
        boolean functional = isFunctional(owner, method);
        for (int i = 1; i <= method.getParameters().size(); i++) {
            TypeMirror type = typeOf(method, i, arguments);
            uses.put(i, Access.UNKNOWN);
            if (!isStatic && (functional || canHold(owner, type))) {
                pairs.add(new Summary.Pair(0, i, SourcePoint.NOWHERE));
            }
            if (canHoldType(method.getReturnType(), type)) {
                resultOf.add(i);
            }
            if (isUnaware(method) && mayBeKept(method, owner, i, type, functional)) {
                dirty.add(i);
            }
        }
        result(method, owner, functional, resultOf, dirty);
        return new Summary(uses, pairs, List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of(), Set.of(), Set.of(),
                resultOf.isEmpty() ? Summary.Result.FREE : Summary.Result.SAME, resultOf, null, dirty);
    }

    /** The argument's own type; of several arguments in one array, and where it is not known, that of the parameter. */
    private static TypeMirror typeOf(ExecutableElement method, int formal, List<? extends TypeMirror> arguments) {
        TypeMirror declared = method.getParameters().get(formal - 1).asType();
        boolean isKnown = formal <= arguments.size() && arguments.get(formal - 1).getKind() != TypeKind.NULL
                && !(method.isVarArgs() && formal == method.getParameters().size());
        return isKnown ? arguments.get(formal - 1) : declared;
    }

    private void result(ExecutableElement method, TypeElement owner, boolean functional, Set<Integer> resultOf, Set<Integer> dirty) {
        TypeMirror type = method.getReturnType();
        if (method.getKind() == ElementKind.CONSTRUCTOR || type.getKind() == TypeKind.VOID) {
            return;
        }
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        boolean ofReceiver = !isStatic && (functional || canHold(owner, type) || world.program().types().isSubtype(
                world.program().types().erasure(owner.asType()), world.program().types().erasure(type)));
        if (ofReceiver) {
            resultOf.add(0);
        }
        boolean hasNoOwner = ofReceiver && !world.isTracked(owner.asType());
        if (isUnaware(method) && world.isTracked(type) && (hasNoOwner || staticsHold(owner, type))) {
            dirty.add(Summary.RESULT);
        }
    }

    /** A new object that holds its argument is one with it; everybody else who holds it may be known to others. */
    private boolean mayBeKept(ExecutableElement method, TypeElement owner, int formal, TypeMirror type, boolean functional) {
        if (!world.isTracked(type)) {
            return false;
        }
        boolean byReceiver = !method.getModifiers().contains(Modifier.STATIC) && method.getKind() != ElementKind.CONSTRUCTOR
                && (functional || canHold(owner, type));
        return byReceiver || staticsHold(owner, type);
    }

    private boolean staticsHold(TypeElement owner, TypeMirror type) {
        return ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                .anyMatch(field -> field.getModifiers().contains(Modifier.STATIC) && world.isTracked(field.asType()) && fieldHolds(field.asType(), type, false));
    }

    /** Whether nothing but types is known of the method: it is no part of this compilation, also not one that the compiler made up. */
    boolean isUnaware(ExecutableElement method) {
        TypeElement top = MemberKeys.topLevel(method);
        return top != null && !world.classes().trees().containsKey(top) && world.written().of(method).isEmpty();
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

    /**
     * Whether a value of the one type may be a value of the other, for code that knows both: lists of different things are different, and nothing but
     * what is a {@code T} goes where a {@code T} is asked for.
     */
    boolean mayBe(TypeMirror one, TypeMirror other) {
        return isObject(one) && !(other instanceof TypeVariable)
                || related(one, other) && (world.program().types().isAssignable(one, other) || world.program().types().isAssignable(other, one));
    }

    /** Whether a container of the first type may hold a value of the second as an element, at any depth. */
    boolean mayHold(TypeMirror container, TypeMirror value) {
        List<? extends TypeMirror> held = container instanceof ArrayType array ? List.of(array.getComponentType())
                : container instanceof DeclaredType declared ? declared.getTypeArguments() : List.of();
        return held.stream().map(type -> world.program().types().capture(type)).anyMatch(type -> mayBe(type, value) || mayHold(type, value));
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
