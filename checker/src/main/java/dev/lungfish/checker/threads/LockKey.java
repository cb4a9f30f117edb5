package dev.lungfish.checker.threads;

import dev.lungfish.checker.declared.RegionPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * The name of a lock as far as it can be told from source: equal keys in one object, or static ones anywhere, mean the same lock.
 *
 * @param path a class for its instance, a variable, then fields and getters; {@code "class"} behind a class for its {@code Class} object
 */
record LockKey(List<Object> path) {
    LockKey {
        path = List.copyOf(path);
    }

    /** The key of a region expression. */
    static LockKey of(RegionPath.Path region) {
        List<Object> path = new ArrayList<>();
        RegionPath.Base base = region.base();
        if (base instanceof RegionPath.ClassObject type) {
            path.add(type.type());
            path.add("class");
        } else if (base instanceof RegionPath.Variable variable) {
            path.add(variable.variable());
        } else if (base instanceof RegionPath.This || base instanceof RegionPath.Outer) {
            if (!region.fields().isEmpty()) {
                path.add(region.fields().get(0).getEnclosingElement());
            } else if (region.getter().isPresent()) {
                path.add(region.getter().get().getEnclosingElement());
            } else {
                path.add(base instanceof RegionPath.This self ? self.type() : ((RegionPath.Outer) base).type());
            }
        } else if (base instanceof RegionPath.Itself itself) {
            path.add(itself.annotated());
        }
        path.addAll(region.fields());
        region.getter().ifPresent(path::add);
        return new LockKey(path);
    }

    /** As an annotation would name it. */
    String shown() {
        List<String> names = new ArrayList<>();
        for (Object part : path) {
            boolean isOwner = part instanceof TypeElement && path.size() > 1 && !path.get(1).equals("class");
            if (!isOwner) {
                names.add(part instanceof TypeElement && path.size() == 1 ? "this" : part instanceof Element element ? shown(element) : part.toString());
            }
        }
        return String.join(".", names);
    }

    private static String shown(Element element) {
        return element.getSimpleName() + (element instanceof ExecutableElement ? "()" : "");
    }

    /** Whether there is only one such lock in the program: a static field or a {@code Class} object, not a lock of each instance. */
    boolean isGlobal() {
        Object first = path.get(0);
        return path.size() > 1 && path.get(1).equals("class")
                || first instanceof Element element && element.getKind() == ElementKind.FIELD && element.getModifiers().contains(Modifier.STATIC)
                || first instanceof Element constant && constant.getKind() == ElementKind.ENUM_CONSTANT;
    }

    /** Whether the lock is, or belongs to, an instance of a class. */
    boolean isOfInstance() {
        return path.get(0) instanceof Element element && (element.getKind().isClass() || element.getKind().isInterface())
                && !(path.size() > 1 && path.get(1).equals("class"));
    }

    /** The class of the instance whose lock it is, or to which the lock belongs. */
    TypeElement owner() {
        return (TypeElement) path.get(0);
    }

    /** What the path says behind another one with which it begins; empty if it does not begin with it. */
    Optional<List<Object>> after(LockKey holder) {
        int length = holder.path.size();
        return path.size() >= length && path.subList(0, length).equals(holder.path) ? Optional.of(path.subList(length, path.size())) : Optional.empty();
    }

    /** The lock of an instance, named from outside by a path to that instance. */
    LockKey on(LockKey instance) {
        return new LockKey(Stream.concat(instance.path.stream(), path.stream().skip(1)).toList());
    }
}
