package dev.lungfish.checker.frozen;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Finds what nobody can freeze: threads, streams, iterators, atomics, concurrent collections, reads that write. Looks along declared types,
 * breadth first, so the path is a shortest one; what hides behind an interface is the runtime's to find.
 */
final class UnfreezableTypes {
    private static final int FARTHEST = 10_000;

    private record Place(TypeMirror type, String path) {
    }

    private final TypeRows rows;
    private final Promises promises;
    private final Map<TypeElement, Optional<String>> known = new HashMap<>();

    UnfreezableTypes(TypeRows rows, Promises promises) {
        this.rows = rows;
        this.promises = promises;
    }

    /** The path, beginning with the type's simple name. */
    Optional<String> pathFrom(TypeMirror type) {
        boolean isPlain = type.getKind() == TypeKind.DECLARED && ((DeclaredType) type).getTypeArguments().isEmpty();
        if (isPlain) {
            TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
            Optional<String> path = known.get(element);
            if (path == null) {
                path = search(type);
                known.put(element, path);
            }
            return path;
        }
        return search(type);
    }

    private Optional<String> search(TypeMirror start) {
        String name = FrozenTypes.simpleName(start);
        Set<String> seen = new HashSet<>();
        Deque<Place> waiting = new ArrayDeque<>();
        waiting.add(new Place(start, ""));
        while (!waiting.isEmpty() && seen.size() < FARTHEST) {
            Place place = waiting.poll();
            if (promises.isFrozenUse(place.type()) || !seen.add(place.type().toString())) {
                continue;
            }
            TypeMirror type = place.type();
            if (type instanceof ArrayType array) {
                waiting.add(new Place(array.getComponentType(), place.path() + "[*]"));
            } else if (type instanceof TypeVariable variable) {
                waiting.add(new Place(variable.getUpperBound(), place.path()));
            } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
                waiting.add(new Place(wildcard.getExtendsBound(), place.path()));
            } else if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared) {
                if (isNever((TypeElement) declared.asElement())) {
                    String what = FrozenTypes.typeName(type);
                    return Optional.of(place.path().isEmpty() ? what : name + place.path() + ": " + what);
                }
                addParts(declared, place.path(), waiting);
            }
        }
        return Optional.empty();
    }

    private boolean isNever(TypeElement type) {
        boolean isByRow = rows.withInherited(type).filter(row -> switch (row.verdict()) {
            case NEVER, SHAREABLE, BOX, READS_WRITE, CONFINED -> true;
            case FROZEN, FROZEN_IF_ARGUMENTS, STOP, TRACKED -> false;
        }).isPresent();
        // What protects itself goes on changing: only stops may stand in frozen graphs.
        return isByRow || promises.threadSafePromise(type).isPresent() && promises.frozenPromise(type).isEmpty() && !rows.isStop(type);
    }

    private void addParts(DeclaredType type, String path, Deque<Place> waiting) {
        TypeElement element = (TypeElement) type.asElement();
        boolean isStop = rows.isStop(element);
        if (isStop || promises.frozenPromise(element).isPresent()) {
            return;
        }
        for (TypeMirror argument : type.getTypeArguments()) {
            waiting.add(new Place(argument, path + "[*]"));
        }
        if (rows.isPlatform(element) || rows.of(element).isPresent() || !element.getKind().isClass()) {
            return;
        }
        if (element.getSuperclass().getKind() == TypeKind.DECLARED) {
            waiting.add(new Place(element.getSuperclass(), path));
        }
        for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
            if (!field.getModifiers().contains(Modifier.STATIC)) {
                waiting.add(new Place(field.asType(), path + "." + field.getSimpleName()));
            }
        }
    }
}
