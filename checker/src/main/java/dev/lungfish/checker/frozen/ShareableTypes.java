package dev.lungfish.checker.frozen;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.TypeModel;
import dev.lungfish.checker.model.TypeVerdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;

/** Decides which types protect their instances themselves. Classes that refer to each other are decided together (greatest fixpoint). */
final class ShareableTypes {
    /** Superclasses of the platform that have no fields of their own which methods write. */
    private static final Set<String> STATELESS = Set.of("java.lang.Object", "java.lang.Enum", "java.lang.Record", "java.util.AbstractCollection",
            "java.util.AbstractSet", "java.util.AbstractQueue");

    private final ShareableValues values;
    private final TypeRows rows;
    private final Promises promises;
    private final SourceCode code;
    private final SourceFields fields;
    private final FieldParts parts;
    private final FrozenTypes frozen;
    private final Captures captures;
    private final ThisEscapes escapes;
    private final TogetherDecided decisions;

    ShareableTypes(Program program, Models models, TypeRows rows, Promises promises, SourceCode code, SourceFields fields, FieldParts parts,
            FrozenTypes frozen, Captures captures, ThisEscapes escapes) {
        this.values = new ShareableValues(program, models, this::isShareable);
        this.rows = rows;
        this.promises = promises;
        this.code = code;
        this.fields = fields;
        this.parts = parts;
        this.frozen = frozen;
        this.captures = captures;
        this.escapes = escapes;
        this.decisions = new TogetherDecided(this::decide);
    }

    /** Whether values of this type protect themselves. */
    boolean isShareable(TypeMirror type) {
        if (type instanceof IntersectionType intersection) {
            return intersection.getBounds().stream().anyMatch(this::isShareable);
        }
        if (type instanceof TypeVariable variable) {
            return isShareable(variable.getUpperBound());
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() != null && isShareable(wildcard.getExtendsBound());
        }
        return type.getKind() == TypeKind.DECLARED && isShareable((TypeElement) ((DeclaredType) type).asElement());
    }

    private boolean isShareable(TypeElement type) {
        return decisions.test(type);
    }

    private boolean decide(TypeElement type) {
        if (promises.deniesThreadSafety(type)) {
            return false;
        }
        if (promises.threadSafePromise(type).isPresent()) {
            return true;
        }
        Optional<TypeVerdict> verdict = rows.of(type).map(TypeModel::verdict);
        if (verdict.isPresent() || rows.isPlatform(type)) {
            return verdict.filter(ShareableTypes::protectsItself).isPresent();
        }
        // A class that adds nothing unprotected to a library's thread-safe type is as thread-safe as that.
        boolean isInherited = rows.withInherited(type).filter(row -> protectsItself(row.verdict())).isPresent();
        return isInherited ? fieldsAreProtected(type) : byStructure(type);
    }

    /** Whether a library's row says so. */
    static boolean protectsItself(TypeVerdict verdict) {
        return verdict == TypeVerdict.SHAREABLE || verdict == TypeVerdict.STOP || verdict == TypeVerdict.BOX;
    }

    private boolean byStructure(TypeElement type) {
        if (type.getKind() == ElementKind.ANNOTATION_TYPE || code.classPath(type).isEmpty()) {
            return false;
        }
        boolean isAbstract = type.getModifiers().contains(Modifier.ABSTRACT);
        List<TypeElement> subclasses = code.subclasses(type);
        if (isAbstract && !type.getModifiers().contains(Modifier.SEALED)) {
            return false;
        }
        return fieldsAreProtected(type) && superclassIsProtected(type) && capturesAreProtected(type) && !escapes.letsThisOut(type)
                && subclasses.stream().allMatch(this::isShareable);
    }

