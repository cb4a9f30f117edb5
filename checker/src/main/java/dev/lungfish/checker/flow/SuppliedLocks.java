package dev.lungfish.checker.flow;

import com.sun.source.tree.NewClassTree;
import dev.lungfish.checker.region.RegionKey;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Locks that an object did not make but was given: the same lock may well be known by another name elsewhere. Errs towards "made by itself", of
 * which no other field can be another name.
 */
record SuppliedLocks(World world, Body body) {
    /** Whether the lock that owns this region is a field whose value comes from somewhere else. */
    boolean isSupplied(RegionKey region) {
        if (region.kind() != RegionKey.Kind.LOCK || region.fields().isEmpty()) {
            return false;
        }
        Optional<? extends Element> at = region.typeOfBase().<Element>map(world.program().elements()::getTypeElement).or(() -> base(region.base()));
        boolean isGiven = false;
        for (String step : region.fields()) {
            at = at.flatMap(element -> member(element, RegionKey.member(step)));
            boolean isNow = at.filter(lock -> lock instanceof VariableElement field && isGiven(field)).isPresent();
            isGiven = isNow || isGiven && !step.equals(RegionKey.member(step));
        }
        return isGiven;
    }

    private boolean isGiven(VariableElement field) {
        var fields = world.verdicts().sourceFields();
        return Stream.concat(fields.initializer(field).stream(), fields.writes(field).stream().map(write -> write.value()))
                .anyMatch(value -> value == null || !(value.getLeaf() instanceof NewClassTree));
    }

    private Optional<? extends Element> base(String base) {
        if (base.equals("this")) {
            return Optional.of(body.type());
        } else if (base.startsWith("var:")) {
            return world.variableNamed(base);
        }
        return Optional.ofNullable(world.program().elements().getTypeElement(base.substring(base.indexOf(':') + 1)));
    }

    private Optional<? extends Element> member(Element of, String step) {
        TypeMirror type = of instanceof ExecutableElement method ? method.getReturnType() : of.asType();
        if (!(world.program().types().asElement(type) instanceof TypeElement owner)) {
            return Optional.empty();
        }
        var members = world.program().elements().getAllMembers(owner);
        return step.endsWith("()")
                ? ElementFilter.methodsIn(members).stream().filter(m -> m.getParameters().isEmpty() && step.equals(m.getSimpleName() + "()")).findFirst()
                : ElementFilter.fieldsIn(members).stream().filter(f -> f.getSimpleName().contentEquals(step)).findFirst();
    }
}
