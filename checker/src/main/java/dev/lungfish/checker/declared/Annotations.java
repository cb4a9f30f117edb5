package dev.lungfish.checker.declared;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The annotations of a program, read by qualified name, so that no class file of them is needed here. A type annotation counts for the
 * declaration that it stands before: {@code @Frozen String[] names} annotates {@code names}, as its author meant. Stateless.
 */
public final class Annotations {
    /** The simple names of all that {@link #isContract} knows: where a source has none of them, nobody need be asked. */
    public static final Set<String> CONTRACTS = Set.of("Borrowed", "CapturedBy", "Confined", "Contract", "Frozen", "InRegion", "Isolated", "Moved", "RegionAware",
            "ThreadSafe", "GuardedBy", "Holding");

    static final String OURS = "dev.lungfish.annotation.";
    private static final Set<String> THREAD_SAFE = Set.of(OURS + "ThreadSafe", "javax.annotation.concurrent.ThreadSafe",
            "net.jcip.annotations.ThreadSafe", "com.google.errorprone.annotations.ThreadSafe",
            "com.google.errorprone.annotations.concurrent.ThreadSafe");
    private static final Set<String> NOT_THREAD_SAFE = Set.of("javax.annotation.concurrent.NotThreadSafe",
            "net.jcip.annotations.NotThreadSafe");

    private Annotations() {
    }

    /** Ours by simple name on a declaration or on its type. */
    public static Optional<AnnotationMirror> ours(Element element, String simpleName) {
        return isBare(element) ? Optional.empty() : find(element, Set.of(OURS + simpleName));
    }

    public static boolean has(Element element, String simpleName) {
        return ours(element, simpleName).isPresent();
    }

    /** Whether a type argument says that each element is owned by its container alone. */
    public static boolean isIsolated(TypeMirror argument) {
        return onType(argument).anyMatch(mirror -> nameOf(mirror).equals(OURS + "Isolated"));
    }

    /** The first annotation with one of these qualified names, on the declaration itself or on its type. */
    static Optional<AnnotationMirror> find(Element element, Set<String> qualifiedNames) {
        if (isBare(element)) {
            return Optional.empty();
        }
        for (AnnotationMirror mirror : all(element)) {
            if (qualifiedNames.contains(nameOf(mirror))) {
                return Optional.of(mirror);
            }
        }
        return Optional.empty();
    }

    /** Whether a declaration has no annotation at all, as most have none. */
    private static boolean isBare(Element element) {
        return element.getAnnotationMirrors().isEmpty() && annotatedType(element) == null;
    }

    /** The annotations of a declaration, then those of its type that are not among them. */
    static List<AnnotationMirror> all(Element element) {
        TypeMirror type = annotatedType(element);
        List<? extends AnnotationMirror> declared = element.getAnnotationMirrors();
        if (type == null) {
            return List.copyOf(declared);
        }
        List<AnnotationMirror> mirrors = new ArrayList<>(declared);
        onType(type).filter(mirror -> mirrors.stream().noneMatch(m -> nameOf(m).equals(nameOf(mirror)))).forEach(mirrors::add);
        return mirrors;
    }

    /** The type that a declaration begins with, if that carries annotations; else null. */
    private static TypeMirror annotatedType(Element element) {
        TypeMirror type = switch (element.getKind()) {
            case FIELD, PARAMETER, LOCAL_VARIABLE, EXCEPTION_PARAMETER, RESOURCE_VARIABLE, BINDING_VARIABLE, RECORD_COMPONENT -> element.asType();
            case METHOD -> ((ExecutableElement) element).getReturnType();
            default -> null;
        };
        return type != null && isAnnotated(type) ? type : null;
    }

    private static boolean isAnnotated(TypeMirror type) {
        return !type.getAnnotationMirrors().isEmpty() || type instanceof ArrayType array && isAnnotated(array.getComponentType());
    }

    /** The annotations of a type use; of an array also those written before its element type. */
    static Stream<? extends AnnotationMirror> onType(TypeMirror type) {
        Stream<? extends AnnotationMirror> own = ((AnnotatedConstruct) type).getAnnotationMirrors().stream();
        return type instanceof ArrayType array ? Stream.concat(own, onType(array.getComponentType())) : own;
    }

    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
    }

    /** Whether the annotation is one of ours, or says which lock is needed. */
    static boolean isContract(AnnotationMirror mirror) {
        String name = nameOf(mirror);
        return name.startsWith(OURS) || GuardAnnotations.isGuard(name);
    }

    /** Whether one of our annotations, or one that says which lock is needed, stands on a declaration. */
    public static boolean hasContract(Element element) {
        return hasContract(element.getAnnotationMirrors());
    }

    /** Whether such an annotation stands anywhere in a type use: on it, its type arguments or the components of an array. */
    public static boolean hasContract(TypeMirror type) {
        if (hasContract(type.getAnnotationMirrors())) {
            return true;
        }
        if (type instanceof ArrayType array) {
            return hasContract(array.getComponentType());
        }
        return type instanceof DeclaredType declared && declared.getTypeArguments().stream().anyMatch(Annotations::hasContract);
    }

    private static boolean hasContract(List<? extends AnnotationMirror> mirrors) {
        return !mirrors.isEmpty() && mirrors.stream().anyMatch(Annotations::isContract);
    }

    /** The strings of an element of the annotation; a single string is a list of one, a missing element an empty list. */
    public static List<String> strings(AnnotationMirror mirror, String element) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(element))
                .flatMap(entry -> stringsOf(entry.getValue().getValue()))
                .toList();
    }

    private static Stream<String> stringsOf(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> stringsOf(((AnnotationValue) item).getValue()));
        }
        return value instanceof String text ? Stream.of(text) : Stream.empty();
    }

    /** Whether a class is declared thread-safe, by us or by an annotation family that we understand. */
    public static boolean isThreadSafe(TypeElement type) {
        return find(type, THREAD_SAFE).isPresent();
    }

    /** Whether a class is declared thread-safe with our annotation, which holds for its subclasses too. */
    public static boolean isOurThreadSafe(TypeElement type) {
        return has(type, "ThreadSafe");
    }

    /** Whether a class says that it is not thread-safe. */
    public static boolean isNotThreadSafe(TypeElement type) {
        return find(type, NOT_THREAD_SAFE).isPresent();
    }

    /** The reason for which a claim of thread-safety is to be believed; empty if it is to be checked. */
    public static String trustedBecause(TypeElement type) {
        return ours(type, "ThreadSafe").flatMap(mirror -> strings(mirror, "trusted").stream().findFirst()).orElse("");
    }

    /** The thread that a declaration, its class or its package is confined to. */
    public static Optional<String> confinement(Element element) {
        return withEnclosing(element)
                .flatMap(around -> ours(around, "Confined").stream())
                .findFirst()
                .flatMap(mirror -> strings(mirror, "value").stream().findFirst());
    }

    /** Whether a declaration stands in code that opted in to the strict rules. */
    public static boolean isRegionAware(Element element) {
        return withEnclosing(element).anyMatch(around -> has(around, "RegionAware"));
    }

    /** The declaration and what it stands in, up to the module. */
    private static Stream<Element> withEnclosing(Element element) {
        return Stream.<Element>iterate(element, e -> e != null, Element::getEnclosingElement)
                .filter(e -> e.getKind() != ElementKind.OTHER);
    }
}
