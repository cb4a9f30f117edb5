package dev.lungfish.checker.frozen;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/**
 * The annotations that promise something about a type, compared by qualified name: their class files need not be there. Remembers answers:
 * confined to the compiler's thread.
 */
public final class Promises {
    private static final String OURS = "dev.lungfish.annotation.";
    private static final Set<String> FROZEN = Set.of(OURS + "Frozen");
    private static final Set<String> IMMUTABLE = Set.of(OURS + "Frozen", "javax.annotation.concurrent.Immutable",
            "net.jcip.annotations.Immutable", "com.google.errorprone.annotations.Immutable",
            "com.google.errorprone.annotations.concurrent.Immutable");
    private static final Set<String> THREAD_SAFE = Set.of(OURS + "ThreadSafe", "javax.annotation.concurrent.ThreadSafe",
            "net.jcip.annotations.ThreadSafe", "com.google.errorprone.annotations.ThreadSafe",
            "com.google.errorprone.annotations.concurrent.ThreadSafe");
    private static final Set<String> NOT_THREAD_SAFE = Set.of("javax.annotation.concurrent.NotThreadSafe",
            "net.jcip.annotations.NotThreadSafe", "com.google.errorprone.annotations.concurrent.NotThreadSafe");
    private static final Set<String> GUARDED = Set.of(OURS + "InRegion", "javax.annotation.concurrent.GuardedBy",
            "net.jcip.annotations.GuardedBy", "com.google.errorprone.annotations.concurrent.GuardedBy",
            "com.google.errorprone.annotations.GuardedBy", "org.checkerframework.checker.lock.qual.GuardedBy");
    private static final Set<String> LAZY = Set.of("com.google.errorprone.annotations.concurrent.LazyInit");
    private static final Set<String> CONFINED = Set.of(OURS + "Confined");

    private final Types types;
    private final Map<TypeElement, Optional<TypeElement>> frozenBy = new HashMap<>();
    private final Map<TypeElement, Optional<TypeElement>> threadSafeBy = new HashMap<>();

    public Promises(Types types) {
        this.types = types;
    }

    /** Whether the class itself promises that every instance is frozen. */
    public boolean declaresFrozen(TypeElement type) {
        return find(type, IMMUTABLE).isPresent();
    }

    /** The class or supertype that promises, for all its subtypes, that instances are frozen; the class itself first. */
    public Optional<TypeElement> frozenPromise(TypeElement type) {
        Optional<TypeElement> known = frozenBy.get(type);
        if (known == null) {
            known = promise(type, IMMUTABLE, new HashSet<>());
            frozenBy.put(type, known);
        }
        return known;
    }

    /** The type parameters that decide, for {@code @Immutable(containerOf = ..)}. */
    public List<String> containerOf(TypeElement type) {
        return find(type, IMMUTABLE).map(annotation -> strings(annotation, "containerOf")).orElse(List.of());
    }

    /** Whether this use of a type, or the declaration of its type variable, carries {@code @Frozen}. */
    public boolean isFrozenUse(TypeMirror use) {
        return find(use, FROZEN).isPresent()
                || use.getKind() == TypeKind.TYPEVAR && find(((TypeVariable) use).asElement(), FROZEN).isPresent();
    }

    /** Whether only frozen types may be substituted for this type parameter. */
    public boolean isFrozenParameter(TypeParameterElement parameter) {
        return find(parameter, FROZEN).isPresent();
    }

    /** The class or supertype that promises thread-safety, if nothing on the way to it denies it. */
    public Optional<TypeElement> threadSafePromise(TypeElement type) {
        Optional<TypeElement> known = threadSafeBy.get(type);
        if (known == null) {
            known = deniesThreadSafety(type) ? Optional.empty() : promise(type, THREAD_SAFE, new HashSet<>());
            threadSafeBy.put(type, known);
        }
        return known;
    }

    /** Whether the class says that it is not thread-safe. */
    public boolean deniesThreadSafety(TypeElement type) {
        return find(type, NOT_THREAD_SAFE).isPresent();
    }

    /** The reason of {@code @ThreadSafe(trusted = ..)}, if the class gives one. */
    public Optional<String> trustedThreadSafety(TypeElement type) {
        return find(type, THREAD_SAFE).map(annotation -> strings(annotation, "trusted")).filter(reasons -> !reasons.isEmpty())
                .map(reasons -> reasons.get(0)).filter(reason -> !reason.isEmpty());
    }

    /** Whether a private field is declared to be a cache that is computed when it is first asked for, the same whoever computes it. */
    public boolean isLazyCache(VariableElement field) {
        return field.getModifiers().contains(Modifier.PRIVATE) && find(field, LAZY).isPresent();
    }

    /** The expression of the lock or region in which the field is declared to live. */
    public Optional<String> region(Element field) {
        return find(field, GUARDED).or(() -> find(field.asType(), GUARDED)).map(annotation -> strings(annotation, "value"))
                .filter(values -> !values.isEmpty()).map(values -> values.get(0));
    }

    /** The thread to which a class is declared to belong: by itself, an enclosing class or its package. */
    public Optional<String> confinement(TypeElement type) {
        for (Element at = type; at != null; at = at.getEnclosingElement()) {
            Optional<String> name = find(at, CONFINED).map(annotation -> strings(annotation, "value")).filter(v -> !v.isEmpty())
                    .map(values -> values.get(0));
            if (name.isPresent()) {
                return name;
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> promise(TypeElement type, Set<String> names, Set<TypeElement> seen) {
        if (find(type, names).isPresent()) {
            return Optional.of(type);
        }
        for (TypeMirror supertype : seen.add(type) ? types.directSupertypes(type.asType()) : List.<TypeMirror>of()) {
            if (supertype instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
                Optional<TypeElement> found = promise(element, names, seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<AnnotationMirror> find(AnnotatedConstruct construct, Set<String> names) {
        for (AnnotationMirror annotation : construct.getAnnotationMirrors()) {
            if (annotation.getAnnotationType().asElement() instanceof TypeElement type && names.contains(type.getQualifiedName().toString())) {
                return Optional.of(annotation);
            }
        }
        return Optional.empty();
    }

    private static List<String> strings(AnnotationMirror annotation, String member) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .flatMap(entry -> entry.getValue().getValue() instanceof List<?> list
                        ? list.stream().map(value -> String.valueOf(((AnnotationValue) value).getValue()))
                        : java.util.stream.Stream.of(String.valueOf(entry.getValue().getValue())))
                .toList();
    }
}
