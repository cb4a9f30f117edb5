package dev.lungfish.checker.declared;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * What is in scope at a declaration.
 *
 * @param type the innermost class around it (the class itself for a class)
 * @param isStatic whether there is no {@code this}
 * @param variables locals, then parameters, the innermost first
 * @param formals the parameters of the annotated method, or of the method around the annotated variable
 */
record Scope(TypeElement type, boolean isStatic, List<VariableElement> variables, List<? extends VariableElement> formals) {
    static Scope at(Element declaredAt, Collection<? extends VariableElement> locals) {
        List<VariableElement> variables = new ArrayList<>(locals);
        List<? extends VariableElement> formals = List.of();
        boolean isStatic = false;
        Element element = declaredAt;
        while (!(element instanceof TypeElement)) {
            if (element instanceof ExecutableElement method) {
                formals = method.getParameters();
                variables.addAll(formals);
            }
            isStatic |= element.getModifiers().contains(Modifier.STATIC) || element.getKind() == ElementKind.STATIC_INIT;
            element = element.getEnclosingElement();
        }
        TypeElement type = (TypeElement) element;
        for (Element around = type.getEnclosingElement(); around != null; around = around.getEnclosingElement()) {
            if (around instanceof ExecutableElement method) {
                variables.addAll(method.getParameters());
            }
        }
        return new Scope(type, isStatic, variables, formals);
    }

    Optional<VariableElement> variable(String name) {
        return variables.stream().filter(variable -> variable.getSimpleName().contentEquals(name)).findFirst();
    }

    List<String> variableNames() {
        return variables.stream().map(variable -> variable.getSimpleName().toString()).toList();
    }

    /** The class around a class, through methods and initialisers; null for a top-level class. */
    static TypeElement around(TypeElement type) {
        return Stream.iterate(type.getEnclosingElement(), e -> e != null, Element::getEnclosingElement)
                .filter(TypeElement.class::isInstance).map(TypeElement.class::cast).findFirst().orElse(null);
    }

    /** Whether instances of this class have no instance of the class around them. */
    static boolean isStaticContext(TypeElement type) {
        if (type.getModifiers().contains(Modifier.STATIC) || type.getKind().isInterface() || type.getKind() == ElementKind.ENUM
                || type.getKind() == ElementKind.RECORD) {
            return true;
        }
        Element around = type.getEnclosingElement();
        return around.getKind() == ElementKind.STATIC_INIT
                || around instanceof ExecutableElement method && method.getModifiers().contains(Modifier.STATIC);
    }
}
