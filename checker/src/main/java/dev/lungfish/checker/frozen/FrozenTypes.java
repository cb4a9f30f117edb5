package dev.lungfish.checker.frozen;

import dev.lungfish.checker.javac.Program;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;

/**
 * Decides which types are frozen. Classes that refer to each other are decided together: all of them are taken to be frozen, and what turns
 * out not to hold is struck off until nothing changes (the greatest fixpoint). Generic classes are decided once, with conditions on their
 * type parameters, so types that grow from use to use end too.
 */
final class FrozenTypes {
    private record Key(TypeElement type, boolean exact, Reading reading) {
    }

    /** How one type is looked at: under which reading, with which answers so far, and which type variables are being looked at already. */
    private record View(Reading reading, Map<Key, Outcome> current, Set<Element> variables) {
    }

    private final Program program;
    private final TypeRows rows;
    private final Promises promises;
    private final ClassParts parts;
    private final Map<Key, Outcome> decided = new HashMap<>();

    FrozenTypes(Program program, TypeRows rows, Promises promises, ClassParts parts) {
        this.program = program;
        this.rows = rows;
        this.promises = promises;
        this.parts = parts;
    }

    /** The class or supertype that promises that instances are frozen. */
    Optional<TypeElement> promiseOf(TypeElement type) {
        return promises.frozenPromise(type);
    }

    /** Whether all of these hold, told as a path that begins with a name. */
    FrozenVerdict verdict(String name, List<Need> needs, Reading reading) {
        decideAll(needs, reading);
        Outcome outcome = Outcome.FROZEN;
        for (Need need : needs) {
            outcome = outcome.and(evaluate(need, null, new View(reading, decided, new HashSet<>())));
        }
        return told(name, outcome);
    }

    /** The verdict on values of a type on their own; inside something frozen, stops are fine as well. */
    FrozenVerdict verdict(TypeMirror type, Reading reading) {
        Optional<TypeElement> stop = TypeVerdicts.elementOf(type).filter(this::isStop);
        if (stop.isPresent()) {
            return new FrozenVerdict.Mutable(typeName(type), Reason.THREAD_SAFE);
        }
        return verdict(simpleName(type), List.of(Need.typed("", type)), reading);
    }

    /** The verdict on a part of something frozen: stops are fine. */
    FrozenVerdict partVerdict(TypeMirror type, Reading reading) {
        return verdict(simpleName(type), List.of(Need.typed("", type)), reading);
    }

    /** The verdict on values of exactly this class. */
    FrozenVerdict exactVerdict(TypeMirror type, Reading reading) {
        return verdict(simpleName(type), List.of(new Need.Typed("", type, true)), reading);
    }

    /** The verdict on a field as a part of the objects of its class, told as a path that begins with the class. */
    FrozenVerdict fieldVerdict(VariableElement field, Reading reading, FieldParts fields) {
        String name = simpleName(field.getEnclosingElement().asType());
        Need need = fields.countsAsFinal(field, reading) ? fields.need(field, reading) : fields.notFinal(field);
        return verdict(name, List.of(need), reading);
    }

    private static FrozenVerdict told(String name, Outcome outcome) {
        if (outcome.isBlocked()) {
            Need.Blocked blocker = outcome.blocker();
            String path = blocker.step().isEmpty() ? blocker.what() : name + blocker.step() + ": " + blocker.what();
            return blocker.reason() == Reason.NOT_KNOWN ? new FrozenVerdict.Unknown(path, blocker.reason())
                    : new FrozenVerdict.Mutable(path, blocker.reason());
        }
        for (Map.Entry<TypeParameterElement, String> condition : outcome.open().entrySet()) {
            String variable = condition.getKey().getSimpleName().toString();
            return new FrozenVerdict.Mutable(condition.getValue().isEmpty() ? variable : name + condition.getValue() + ": " + variable, Reason.TYPE_VARIABLE);
        }
        return FrozenVerdict.FROZEN;
    }

    private void decideAll(List<Need> needs, Reading reading) {
        Map<Key, List<Need>> found = new LinkedHashMap<>();
        Deque<Key> waiting = new ArrayDeque<>();
        needs.forEach(need -> collect(need, reading, waiting));
        while (!waiting.isEmpty()) {
            Key key = waiting.poll();
            if (!decided.containsKey(key) && !found.containsKey(key)) {
                List<Need> own = parts.needs(key.type(), key.exact(), key.reading());
                found.put(key, own);
                own.forEach(need -> collect(need, key.reading(), waiting));
            }
        }
        settle(found);
    }

    private void settle(Map<Key, List<Need>> found) {
        List<Key> order = new ArrayList<>(found.keySet());
        Collections.reverse(order);
        Map<Key, Outcome> current = new HashMap<>(found.size() * 2);
        order.forEach(key -> current.put(key, Outcome.FROZEN));
        for (boolean changed = true; changed;) {
            changed = false;
            for (Key key : order) {
                Outcome outcome = current.get(key);
                for (Need need : found.get(key)) {
                    outcome = outcome.and(evaluate(need, key.type(), new View(key.reading(), current, new HashSet<>())));
                }
                changed |= !outcome.equals(current.put(key, outcome));
            }
        }
        decided.putAll(current);
    }

