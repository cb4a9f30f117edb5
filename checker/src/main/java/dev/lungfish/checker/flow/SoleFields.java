package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Claim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Which guarded fields alone lead to what they refer to, so that it is the reader's own once the field is overwritten: no other field that the
 * top-level class around them guards has a type that could hold the value or one of its parts. Errs towards "others may lead there too".
 */
final class SoleFields {
    /** How many field steps deep parts are looked for. */
    private static final int DEEPEST = 2;

    private final World world;
    private final EscapeFilter filter;
    private final OwnSupply supply;
    private final Map<VariableElement, Boolean> known = new HashMap<>();

    SoleFields(World world) {
        this.world = world;
        this.filter = new EscapeFilter(world);
        this.supply = new OwnSupply(world);
    }

    /** Whether overwriting the field detaches what it refers to from everything else that is guarded. */
    boolean isSole(VariableElement field) {
        if (field.getModifiers().contains(Modifier.FINAL)) {
            return false;
        }
        return known.computeIfAbsent(field, this::decide);
    }

    private boolean decide(VariableElement field) {
        Element top = field;
        while (top.getEnclosingElement() instanceof TypeElement outer) {
            top = outer;
        }
        List<VariableElement> others = new ArrayList<>();
        collectGuarded(top, others);
        others.remove(field);
        Set<TypeMirror> parts = new HashSet<>();
        collectParts(field.asType(), 0, new HashSet<>(), parts);
        if (world.claimOn(field) != Claim.OWNED) {
            parts.removeIf(world::mayProtectItself);
        }
        return others.stream().noneMatch(other -> parts.stream().anyMatch(part -> mayLeadTo(other, part, part == field.asType(), 0)));
    }

    /**
     * Whether another field may lead to the value or a part of it.
     *
     * @param isWhole whether it is the value itself: that never stands in a field that gets only its own objects
     */
    private boolean mayLeadTo(VariableElement other, TypeMirror part, boolean isWhole, int depth) {
        boolean isIt = filter.mayBe(other.asType(), part) && !(isWhole && supply.isOnlySource(other));
        if (isIt || filter.mayHold(other.asType(), part)) {
            return true;
        }
        TypeElement type = world.program().types().asElement(other.asType()) instanceof TypeElement element ? element : null;
        if (type == null || depth > DEEPEST || !world.classes().trees().containsKey(type)) {
            return false;
        }
        return Stream.concat(Stream.of(type), world.classes().ancestorsOf(type).stream().filter(world.classes().trees()::containsKey))
                .flatMap(owner -> ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()).filter(inner -> !inner.getModifiers().contains(Modifier.STATIC))
                .anyMatch(inner -> mayLeadTo(inner, part, isWhole, depth + 1));
    }

    private void collectGuarded(Element type, List<VariableElement> found) {
        for (Element member : type.getEnclosedElements()) {
            if (member instanceof TypeElement nested) {
                collectGuarded(nested, found);
            } else if (member instanceof VariableElement field && field.getKind() == ElementKind.FIELD && world.isTracked(field.asType())
                    && !world.regionsOf(field).isEmpty() && !world.guardsVariableOnly(field)) {
                found.add(field);
            }
        }
    }

    /** The value itself and what it is made of: elements, type arguments, and the fields of classes whose source is here. */
    private void collectParts(TypeMirror type, int depth, Set<String> seen, Set<TypeMirror> parts) {
        if (depth > DEEPEST || !world.isTracked(type) || !seen.add(type.toString())) {
            return;
        }
        parts.add(type);
        if (type instanceof ArrayType array) {
            collectParts(array.getComponentType(), depth, seen, parts);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(argument -> collectParts(argument, depth, seen, parts));
            if (world.classes().trees().containsKey((TypeElement) declared.asElement())) {
                ElementFilter.fieldsIn(declared.asElement().getEnclosedElements()).stream().filter(field -> !field.getModifiers().contains(Modifier.STATIC))
                        .forEach(field -> collectParts(field.asType(), depth + 1, seen, parts));
            }
        }
    }
}
