package dev.lungfish.checker.frozen;

import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;

/** What has to hold for a field to be a frozen part: by its type, by every value that it is given, or as a private array. */
final class FieldParts {
    private final SourceFields fields;
    private final SourceCode code;
    private final Values values;
    private final PrivateArrays arrays;
    private final Promises promises;
    private final Set<VariableElement> asked = new HashSet<>();

    FieldParts(SourceFields fields, SourceCode code, Values values, PrivateArrays arrays, Promises promises) {
        this.fields = fields;
        this.code = code;
        this.values = values;
        this.arrays = arrays;
        this.promises = promises;
        values.readFieldsBy(this);
    }

    /** Whether the field cannot be assigned again, as far as the reading asks for it; a declared lazy cache is taken at its word. */
    boolean countsAsFinal(VariableElement field, Reading reading) {
        return field.getModifiers().contains(Modifier.FINAL) || reading == Reading.SHARING && fields.effectivelyFinal(field)
                || promises.isLazyCache(field);
    }

    /** The answer for a field that can be assigned again. */
    Need.Blocked notFinal(VariableElement field) {
        return new Need.Blocked("." + field.getSimpleName(), FrozenTypes.typeName(field.asType()), Reason.NOT_FINAL);
    }

    /** What has to hold for a field that counts as final. */
    Need need(VariableElement field, Reading reading) {
        String step = "." + field.getSimpleName();
        Need byType = Need.typed(step, field.asType());
        if (field.asType().getKind().isPrimitive()) {
            return byType;
        }
        if (field.asType().getKind() == TypeKind.ARRAY) {
            return arrays.need(field, (ArrayType) field.asType(), reading);
        }
        if (code.fieldPath(field).isEmpty()) {
            return byClassFile(field, byType, step);
        }
        List<Need> byValue = byValue(field, step, reading);
        return byValue.isEmpty() && assigned(field).isEmpty() ? byType : new Need.Either(byType, byValue);
    }

    /** A class file does not say what its constructors store: behind an interface there may be something immutable. */
    private static Need byClassFile(VariableElement field, Need byType, String step) {
        boolean isInterface = field.asType() instanceof DeclaredType declared && declared.asElement().getKind().isInterface();
        return isInterface ? new Need.Either(byType, List.of(Need.blocked(step, FrozenTypes.typeName(field.asType()), Reason.NOT_KNOWN))) : byType;
    }

    /** What has to hold of the values that the field is given; a field that asks for itself adds nothing. */
    List<Need> byValue(VariableElement field, String step, Reading reading) {
        if (!asked.add(field)) {
            return List.of();
        }
        try {
            List<Need> needs = new ArrayList<>();
            assigned(field).forEach(value -> needs.addAll(values.needs(value, step, reading)));
            fields.compactParameter(field).ifPresent(parameter -> needs.addAll(values.atEnd(parameter, step, reading)));
            return needs;
        } finally {
            asked.remove(field);
        }
    }

    /** Whether all values of the field are seen: it counts as final and its class is part of this compilation. */
    boolean valuesAreSeen(VariableElement field, Reading reading) {
        return countsAsFinal(field, reading) && code.fieldPath(field).isPresent()
                && (!assigned(field).isEmpty() || fields.compactParameter(field).isPresent());
    }

    private List<TreePath> assigned(VariableElement field) {
        List<TreePath> assigned = new ArrayList<>();
        fields.initializer(field).ifPresent(assigned::add);
        fields.writes(field).stream().map(SourceFields.Write::value).filter(value -> value != null).forEach(assigned::add);
        return assigned;
    }

    /** The trees of the values that the field is given by name; the parameter of a compact constructor is not among them. */
    List<TreePath> valuesOf(VariableElement field) {
        return assigned(field);
    }

    Optional<TreePath> compactParameter(VariableElement field) {
        return fields.compactParameter(field);
    }
}