    /** The classes on which a need depends. */
    private void collect(Need need, Reading reading, Deque<Key> into) {
        if (need instanceof Need.Typed typed) {
            collect(typed.type(), typed.exact(), reading, into, new HashSet<>());
        } else if (need instanceof Need.Case permitted) {
            into.add(new Key(permitted.subclass(), false, reading));
        } else if (need instanceof Need.Either either) {
            collect(either.first(), reading, into);
            either.otherwise().forEach(other -> collect(other, reading, into));
        }
    }

    private void collect(TypeMirror type, boolean exact, Reading reading, Deque<Key> into, Set<Element> variables) {
        if (type.getKind() == TypeKind.DECLARED && type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            Key key = new Key(element, exact, reading);
            if (!decided.containsKey(key)) {
                into.add(key);
            }
            declared.getTypeArguments().forEach(argument -> collect(argument, false, reading, into, variables));
        } else if (type instanceof TypeVariable variable && variables.add(variable.asElement())) {
            collect(variable.getUpperBound(), false, reading, into, variables);
        } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            collect(wildcard.getExtendsBound(), false, reading, into, variables);
        } else if (type instanceof IntersectionType intersection) {
            intersection.getBounds().forEach(bound -> collect(bound, false, reading, into, variables));
        } else if (type instanceof UnionType union) {
            union.getAlternatives().forEach(bound -> collect(bound, false, reading, into, variables));
        }
    }

    private Outcome evaluate(Need need, TypeElement owner, View view) {
        if (need instanceof Need.Blocked blocked) {
            return Outcome.blocked(blocked);
        }
        if (need instanceof Need.Typed typed) {
            return evaluate(typed.type(), typed.exact(), view).behind(typed.step());
        }
        if (need instanceof Need.Either either) {
            return evaluateEither(either, owner, view);
        }
        return evaluateCase(((Need.Case) need).subclass(), owner, view);
    }

    private Outcome evaluateEither(Need.Either either, TypeElement owner, View view) {
        Outcome first = evaluate(either.first(), owner, view);
        if (!first.isBlocked() && first.open().isEmpty()) {
            return first;
        }
        Outcome others = Outcome.FROZEN;
        for (Need other : either.otherwise()) {
            others = others.and(evaluate(other, owner, view));
        }
        if (!others.isBlocked()) {
            return others;
        }
        // Where the value is known better than its declared type, the path through the value says more.
        return first.isBlocked() ? others : first;
    }

    /** A permitted subclass: conditions on its type parameters become conditions on those of the sealed class. */
    private Outcome evaluateCase(TypeElement subclass, TypeElement owner, View view) {
        Outcome outcome = known(new Key(subclass, false, view.reading()), view);
        if (outcome.isBlocked()) {
            return outcome.behind("(" + subclass.getSimpleName() + ")");
        }
        Outcome united = Outcome.FROZEN;
        for (Map.Entry<TypeParameterElement, String> condition : outcome.open().entrySet()) {
            united = united.and(parameterAbove(condition.getKey(), subclass, owner).map(above -> Outcome.open(above, condition.getValue()))
                    .orElseGet(() -> Outcome.blocked(new Need.Blocked("(" + subclass.getSimpleName() + ")" + condition.getValue(),
                            condition.getKey().getSimpleName().toString(), Reason.TYPE_VARIABLE))));
        }
        return united;
    }

    private Optional<TypeParameterElement> parameterAbove(TypeParameterElement parameter, TypeElement subclass, TypeElement owner) {
        for (TypeMirror supertype : program.types().directSupertypes(subclass.asType())) {
            if (supertype instanceof DeclaredType declared && declared.asElement().equals(owner)) {
                List<? extends TypeMirror> arguments = declared.getTypeArguments();
                for (int i = 0; i < arguments.size(); i++) {
                    if (arguments.get(i) instanceof TypeVariable variable && variable.asElement().equals(parameter)) {
                        return Optional.of(owner.getTypeParameters().get(i));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Outcome evaluate(TypeMirror type, boolean exact, View view) {
        if (promises.isFrozenUse(type)) {
            return Outcome.FROZEN;
        }
        return switch (type.getKind()) {
            case BOOLEAN, BYTE, SHORT, INT, LONG, CHAR, FLOAT, DOUBLE, VOID, NULL, NONE -> Outcome.FROZEN;
            case ARRAY -> blockedBy(type, Reason.ARRAY);
            case DECLARED -> evaluateDeclared((DeclaredType) type, exact, view);
            case TYPEVAR -> evaluateVariable((TypeVariable) type, view);
            case WILDCARD -> evaluateWildcard((WildcardType) type, view);
            case INTERSECTION -> evaluateIntersection((IntersectionType) type, view);
            case UNION -> evaluateUnion((UnionType) type, view);
            default -> blockedBy(type, Reason.NOT_KNOWN);
        };
    }

    private Outcome evaluateDeclared(DeclaredType type, boolean exact, View view) {
        TypeElement element = (TypeElement) type.asElement();
        if (isStop(element)) {
            return Outcome.FROZEN;
        }
        Outcome outcome = known(new Key(element, exact, view.reading()), view);
        if (outcome == null) {
            // Only reached for bounds that name themselves; they were cut off when the dependencies were collected.
            return blockedBy(type, Reason.TYPE_VARIABLE);
        }
        if (outcome.isBlocked()) {
            return outcome;
        }
        Outcome united = Outcome.FROZEN;
        for (Map.Entry<TypeParameterElement, String> condition : outcome.open().entrySet()) {
            united = united.and(argumentFor(condition.getKey(), type, view).behind(condition.getValue()));
        }
        return united;
    }

    private Outcome known(Key key, View view) {
        Outcome outcome = view.current().get(key);
        return outcome == null ? decided.get(key) : outcome;
    }

    private Outcome argumentFor(TypeParameterElement parameter, DeclaredType use, View view) {
        for (DeclaredType at = use; at != null; at = at.getEnclosingType() instanceof DeclaredType outer ? outer : null) {
            int index = ((TypeElement) at.asElement()).getTypeParameters().indexOf(parameter);
            if (index >= 0) {
                return at.getTypeArguments().isEmpty() ? Outcome.blocked(new Need.Blocked("", parameter.getSimpleName().toString(), Reason.TYPE_VARIABLE))
                        : evaluateArgument(at.getTypeArguments().get(index), parameter, view);
            }
        }
        return Outcome.open(parameter, "");
    }

    /** An unbounded wildcard stands for whatever its parameter admits. */
    private Outcome evaluateArgument(TypeMirror argument, TypeParameterElement parameter, View view) {
        if (argument instanceof WildcardType wildcard && wildcard.getExtendsBound() == null && !promises.isFrozenUse(argument)
                && promises.isFrozenParameter(parameter)) {
            return Outcome.FROZEN;
        }
        return evaluate(argument, false, view);
    }

    private Outcome evaluateVariable(TypeVariable variable, View view) {
        if (!view.variables().add(variable.asElement())) {
            return blockedBy(variable, Reason.TYPE_VARIABLE);
        }
        Outcome bound = evaluate(variable.getUpperBound(), false, view);
        view.variables().remove(variable.asElement());
        if (!bound.isBlocked() && bound.open().isEmpty()) {
            return Outcome.FROZEN;
        }
        return variable.asElement() instanceof TypeParameterElement parameter && parameter.getGenericElement() instanceof TypeElement
                ? Outcome.open(parameter, "") : blockedBy(variable, Reason.TYPE_VARIABLE);
    }

    private Outcome evaluateWildcard(WildcardType wildcard, View view) {
        return wildcard.getExtendsBound() == null ? blockedBy(wildcard, Reason.ANY_IMPLEMENTATION)
                : evaluate(wildcard.getExtendsBound(), false, view);
    }

    private Outcome evaluateIntersection(IntersectionType type, View view) {
        Outcome first = null;
        for (TypeMirror bound : type.getBounds()) {
            Outcome outcome = evaluate(bound, false, view);
            if (!outcome.isBlocked() && outcome.open().isEmpty()) {
                return outcome;
            }
            first = first == null ? outcome : first;
        }
        return first;
    }

    private Outcome evaluateUnion(UnionType type, View view) {
        Outcome united = Outcome.FROZEN;
        for (TypeMirror alternative : type.getAlternatives()) {
            united = united.and(evaluate(alternative, false, view));
        }
        return united;
    }

    private boolean isStop(TypeElement type) {
        return rows.isStop(type);
    }

    private static Outcome blockedBy(TypeMirror type, Reason reason) {
        return Outcome.blocked(new Need.Blocked("", typeName(type), reason));
    }

    /** How a mutable part is named: the qualified name without type arguments, arrays and variables as the source writes them. */
    static String typeName(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return typeName(array.getComponentType()) + "[]";
        }
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            String name = element.getQualifiedName().toString();
            return name.isEmpty() ? anonymousName(element) : name;
        }
        if (type instanceof TypeVariable variable) {
            return variable.asElement().getSimpleName().toString();
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null ? "?" : typeName(wildcard.getExtendsBound());
        }
        if (type instanceof IntersectionType intersection) {
            return typeName(intersection.getBounds().get(0));
        }
        return type.getKind().isPrimitive() ? type.getKind().name().toLowerCase(java.util.Locale.ROOT) : type.toString();
    }

    /** How a path begins. */
    static String simpleName(TypeMirror type) {
        String name = typeName(type);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String anonymousName(TypeElement type) {
        String simple = type.getSimpleName().toString();
        if (!simple.isEmpty()) {
            return simple;
        }
        TypeMirror named = type.getInterfaces().isEmpty() ? type.getSuperclass() : type.getInterfaces().get(0);
        return "new " + simpleName(named) + "() {..}";
    }
}
