package dev.lungfish.checker.frozen;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Arrays as frozen parts: private, made or cloned by the constructor, only read in the class, and never let out.
 */
public final class PrivateArrays {
    /** Where a private array stops being private, and what happens there. */
    public record Leak(TreePath place, Kind kind) {
    }

    /** What is wrong with an array field. */
    public enum Kind {
        /** The field keeps an array that somebody else may have. */
        KEPT_AS_GIVEN,
        /** An array element is written outside of the constructor. */
        WRITTEN,
        /** The array itself is returned, stored or passed on. */
        LET_OUT
    }

    private final Program program;
    private final SourceFields fields;
    private final SourceCode code;
    private final FreshArrays fresh;
    private final ArrayUses uses;
    private final Map<VariableElement, Optional<Leak>> leaks = new HashMap<>();

    PrivateArrays(Program program, SourceFields fields, SourceCode code, FreshArrays fresh, ArrayUses uses) {
        this.program = program;
        this.fields = fields;
        this.code = code;
        this.fresh = fresh;
        this.uses = uses;
    }

    /** What has to hold for an array field that counts as final. */
    Need need(VariableElement field, ArrayType type, Reading reading) {
        String step = "." + field.getSimpleName();
        boolean isPrivate = field.getModifiers().contains(Modifier.PRIVATE);
        if (isPrivate && code.fieldPath(field).isEmpty()) {
            return Need.blocked(step, FrozenTypes.typeName(type), Reason.NOT_KNOWN);
        }
        if (!isPrivate) {
            return isAlwaysEmpty(field) ? Need.typed(step, elementType(type)) : Need.blocked(step, FrozenTypes.typeName(type), Reason.ARRAY);
        }
        Optional<Leak> leak = leak(field);
        if (leak.isPresent()) {
            return Need.blocked(step, FrozenTypes.typeName(type), leak.get().kind() == Kind.KEPT_AS_GIVEN ? Reason.ARRAY : Reason.ARRAY_LET_OUT);
        }
        return Need.typed(step + "[*]", elementType(type));
    }

    /** Where the array of a private field gets in or out, or is written; empty if it stays private and is only read. */
    public Optional<Leak> leak(VariableElement field) {
        return leaks.computeIfAbsent(field, this::search);
    }

    private Optional<Leak> search(VariableElement field) {
        int dimensions = dimensions(field.asType());
        Optional<TreePath> initializer = fields.initializer(field);
        if (initializer.isPresent() && !fresh.isFresh(initializer.get(), dimensions)) {
            return Optional.of(new Leak(initializer.get(), Kind.KEPT_AS_GIVEN));
        }
        for (SourceFields.Write write : fields.writes(field)) {
            if (write.value() == null || !fresh.isFresh(write.value(), dimensions)) {
                return Optional.of(new Leak(write.place(), Kind.KEPT_AS_GIVEN));
            }
        }
        Optional<Leak> component = ofComponent(field, dimensions);
        if (component.isPresent()) {
            return component;
        }
        for (TreePath use : code.uses(field)) {
            boolean mayWrite = fields.constructing(use).filter(type -> type.equals(field.getEnclosingElement())).isPresent();
            Optional<Leak> leak = uses.leak(use, dimensions, mayWrite);
            if (leak.isPresent()) {
                return leak;
            }
        }
        return Optional.empty();
    }

    /** A record's array comes in through its compact constructor and goes out through its accessor. */
    private Optional<Leak> ofComponent(VariableElement field, int dimensions) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (owner.getKind() != ElementKind.RECORD) {
            return Optional.empty();
        }
        TreePath place = code.fieldPath(field).orElseThrow();
        Optional<TreePath> parameter = fields.compactParameter(field);
        if (parameter.isPresent() && !fresh.isFreshAtEnd(parameter.get(), dimensions) || parameter.isEmpty() && fields.writes(field).isEmpty()) {
            return Optional.of(new Leak(place, Kind.KEPT_AS_GIVEN));
        }
        boolean hasAccessor = ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .anyMatch(method -> method.getSimpleName().equals(field.getSimpleName()) && method.getParameters().isEmpty() && isWritten(method));
        return hasAccessor ? Optional.empty() : Optional.of(new Leak(place, Kind.LET_OUT));
    }

    private boolean isWritten(ExecutableElement method) {
        return code.methodPath(method).isPresent()
                && program.elements().getOrigin(method) == javax.lang.model.util.Elements.Origin.EXPLICIT;
    }

    private boolean isAlwaysEmpty(VariableElement field) {
        Optional<TreePath> initializer = fields.initializer(field);
        return initializer.isPresent() && fields.writes(field).isEmpty() && fresh.isEmpty(initializer.get());
    }

    static int dimensions(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY ? 1 + dimensions(((ArrayType) type).getComponentType()) : 0;
    }

    private static TypeMirror elementType(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY ? elementType(((ArrayType) type).getComponentType()) : type;
    }
}
