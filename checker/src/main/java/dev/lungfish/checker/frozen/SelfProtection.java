package dev.lungfish.checker.frozen;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.TypeModel;
import dev.lungfish.checker.model.TypeVerdict;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/**
 * Whether nothing shows that the values of a type are unprotected mutable state: the question for what a lock guards only the variable of. Far
 * weaker than {@link ShareableTypes}, and never a reason to be silent. Errs towards "may protect itself" for types whose implementation is not
 * seen, and towards "known to need protection" for all others.
 */
final class SelfProtection {
    private final Program program;
    private final TypeRows rows;
    private final Promises promises;
    private final SourceCode code;
    private final SourceFields fields;
    private final ShareableTypes shareable;
    private final TogetherDecided decisions;

    SelfProtection(Program program, TypeRows rows, Promises promises, SourceCode code, SourceFields fields, ShareableTypes shareable) {
        this.program = program;
        this.rows = rows;
        this.promises = promises;
        this.code = code;
        this.fields = fields;
        this.shareable = shareable;
        this.decisions = new TogetherDecided(type -> shareable.isShareable(type.asType()) || decide(type));
    }

    /** Whether values of this type may protect themselves, for all that is known. */
    boolean isPossible(TypeMirror type) {
        if (type instanceof ArrayType) {
            return false;
        }
        if (type instanceof TypeVariable variable) {
            return isPossible(variable.getUpperBound());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null || isPossible(wildcard.getExtendsBound());
        }
        return type.getKind() != TypeKind.DECLARED || isPossible((TypeElement) ((DeclaredType) type).asElement());
    }

    private boolean isPossible(TypeElement type) {
        return decisions.test(type);
    }

    private boolean decide(TypeElement type) {
        if (promises.deniesThreadSafety(type) || isContainer(type)) {
            return false;
        }
        if (type.getQualifiedName().contentEquals("java.lang.Object") || isFunctional(type)) {
            return true;
        }
        Optional<TypeVerdict> row = rows.withInherited(type).map(TypeModel::verdict);
        if (row.isPresent() || rows.isPlatform(type)) {
            return row.filter(ShareableTypes::protectsItself).isPresent();
        }
        if (code.classPath(type).isEmpty()) {
            return true;
        }
        return (hasOwnLock(type) || showsNoUnprotectedState(type)) && (!isClosed(type) || code.subclasses(type).stream().allMatch(this::isPossible));
    }

    /** Collections, maps and what walks over them: whoever writes one as an interface says that its implementations change. */
    private boolean isContainer(TypeElement type) {
        return List.of("java.lang.Iterable", "java.util.Map", "java.util.Iterator", "java.util.Map.Entry").stream()
                .map(name -> program.elements().getTypeElement(name))
                .anyMatch(container -> program.types().isSubtype(program.types().erasure(type.asType()), program.types().erasure(container.asType())));
    }

    /** A function of the JDK's: what it captures is not known. */
    private boolean isFunctional(TypeElement type) {
        return rows.isPlatform(type) && type.getKind() == ElementKind.INTERFACE && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(method -> method.getModifiers().contains(Modifier.ABSTRACT)).count() == 1;
    }

    /** Whether everybody who may extend or implement it is seen. */
    private static boolean isClosed(TypeElement type) {
        return type.getModifiers().contains(Modifier.PRIVATE) || type.getModifiers().contains(Modifier.SEALED) || type.getNestingKind() == NestingKind.LOCAL;
    }

    private boolean showsNoUnprotectedState(TypeElement type) {
        boolean isInner = type.getNestingKind().isNested() && !type.getModifiers().contains(Modifier.STATIC) && type.getKind() == ElementKind.CLASS;
        if (isInner && type.getEnclosingElement() instanceof TypeElement outer && !isPossible(outer)) {
            return false;
        }
        boolean inFields = ElementFilter.fieldsIn(type.getEnclosedElements()).stream().filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                .allMatch(field -> mayBeProtected(field, type));
        return inFields && (!(type.getSuperclass() instanceof DeclaredType superclass) || superclass.getKind() != TypeKind.DECLARED
                || isPossible((TypeElement) superclass.asElement()));
    }

    private boolean mayBeProtected(VariableElement field, TypeElement owner) {
        boolean isFixed = fields.effectivelyFinal(field) || field.getModifiers().contains(Modifier.VOLATILE);
        return shareable.isProtected(field, owner) || isFixed && isPossible(field.asType());
    }

    /** Whether the class or one above it says that a lock of its own guards something in it: it is written for several threads. */
    private boolean hasOwnLock(TypeElement type) {
        for (Element member : type.getEnclosedElements()) {
            boolean isGuarded = member.getKind() == ElementKind.FIELD && promises.region(member).filter(region -> ShareableTypes.isOwnLock(region, type)).isPresent();
            boolean isSynchronized = member.getKind() == ElementKind.METHOD && member.getModifiers().contains(Modifier.SYNCHRONIZED);
            if (isGuarded || isSynchronized) {
                return true;
            }
        }
        return type.getSuperclass() instanceof DeclaredType superclass && superclass.getKind() == TypeKind.DECLARED
                && code.classPath((TypeElement) superclass.asElement()).isPresent() && hasOwnLock((TypeElement) superclass.asElement());
    }
}
