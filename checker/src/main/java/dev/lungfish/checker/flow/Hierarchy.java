package dev.lungfish.checker.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Questions about supertypes. */
final class Hierarchy {
    private Hierarchy() {
    }

    /** Whether a {@code this} of this static type is the object of the class itself, and not one around it. */
    static boolean isInside(TypeMirror thisType, TypeElement type) {
        if (!(thisType instanceof DeclaredType declared) || type == null) {
            return true;
        }
        return isSubclass(type, (TypeElement) declared.asElement());
    }

    /** Whether a class is the other one or extends or implements it. */
    static boolean isSubclass(TypeElement type, TypeElement ancestor) {
        Deque<TypeElement> open = new ArrayDeque<>();
        open.add(type);
        while (!open.isEmpty()) {
            TypeElement next = open.poll();
            if (next.equals(ancestor)) {
                return true;
            }
            addType(open, next.getSuperclass());
            next.getInterfaces().forEach(i -> addType(open, i));
        }
        return false;
    }

    private static void addType(Deque<TypeElement> open, TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            open.add(element);
        }
    }
}
