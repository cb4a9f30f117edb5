package dev.lungfish.checker.frozen;

import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.TypeModel;
import dev.lungfish.checker.model.TypeVerdict;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The library models' rows about types, as the frozen rules read them. */
final class TypeRows {
    private final Elements elements;
    private final KnownTypes known;

    TypeRows(Elements elements, KnownTypes known) {
        this.elements = elements;
        this.known = known;
    }

    /** The row of this type, or for a class of the JDK that of the supertype whose row counts for subtypes. */
    Optional<TypeModel> of(TypeElement type) {
        Optional<TypeModel> own = known.find(type);
        return own.isPresent() || !isPlatform(type) ? own : known.inherited(type);
    }

    /** The row of this type or of a supertype whose row counts for subtypes, whoever wrote the type. */
    Optional<TypeModel> withInherited(TypeElement type) {
        return known.find(type).or(() -> known.inherited(type));
    }

    /** Whether a row of the type itself or an inherited one gives this verdict. */
    boolean says(TypeElement type, TypeVerdict verdict) {
        return withInherited(type).filter(row -> row.verdict() == verdict).isPresent();
    }

    /** Whether instances hold no data of the graph in which they stand. A class that adds fields to a library's stop is judged by them. */
    boolean isStop(TypeElement type) {
        return says(type, TypeVerdict.STOP) && (known.find(type).isPresent() || !addsFields(type));
    }

    private boolean addsFields(TypeElement type) {
        for (TypeElement at = type; !isPlatform(at) && known.find(at).isEmpty();) {
            if (ElementFilter.fieldsIn(at.getEnclosedElements()).stream().anyMatch(field -> !field.getModifiers().contains(Modifier.STATIC))) {
                return true;
            }
            if (at.getSuperclass().getKind() != TypeKind.DECLARED) {
                return false;
            }
            at = (TypeElement) ((DeclaredType) at.getSuperclass()).asElement();
        }
        return false;
    }

    /** Whether the class belongs to the JDK: such classes are known by rows only, because their private fields need not be visible. */
    boolean isPlatform(TypeElement type) {
        ModuleElement module = elements.getModuleOf(type);
        String name = module == null || module.isUnnamed() ? elements.getPackageOf(type).getQualifiedName().toString()
                : module.getQualifiedName().toString();
        return name.equals("java") || name.startsWith("java.") || name.startsWith("jdk.")
                || module != null && !module.isUnnamed() && name.startsWith("javafx.");
    }
}
