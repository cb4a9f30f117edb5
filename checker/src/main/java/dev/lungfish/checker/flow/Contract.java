package dev.lungfish.checker.flow;

import dev.lungfish.checker.declared.Annotations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeVariable;

/**
 * What a method declares about its parameters and its result. Immutable.
 *
 * @param parameters per parameter, what is declared of it
 * @param resultMoved whether the caller owns the result
 * @param resultFrozen whether the result is deeply immutable
 */
record Contract(List<Parameter> parameters, boolean resultMoved, boolean resultFrozen) {
    /** What is declared of one parameter; capturedBy is empty if it says nothing. */
    record Parameter(boolean moved, boolean borrowed, String capturedBy, boolean frozen) {
        static final Parameter PLAIN = new Parameter(false, false, "", false);

        boolean saysWhereItGoes() {
            return moved || borrowed || !capturedBy.isEmpty();
        }
    }

    boolean saysAnything() {
        return resultMoved || resultFrozen || parameters.stream().anyMatch(p -> !p.equals(Parameter.PLAIN));
    }

    Parameter parameter(int index) {
        return index < parameters.size() ? parameters.get(index) : parameters.isEmpty() ? Parameter.PLAIN : parameters.get(parameters.size() - 1);
    }

    /** Whether the type of a parameter is a type variable that admits frozen types only. */
    static boolean hasFrozenVariable(VariableElement parameter) {
        return parameter.asType() instanceof TypeVariable variable && Annotations.has(variable.asElement(), "Frozen");
    }

    /** Reads contracts off declarations, once per method. */
    static final class Reader {
        private final Map<ExecutableElement, Contract> known = new HashMap<>();

        Contract of(ExecutableElement method) {
            return known.computeIfAbsent(method, Reader::read);
        }

        private static Contract read(ExecutableElement method) {
            List<Parameter> parameters = new ArrayList<>();
            for (VariableElement parameter : method.getParameters()) {
                parameters.add(parameter(parameter));
            }
            boolean frozen = method.getReturnType() != null && Annotations.has(method, "Frozen");
            return new Contract(List.copyOf(parameters), Annotations.has(method, "Moved"), frozen);
        }

        private static Parameter parameter(VariableElement parameter) {
            if (parameter.getAnnotationMirrors().isEmpty() && parameter.asType().getAnnotationMirrors().isEmpty() && !hasFrozenVariable(parameter)) {
                return Parameter.PLAIN;
            }
            String keeper = Annotations.ours(parameter, "CapturedBy").map(Reader::value).orElse("");
            return new Parameter(Annotations.has(parameter, "Moved"), Annotations.has(parameter, "Borrowed"), keeper,
                    hasFrozenVariable(parameter) || Annotations.has(parameter, "Frozen"));
        }

        private static String value(AnnotationMirror mirror) {
            List<String> values = Annotations.strings(mirror, "value");
            return values.isEmpty() ? "this" : values.get(0);
        }
    }
}
