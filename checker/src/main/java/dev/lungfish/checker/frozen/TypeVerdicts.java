package dev.lungfish.checker.frozen;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.model.TypeModel;
import dev.lungfish.checker.model.TypeVerdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;

/**
 * What the types of one compilation promise: frozen, shareable, tracked, and what follows from that. Everything is asked lazily and
 * remembered per class. No method returns null or throws for a missing class file: what cannot be looked at is {@link FrozenVerdict.Unknown}
 * and counts as tracked. Confined to the compiler's thread, like the {@link Program}.
 */
public final class TypeVerdicts {
    private final Promises promises;
    private final TypeRows rows;
    private final SourceCode code;
    private final SourceFields fields;
    private final FieldParts fieldParts;
    private final Values values;
    private final PrivateArrays arrays;
    private final Captures captures;
    private final ThisEscapes escapes;
    private final FrozenTypes frozenTypes;
    private final ShareableTypes shareableTypes;
    private final UnfreezableTypes unfreezableTypes;
    private final SelfProtection selfProtection;
    private final TypeMirror object;
    private final TypeMirror runnable;
    private final Types types;
    private final Map<TypeElement, Boolean> frozenClasses = new HashMap<>();
    private final Map<TypeElement, Optional<String>> confined = new HashMap<>();

    /** Verdicts for the types of this program, with the library models' rows asked first. */
    public TypeVerdicts(Program program, KnownTypes known, LibraryModels library) {
        this.promises = new Promises(program.types());
        this.rows = new TypeRows(program.elements(), known);
        this.code = new SourceCode(program);
        this.fields = new SourceFields(program, code);
        this.types = program.types();
        this.runnable = program.elements().getTypeElement("java.lang.Runnable").asType();
        this.object = program.elements().getTypeElement("java.lang.Object").asType();
        Models models = new Models(program, library);
        LocalValues locals = new LocalValues(program, code, models);
        this.values = new Values(program, code, models, new CallValues(program, models, rows), locals, promises);
        ArrayUses uses = new ArrayUses(program, code, models, rows);
        this.arrays = new PrivateArrays(program, fields, code, new FreshArrays(program, code, models, locals, uses), uses);
        this.fieldParts = new FieldParts(fields, code, values, arrays, promises);
        this.captures = new Captures(program, code, values, fieldParts, promises);
        this.escapes = new ThisEscapes(program, code, fields, new ThisUses(program, code, models, captures, rows));
        this.frozenTypes = new FrozenTypes(program, rows, promises,
                new ClassParts(program, rows, promises, code, fieldParts, captures, escapes));
        this.shareableTypes = new ShareableTypes(program, models, rows, promises, code, fields, fieldParts, frozenTypes, captures, escapes);
        this.selfProtection = new SelfProtection(program, rows, promises, code, fields, shareableTypes);
        this.unfreezableTypes = new UnfreezableTypes(rows, promises);
    }

    /** Whether every value of this type is frozen; private fields that only constructors write count as final. */
    public FrozenVerdict frozen(TypeMirror type) {
        return frozenTypes.verdict(type, Reading.SHARING);
    }

    /** As {@link #frozen}, for a part of something that is <em>declared</em> frozen: there, fields have to be final. */
    public FrozenVerdict frozenPart(TypeMirror type) {
        return frozenTypes.partVerdict(type, Reading.DECLARED);
    }

    /** As {@link #frozen}, for a part of something frozen that is handed over: stops are fine. */
    public FrozenVerdict frozenInside(TypeMirror type) {
        return frozenTypes.partVerdict(type, Reading.SHARING);
    }

    /** As {@link #frozenPart}, for the part of an object that its superclass makes. */
    public FrozenVerdict frozenExactPart(TypeMirror superclass) {
        return frozenTypes.exactVerdict(superclass, Reading.DECLARED);
    }

    /** As {@link #frozen}, for a value that is known to be of exactly this class: {@code new Point(1, 2)}, also if Point is not final. */
    public FrozenVerdict frozenExact(TypeMirror type) {
        return frozenTypes.exactVerdict(type, Reading.SHARING);
    }

    /** Whether every value of this type is frozen. */
    public boolean isFrozen(TypeMirror type) {
        TypeElement plain = plain(type);
        if (plain == null) {
            return frozen(type).isFrozen();
        }
        Boolean known = frozenClasses.get(plain);
        if (known == null) {
            known = frozen(type).isFrozen();
            frozenClasses.put(plain, known);
        }
        return known;
    }

    /** The class, if a use of it says no more than the class does: no type arguments, no annotations. Null otherwise. */
    private static TypeElement plain(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED && ((DeclaredType) type).asElement() instanceof TypeElement element
                && element.getTypeParameters().isEmpty() && type.getAnnotationMirrors().isEmpty()
                && ((DeclaredType) type).getEnclosingType().getKind() == TypeKind.NONE ? element : null;
    }

    /**
     * Whether values of this type may be used by several threads as they are: frozen; thread-safe by model or by promise; or because each
     * field is final and frozen or shareable, volatile and frozen, or in the region of one of the class's own locks. Says nothing of the
     * elements of a thread-safe container.
     */
    public boolean isShareable(TypeMirror type) {
        return type.getKind().isPrimitive() || shareableTypes.isShareable(type) || isFrozen(type);
    }

