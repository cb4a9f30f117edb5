package dev.lungfish.checker.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Fields that lead from one object to another.
 *
 * @param fields the fields, in the order in which they are read; none if the object leads to itself
 * @param type the type of what they lead to
 */
public record FieldChain(List<VariableElement> fields, TypeMirror type) {
    public FieldChain {
        fields = List.copyOf(fields);
    }

    /**
     * Looks the fields up by their names.
     *
     * @param from the type of the object to begin with
     * @param names the names of fields of objects; empty if one of them names none
     */
    public static Optional<FieldChain> of(TypeMirror from, List<String> names, Program program) {
        List<VariableElement> fields = new ArrayList<>();
        TypeMirror at = from;
        for (String name : names) {
            Optional<VariableElement> field = program.types().asElement(at) instanceof TypeElement type
                    ? ElementFilter.fieldsIn(program.elements().getAllMembers(type)).stream().filter(each -> each.getSimpleName().contentEquals(name)).findFirst()
                            .or(() -> hidden(type, name))
                    : Optional.empty();
            if (field.isEmpty() || field.get().getModifiers().contains(Modifier.STATIC)) {
                return Optional.empty();
            }
            fields.add(field.get());
            at = field.get().asType();
        }
        return Optional.of(new FieldChain(fields, program.types().erasure(at)));
    }

    /** A private field of a class above, which is no member of this one. */
    private static Optional<VariableElement> hidden(TypeElement type, String name) {
        for (TypeElement at = type; at != null;) {
            Optional<VariableElement> field = ElementFilter.fieldsIn(at.getEnclosedElements()).stream().filter(each -> each.getSimpleName().contentEquals(name)).findFirst();
            if (field.isPresent()) {
                return field;
            }
            at = at.getSuperclass() instanceof javax.lang.model.type.DeclaredType above ? (TypeElement) above.asElement() : null;
        }
        return Optional.empty();
    }
}
