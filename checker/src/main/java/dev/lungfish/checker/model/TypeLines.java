package dev.lungfish.checker.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Names and supertypes of the compiler's types. Stateless. */
final class TypeLines {
    private static final String OBJECT = "java.lang.Object";

    private TypeLines() {
    }

    /**
     * The type, then its supertypes: breadth first, the superclass before the interfaces, but each only after all its own subtypes, so that
     * what a subtype says is found before what it refines; {@code Object} last.
     */
    static List<TypeElement> nearestFirst(TypeElement type) {
        List<TypeElement> waiting = breadthFirst(type);
        Map<TypeElement, Integer> subtypes = new HashMap<>();
        waiting.forEach(each -> direct(each).forEach(above -> subtypes.merge(above, 1, Integer::sum)));
        List<TypeElement> line = new ArrayList<>(waiting.size());
        while (!waiting.isEmpty()) {
            TypeElement next = waiting.get(0);
            for (TypeElement each : waiting) {
                if (subtypes.getOrDefault(each, 0) == 0) {
                    next = each;
                    break;
                }
            }
            waiting.remove(next);
            line.add(next);
            direct(next).forEach(above -> subtypes.merge(above, -1, Integer::sum));
        }
        return line;
    }

    private static List<TypeElement> breadthFirst(TypeElement type) {
        Set<TypeElement> seen = new LinkedHashSet<>();
        Deque<TypeElement> waiting = new ArrayDeque<>();
        TypeElement object = null;
        waiting.add(type);
        while (!waiting.isEmpty()) {
            TypeElement next = waiting.poll();
            if (next.getQualifiedName().contentEquals(OBJECT)) {
                object = next;
            } else if (seen.add(next)) {
                waiting.addAll(direct(next));
            }
        }
        List<TypeElement> line = new ArrayList<>(seen);
        if (object != null) {
            line.add(object);
        }
        return line;
    }

    private static List<TypeElement> direct(TypeElement type) {
        List<TypeElement> supertypes = new ArrayList<>();
        addType(type.getSuperclass(), supertypes);
        type.getInterfaces().forEach(each -> addType(each, supertypes));
        return supertypes;
    }

    private static void addType(TypeMirror type, List<TypeElement> types) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            types.add(element);
        }
    }

    /** The name with {@code $} before nested classes; empty for local and anonymous ones. */
    static String binaryName(TypeElement type) {
        Element outer = type.getEnclosingElement();
        if (outer instanceof TypeElement enclosing) {
            String prefix = binaryName(enclosing);
            return prefix.isEmpty() ? "" : prefix + "$" + type.getSimpleName();
        }
        return outer.getKind() == ElementKind.PACKAGE ? type.getQualifiedName().toString() : "";
    }

    /** The package's name; empty for the unnamed one. */
    static String packageName(TypeElement type) {
        Element at = type;
        while (!(at instanceof PackageElement)) {
            at = at.getEnclosingElement();
        }
        return ((PackageElement) at).getQualifiedName().toString();
    }
}