    /** What an inner class takes along, unless that is a surrounding instance that protects itself. */
    private boolean capturesAreProtected(TypeElement type) {
        if (type.getModifiers().contains(Modifier.STATIC) || !type.getNestingKind().isNested() || type.getKind() != ElementKind.CLASS) {
            return true;
        }
        return type.getEnclosingElement() instanceof TypeElement outer && isShareable(outer)
                || frozen.verdict(type.getSimpleName().toString(), captures.of(code.classPath(type).orElseThrow(),
                        Reading.SHARING), Reading.SHARING).isFrozen();
    }

    private boolean superclassIsProtected(TypeElement type) {
        if (!(type.getSuperclass() instanceof DeclaredType declared) || declared.getKind() != TypeKind.DECLARED) {
            return type.getSuperclass().getKind() == TypeKind.NONE;
        }
        TypeElement superclass = (TypeElement) declared.asElement();
        String name = superclass.getQualifiedName().toString();
        if (STATELESS.contains(name)) {
            return true;
        }
        if (promises.threadSafePromise(superclass).isPresent()) {
            return true;
        }
        return !rows.isPlatform(superclass) && code.classPath(superclass).isPresent() && fieldsAreProtected(superclass) && superclassIsProtected(superclass);
    }

    private boolean fieldsAreProtected(TypeElement type) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> !field.getModifiers().contains(Modifier.STATIC)).allMatch(field -> isProtected(field, type));
    }

    /** Final and frozen or shareable, volatile and frozen, or in the region of one of the class's own locks. */
    boolean isProtected(VariableElement field, TypeElement owner) {
        if (promises.region(field).filter(region -> isOwnLock(region, owner)).isPresent()) {
            return true;
        }
        if (field.getModifiers().contains(Modifier.VOLATILE)) {
            return frozen.verdict(field.asType(), Reading.SHARING).isFrozen() || isShareable(field.asType());
        }
        if (!fields.effectivelyFinal(field)) {
            return false;
        }
        return isShareable(field.asType()) || isThread(field.asType()) || isOnlyALock(field, owner)
                || frozen.fieldVerdict(field, Reading.SHARING, parts).isFrozen() || isGivenShareable(field);
    }

    /** An {@code Object} that a declaration of the class names as a lock, wherever it comes from: nothing is done to it but locking. */
    private boolean isOnlyALock(VariableElement field, TypeElement owner) {
        String name = field.getSimpleName().toString();
        return field.asType() instanceof DeclaredType type && ((TypeElement) type.asElement()).getQualifiedName().contentEquals("java.lang.Object")
                && owner.getEnclosedElements().stream().map(promises::region).flatMap(Optional::stream).anyMatch(region -> region.equals(name) || region.equals("this." + name));
    }

    /** A thread-safe object may hold its own thread: every method of {@code Thread} itself may be called by everybody. */
    private static boolean isThread(TypeMirror type) {
        return type instanceof DeclaredType declared && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.lang.Thread");
    }

    /** Whether this expression gives a value that protects itself. */
    boolean isShareableValue(TreePath value) {
        return values.isShareable(value);
    }

    /** {@code private final Map<K, V> cache = new ConcurrentHashMap<>()}: the declared type says less than the value. */
    boolean isGivenShareable(VariableElement field) {
        var given = parts.valuesOf(field);
        return !given.isEmpty() && given.stream().allMatch(values::isShareable);
    }

    /** Whether a region expression names a lock of the class itself. */
    static boolean isOwnLock(String region, TypeElement owner) {
        String name = region.replace(owner.getSimpleName() + ".this", "this");
        if (name.equals("this") || name.equals("itself") || name.endsWith(".class")) {
            return true;
        }
        String last = name.replace("()", "");
        String head = last.startsWith("this.") ? last.substring("this.".length()) : last;
        String member = head.startsWith(owner.getSimpleName() + ".") ? head.substring(owner.getSimpleName().length() + 1) : head;
        for (Element element : owner.getEnclosedElements()) {
            if (element.getSimpleName().contentEquals(member)) {
                return true;
            }
        }
        return false;
    }
}
