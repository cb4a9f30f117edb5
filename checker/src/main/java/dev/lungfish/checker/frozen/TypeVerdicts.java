package dev.lungfish.checker.frozen;

import dev.lungfish.checker.javac.Program;
import java.util.HashMap;
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

/**
 * What the types of one compilation promise: frozen, shareable, tracked, and what follows from that. Everything is asked lazily and
 * remembered per class. No method returns null or throws for a missing class file: what cannot be looked at is {@link FrozenVerdict.Unknown}
 * and counts as tracked. Confined to the compiler's thread, like the {@link Program}.
 */
public final class TypeVerdicts {
    private final Promises promises;
    private final TypeFacts facts;
    private final FrozenTypes frozenTypes;
    private final ShareableTypes shareableTypes;
    private final UnfreezableTypes unfreezableTypes;
    private final SourceFields fields;
    private final Values values;
    private final Map<TypeElement, Optional<String>> confined = new HashMap<>();

    /** Verdicts for the types of this program, with the library models' rows asked first. */
    public TypeVerdicts(Program program, TypeFacts facts, MethodFacts methods) {
        this.promises = new Promises(program.types());
        this.facts = facts;
        this.fields = new SourceFields(program);
        this.values = new Values(program, methods, fields, promises);
        this.frozenTypes = new FrozenTypes(program, facts, promises, new ClassParts(program, promises, facts, fields, values));
        this.shareableTypes = new ShareableTypes(program, facts, promises, fields, frozenTypes);
        this.unfreezableTypes = new UnfreezableTypes(program, facts, promises);
    }

    /** Whether every value of this type is frozen; private fields that only constructors write count as final. */
    public FrozenVerdict frozen(TypeMirror type) {
        return frozenTypes.verdict(type, Reading.SHARING);
    }

    /** As {@link #frozen}, for a part of something that is <em>declared</em> frozen: there, fields have to be final. */
    public FrozenVerdict frozenPart(TypeMirror type) {
        return frozenTypes.partVerdict(type, Reading.DECLARED);
    }

    /** As {@link #frozen}, for a value that is known to be of exactly this class: {@code new Point(1, 2)}, also if Point is not final. */
    public FrozenVerdict frozenExact(TypeMirror type) {
        return frozenTypes.exactVerdict(type, Reading.SHARING);
    }

    /** Whether every value of this type is frozen. */
    public boolean isFrozen(TypeMirror type) {
        return frozen(type).isFrozen();
    }

    /**
     * Whether values of this type protect themselves: by model, by promise, or because each field is final and frozen or shareable,
     * volatile and frozen, or in the region of one of the class's own locks. Says nothing of the elements of a shareable container.
     */
    public boolean isShareable(TypeMirror type) {
        return shareableTypes.isShareable(type);
    }

    /** Whether it matters who holds a value of this type: neither frozen nor shareable, and no box of such content. */
    public boolean isTracked(TypeMirror type) {
        if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.NULL || type.getKind() == TypeKind.NONE) {
            return false;
        }
        if (isBox(type)) {
            return isTracked(contentOf(type));
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null || isTracked(wildcard.getExtendsBound());
        }
        return !isFrozen(type) && !isShareable(type);
    }

    /** Whether this is a thread-safe shell around one value that goes from thread to thread, as a future. */
    public boolean isBox(TypeMirror type) {
        return factOf(type).filter(fact -> fact.kind() == TypeFacts.Kind.BOX).isPresent();
    }

    /** What a box carries: its first type argument, or the type itself if it has none (nothing is known of the content then). */
    public TypeMirror contentOf(TypeMirror box) {
        return box instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty() ? declared.getTypeArguments().get(0)
                : frozenTypes.objectType();
    }

    /** The thread to which values of this type belong for ever, by model or by {@code @Confined}. */
    public Optional<String> confinement(TypeMirror type) {
        return elementOf(type).flatMap(element -> confined.computeIfAbsent(element, e -> promises.confinement(e)
                .or(() -> facts.of(e).filter(fact -> fact.kind() == TypeFacts.Kind.CONFINED).map(TypeFacts.Fact::detail))));
    }

    /** Whether values of this type may stand inside frozen graphs although they change: they hold no data of the graph. */
    public boolean isStop(TypeMirror type) {
        return factOf(type).filter(fact -> fact.kind() == TypeFacts.Kind.STOP).isPresent();
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
        return frozenTypes.fieldVerdict(field, Reading.SHARING).isFrozen();
    }

    /** Whether a field is final, or private and written by constructors and initialisers of its own object only. */
    public boolean effectivelyFinal(VariableElement field) {
        return fields.effectivelyFinal(field);
    }

    /** The annotations as these verdicts read them. */
    public Promises promises() {
        return promises;
    }

    Optional<TypeFacts.Fact> factOf(TypeMirror type) {
        return elementOf(type).flatMap(facts::of);
    }

    static Optional<TypeElement> elementOf(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
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
