package dev.lungfish.checker.threads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Who calls a method that only this package can call: all of its callers stand in the compilation, as far as it has the package. Confined
 * to the compiler's thread.
 */
final class CallersOf {
    private final ThreadReach reach;
    private final Map<ExecutableElement, Optional<List<Call>>> known = new HashMap<>();
    private Set<Element> referenced;

    CallersOf(ThreadReach reach) {
        this.reach = reach;
    }

    /** All calls that may run the method; empty if there may be others, or if there are none. */
    Optional<List<Call>> all(ExecutableElement method) {
        return known.computeIfAbsent(method, this::find);
    }

    private Optional<List<Call>> find(ExecutableElement method) {
        if (!isOfPackage(method) || method.getKind() == ElementKind.METHOD && (reach.library().overridesLibrary(method) || isOfEveryObject(method))) {
            return Optional.empty();
        }
        List<ExecutableElement> named = new ArrayList<>(List.of(method));
        if (!method.getModifiers().contains(Modifier.PRIVATE) && !method.getModifiers().contains(Modifier.STATIC)) {
            for (TypeElement above : reach.index().sourceSupertypes((TypeElement) method.getEnclosingElement())) {
                ElementFilter.methodsIn(above.getEnclosedElements()).stream()
                        .filter(m -> reach.program().elements().overrides(method, m, (TypeElement) method.getEnclosingElement())).forEach(named::add);
            }
        }
        List<Call> calls = named.stream().flatMap(m -> reach.index().callsOf(m).stream()).toList();
        boolean allSeen = named.stream().allMatch(m -> isOfPackage(m) && !referenced().contains(m));
        return allSeen && !calls.isEmpty() ? Optional.of(calls) : Optional.empty();
    }

    private boolean isOfEveryObject(ExecutableElement method) {
        TypeElement object = reach.program().elements().getTypeElement("java.lang.Object");
        return reach.program().members().named(object, method.getSimpleName()).stream()
                .anyMatch(m -> reach.program().elements().overrides(method, m, (TypeElement) method.getEnclosingElement()));
    }

    /** Whether the method, or a class around it, is hidden from other packages. */
    private static boolean isOfPackage(Element method) {
        for (Element at = method; at instanceof ExecutableElement || at instanceof TypeElement; at = at.getEnclosingElement()) {
            Set<Modifier> modifiers = at.getModifiers();
            boolean isInInterface = at instanceof ExecutableElement && at.getEnclosingElement().getKind().isInterface();
            if (!isInInterface && !modifiers.contains(Modifier.PUBLIC) && !modifiers.contains(Modifier.PROTECTED)) {
                return true;
            }
        }
        return false;
    }

    /** Methods that a method reference names: anybody may call them. */
    private Set<Element> referenced() {
        if (referenced == null) {
            referenced = new HashSet<>();
            reach.index().bodies().stream().filter(body -> body.kind() == Body.Kind.REFERENCE)
                    .forEach(body -> referenced.add(reach.index().trees().getElement(body.path())));
        }
        return referenced;
    }
}
