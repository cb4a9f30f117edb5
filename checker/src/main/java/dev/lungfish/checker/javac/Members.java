package dev.lungfish.checker.javac;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The methods that classes declare, by name: the compiler makes a new list of all members at each question. For whoever looks for what overrides what, where
 * the name decides nearly always. Confined to the compiler's thread.
 */
public final class Members {
    private final Map<TypeElement, Map<Name, List<ExecutableElement>>> methods = new HashMap<>();

    Members() {
    }

    /** The methods of this name that the class itself declares, in source order. */
    public List<ExecutableElement> named(TypeElement type, Name name) {
        return methods.computeIfAbsent(type, t -> ElementFilter.methodsIn(t.getEnclosedElements()).stream()
                .collect(Collectors.groupingBy(ExecutableElement::getSimpleName))).getOrDefault(name, List.of());
    }
}