    /** Whether it matters who holds a value of this type: neither frozen nor shareable, and no box of such content. */
    public boolean isTracked(TypeMirror type) {
        if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.NULL || type.getKind() == TypeKind.NONE) {
            return false;
        }
        if (isBox(type)) {
            return isTask(type) || isTracked(contentOf(type));
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null || isTracked(wildcard.getExtendsBound());
        }
        return !isShareable(type);
    }

    /** Whether nothing shows that values of this type are unprotected mutable state. Says far less than {@link #isShareable}. */
    public boolean mayProtectItself(TypeMirror type) {
        return selfProtection.isPossible(type);
    }

    /** Whether methods of this type that look like reads write. */
    public boolean readsWrite(TypeMirror type) {
        return says(type, TypeVerdict.READS_WRITE);
    }

    /** Whether this is a thread-safe shell around one value that goes from thread to thread, as a future. */
    public boolean isBox(TypeMirror type) {
        return says(type, TypeVerdict.BOX);
    }

    /** Whether it is a body to run that is its own future: what it captured goes where it goes, and comes back with its result. */
    public boolean isTask(TypeMirror type) {
        return isBox(type) && types.isSubtype(types.erasure(type), runnable);
    }

    /** What a box carries: its first type argument, or {@code Object} for a raw type. */
    public TypeMirror contentOf(TypeMirror box) {
        return box instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty() ? declared.getTypeArguments().get(0)
                : object;
    }

    /** The thread to which values of this type belong for ever, by model or by {@code @Confined}. */
    public Optional<String> confinement(TypeMirror type) {
        return elementOf(type).flatMap(element -> confined.computeIfAbsent(element, e -> promises.confinement(e)
                .or(() -> rows.withInherited(e).filter(row -> row.verdict() == TypeVerdict.CONFINED).map(TypeModel::thread))));
    }

    /** Whether values of this type may stand inside frozen graphs although they change: they hold no data of the graph. */
    public boolean isStop(TypeMirror type) {
        return elementOf(type).filter(rows::isStop).isPresent();
    }

    /** The path from this type to something that nobody can freeze, not even by owning it: threads, streams, atomics, ... */
    public Optional<String> neverFreezable(TypeMirror type) {
        return unfreezableTypes.pathFrom(type);
    }

    /** Whether this type use says {@code @Frozen}, or its class promises that all instances are. */
    public boolean isFrozenUse(TypeMirror annotatedType) {
        return promises.isFrozenUse(annotatedType)
                || elementOf(annotatedType).flatMap(frozenTypes::promiseOf).isPresent();
    }

    /**
     * Whether the values that this field is given, all of which are seen, are frozen: {@code private final List<String> names} that every
     * constructor assigns {@code List.copyOf(..)}. Private fields that only constructors write count as final.
     */
    public boolean fieldIsFrozenValue(VariableElement field) {
        return fieldVerdict(field, Reading.SHARING).isFrozen();
    }

    /** The values that this compilation gives a field by name. */
    public List<TreePath> valuesOf(VariableElement field) {
        return fieldParts.valuesOf(field);
    }

    /** The verdict on a field as a part of the objects of its class; its path begins with the class. */
    public FrozenVerdict fieldVerdict(VariableElement field, Reading reading) {
        return frozenTypes.fieldVerdict(field, reading, fieldParts);
    }

    /** Whether a field of a thread-safe class needs no more protection than it has. */
    public boolean fieldIsProtected(VariableElement field) {
        return shareableTypes.isProtected(field, (TypeElement) field.getEnclosingElement());
    }

    /** Whether every value that this field, which is never assigned again, is given protects itself: a concurrent map behind a {@code Map}. */
    public boolean fieldIsShareableValue(VariableElement field) {
        return fields.effectivelyFinal(field) && (isShareable(field.asType()) || shareableTypes.isGivenShareable(field));
    }

    /** Whether an expression gives a value that protects itself, although its type may not say so: {@code Collections.synchronizedList(..)}. */
    public boolean isShareableValue(TreePath value) {
        return shareableTypes.isShareableValue(value);
    }

    /** Whether a field is final, or private and written by constructors and initialisers of its own object only. */
    public boolean effectivelyFinal(VariableElement field) {
        return fields.effectivelyFinal(field);
    }

    /** The annotations as these verdicts read them. */
    public Promises promises() {
        return promises;
    }

    /** Where constructors let their object out too early. */
    public ThisEscapes thisEscapes() {
        return escapes;
    }

    /** Where private arrays get out of their objects. */
    public PrivateArrays privateArrays() {
        return arrays;
    }

    /** The class or supertype by which all instances of this class are promised to be frozen. */
    public Optional<TypeElement> frozenPromise(TypeElement type) {
        return frozenTypes.promiseOf(type);
    }

    /** The trees of this compilation's declarations. */
    public SourceCode sourceCode() {
        return code;
    }

    /** Where this compilation writes fields. */
    public SourceFields sourceFields() {
        return fields;
    }

    FrozenTypes frozenTypes() {
        return frozenTypes;
    }

    FieldParts fieldParts() {
        return fieldParts;
    }

    Captures captures() {
        return captures;
    }

    Values values() {
        return values;
    }

    private boolean says(TypeMirror type, TypeVerdict verdict) {
        return elementOf(type).filter(element -> rows.says(element, verdict)).isPresent();
    }

    static Optional<TypeElement> elementOf(TypeMirror type) {
        if (type.getKind() == TypeKind.DECLARED && ((DeclaredType) type).asElement() instanceof TypeElement element) {
            return Optional.of(element);
        }
        if (type instanceof TypeVariable variable) {
            return elementOf(variable.getUpperBound());
        }
        if (type instanceof IntersectionType intersection) {
            return elementOf(intersection.getBounds().get(0));
        }
        return Optional.empty();
    }
}
