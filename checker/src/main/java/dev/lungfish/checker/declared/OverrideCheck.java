package dev.lungfish.checker.declared;

import dev.lungfish.checker.declared.GuardAnnotations.Guard;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.model.ContractFile;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * {@code override.contract}, as far as declarations tell: an override may demand less of its arguments and promise more of its result than
 * what it overrides, never the other way round. What bodies do beyond their declarations is for the summaries to find. An abstract method
 * of the compilation, or of a jar with contracts, that declares nothing promises to borrow: breaking that is a warning, in strict code an error; a {@code @GuardedBy} that only the override has is a warning,
 * and nothing where it overrides a library method.
 */
public final class OverrideCheck implements ProgramCheck {
    private static final String KEY = "override.contract";

    private final TypeVerdicts verdicts;
    private final BiPredicate<ExecutableElement, Integer> writesParameter;
    private final boolean strict;

    /** @param writesParameter whether a method of the compilation writes to the parameter with this number */
    public OverrideCheck(TypeVerdicts verdicts, BiPredicate<ExecutableElement, Integer> writesParameter) {
        this(verdicts, writesParameter, false);
    }

    /** @param strict whether all code is judged as code that opted in to the strict rules */
    public OverrideCheck(TypeVerdicts verdicts, BiPredicate<ExecutableElement, Integer> writesParameter, boolean strict) {
        this.verdicts = verdicts;
        this.writesParameter = writesParameter;
        this.strict = strict;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        Run run = new Run(program, sink);
        program.survey().classes().forEach(path -> {
            if (program.trees().getElement(path) instanceof TypeElement type) {
                run.methodsOf(type);
            }
        });
    }

    private final class Run {
        private final Program program;
        private final Consumer<Violation> sink;
        private final Declarations declarations;
        private final GuardAnnotations guards;
        private final RegionExpression expressions;
        private final Results results;
        private boolean isStrict;
        private boolean hasAnnotatedSupertype;
        private final Map<TypeElement, Boolean> aware = new HashMap<>();
        private final Map<TypeElement, List<ExecutableElement>> promising = new HashMap<>();
        private final Map<TypeElement, Set<TypeElement>> supertypes = new HashMap<>();

        Run(Program program, Consumer<Violation> sink) {
            this.program = program;
            this.sink = sink;
            this.declarations = new Declarations(program);
            this.guards = new GuardAnnotations(program);
            this.expressions = new RegionExpression(program);
            this.results = new Results(program, verdicts);
        }

        void methodsOf(TypeElement type) {
            Set<TypeElement> above = above(type);
            isStrict = strict || Annotations.isRegionAware(type);
            hasAnnotatedSupertype = hasAnnotatedArguments(type.getSuperclass()) || type.getInterfaces().stream().anyMatch(this::hasAnnotatedArguments);
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (!method.getModifiers().contains(Modifier.STATIC) && !method.getModifiers().contains(Modifier.PRIVATE)) {
                    overridden(method, type, above);
                }
            }
        }

        private boolean hasAnnotatedArguments(TypeMirror supertype) {
            return supertype instanceof DeclaredType declared
                    && declared.getTypeArguments().stream().anyMatch(argument -> !argument.getAnnotationMirrors().isEmpty());
        }

        /** The classes and interfaces above a class, but for {@code Object}. */
        private Set<TypeElement> above(TypeElement type) {
            Set<TypeElement> known = supertypes.get(type);
            if (known == null) {
                known = new LinkedHashSet<>();
                for (TypeMirror direct : program.types().directSupertypes(type.asType())) {
                    if (program.types().asElement(direct) instanceof TypeElement element && !element.getQualifiedName().contentEquals("java.lang.Object")) {
                        known.add(element);
                        known.addAll(above(element));
                    }
                }
                supertypes.put(type, known);
            }
            return known;
        }

        /** One finding for each method: the first contract that it breaks. */
        private void overridden(ExecutableElement method, TypeElement type, Set<TypeElement> above) {
            boolean isJudged = isStrict || hasAnnotatedSupertype || hasContract(method);
            for (TypeElement supertype : above) {
                for (ExecutableElement candidate : program.members().named(supertype, method.getSimpleName())) {
                    if ((isJudged || promising(supertype).contains(candidate))
                            && program.elements().overrides(method, candidate, type)) {
                        Optional<Violation> violation = compare(method, candidate, type);
                        if (violation.isPresent()) {
                            sink.accept(violation.get());
                            return;
                        }
                    }
                }
            }
        }

        private Optional<Violation> compare(ExecutableElement method, ExecutableElement above, TypeElement type) {
            for (int i = 0; i < method.getParameters().size(); i++) {
                Optional<Violation> violation = parameter(method, above, i, type);
                if (violation.isPresent()) {
                    return violation;
                }
            }
            return result(method, above, type).or(() -> entry(method, above));
        }

        /** The methods of a class that say anything: hardly any do. */
        private List<ExecutableElement> promising(TypeElement type) {
            return promising.computeIfAbsent(type, t -> ElementFilter.methodsIn(t.getEnclosedElements()).stream().filter(Run::hasContract).toList());
        }

        /** Whether the method says anything that is judged here. */
        private static boolean hasContract(ExecutableElement method) {
            return Annotations.all(method).stream().anyMatch(Annotations::isContract)
                    || method.getParameters().stream().anyMatch(p -> Annotations.all(p).stream().anyMatch(Annotations::isContract));
        }

        private Optional<Violation> parameter(ExecutableElement method, ExecutableElement above, int i, TypeElement type) {
            VariableElement own = method.getParameters().get(i);
            VariableElement theirs = above.getParameters().get(i);
            boolean ownFrozen = Annotations.has(own, "Frozen");
            boolean theirsFrozen = isFrozenAbove(above, i, type);
            if (isFrozenByType(own.asType()) || Annotations.has(theirs, "Moved")) {
                return extraGuard(method, above, own, theirs);
            }
            boolean byDefault = above.getModifiers().contains(Modifier.ABSTRACT) && (program.index().declaration(above) != null || isAware(above));
            boolean declared = Annotations.has(theirs, "Borrowed") || theirsFrozen || Annotations.has(theirs, "CapturedBy") || isStrict;
            boolean promised = declared || byDefault;
            Certainty certainty = declared ? Certainty.WITNESSED : Certainty.POSSIBLE;
            if (Annotations.has(own, "Moved") && promised) {
                return Optional.of(violation("override.contract.moved", List.of(name(own)), method, above, theirs)).map(v -> at(v, certainty));
            }
            Optional<String> captured = capturedBy(own);
            boolean mayKeep = theirsFrozen || captured.equals(capturedBy(theirs));
            if (captured.isPresent() && promised && !mayKeep) {
                return Optional.of(violation("override.contract.captured", List.of(name(own), captured.get()), method, above, theirs))
                        .map(v -> at(v, certainty));
            }
            if (ownFrozen && !theirsFrozen && program.index().path(above) != null) {
                return Optional.of(violation("override.contract.demands.frozen", List.of(name(own)), method, above, theirs));
            }
            if (theirsFrozen && !ownFrozen && writesParameter.test(method, i)) {
                return Optional.of(violation("override.contract.writes.frozen", List.of(name(own)), method, above, theirs));
            }
            return extraGuard(method, above, own, theirs);
        }

        /** Whether the class was compiled with us: then what its abstract methods do not say is their default, as in this compilation. */
        private boolean isAware(ExecutableElement method) {
            TypeElement top = (TypeElement) method.getEnclosingElement();
            while (top.getEnclosingElement() instanceof TypeElement outer) {
                top = outer;
            }
            TypeElement type = top;
            return aware.computeIfAbsent(type, t -> program.resources().find(t, ContractFile.pathOf(program.elements().getBinaryName(t).toString())).isPresent());
        }

        /** Frozen whatever annotations say of this use. */
        private boolean isFrozenByType(TypeMirror type) {
            if (type.getKind().isPrimitive()) {
                return true;
            }
            TypeMirror bare = type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                    && declared.getEnclosingType().getKind() == TypeKind.NONE
                    ? program.types().getDeclaredType(element, declared.getTypeArguments().toArray(TypeMirror[]::new)) : type;
            return verdicts.isFrozen(bare);
        }

        /** Declared so, or by the type argument under which the class implements the interface. */
        private boolean isFrozenAbove(ExecutableElement above, int i, TypeElement type) {
            if (Annotations.has(above.getParameters().get(i), "Frozen")) {
                return true;
            }
            TypeMirror member = program.types().asMemberOf((DeclaredType) type.asType(), above);
            return member instanceof ExecutableType executable && verdicts.promises().isFrozenUse(executable.getParameterTypes().get(i));
        }

        private static Optional<String> capturedBy(VariableElement parameter) {
            return Annotations.ours(parameter, "CapturedBy").flatMap(mirror -> Annotations.strings(mirror, "value").stream().findFirst());
        }

        private Optional<Violation> extraGuard(ExecutableElement method, ExecutableElement above, VariableElement own, VariableElement theirs) {
            Optional<String> extra = extra(guards.ofVariable(own), own, guards.ofVariable(theirs), theirs);
            return extra.map(region -> violation("override.contract.parameter.region", List.of(name(own), region), method, above, theirs));
        }

        private Optional<Violation> entry(ExecutableElement method, ExecutableElement above) {
            Optional<String> extra = extra(guards.onEntry(method), method, guards.onEntry(above), above);
            boolean isOurs = Annotations.has(method, "InRegion");
            if (!isOurs && program.index().declaration(above) == null) {
                return Optional.empty();
            }
            Certainty certainty = isOurs ? Certainty.WITNESSED : Certainty.POSSIBLE;
            return extra.map(region -> violation("override.contract.entry", List.of(method.getSimpleName().toString(), region), method, above, above))
                    .map(v -> at(v, certainty));
        }

        private Optional<Violation> result(ExecutableElement method, ExecutableElement above, TypeElement type) {
            TypeMirror result = method.getReturnType();
            if (result.getKind() == TypeKind.VOID || result.getKind().isPrimitive() || verdicts.isFrozen(result)) {
                return Optional.empty();
            }
            List<String> names = List.of(method.getSimpleName().toString());
            if (Annotations.has(above, "Moved") && !Annotations.has(method, "Moved") && results.mayBeShared(method)) {
                return Optional.of(violation("override.contract.result.moved", names, method, above, above));
            }
            TypeMirror member = program.types().asMemberOf((DeclaredType) type.asType(), above);
            boolean frozenAbove = verdicts.promises().isFrozenUse(above.getReturnType())
                    || member instanceof ExecutableType executable && verdicts.promises().isFrozenUse(executable.getReturnType());
            if (frozenAbove && !verdicts.promises().isFrozenUse(result) && results.mayBeMutable(method)) {
                return Optional.of(violation("override.contract.result.frozen", names, method, above, above));
            }
            Optional<String> extra = extra(guards.ofResult(method), method, guards.ofResult(above), above);
            return extra.map(region -> violation("override.contract.result.region", List.of(names.get(0), region), method, above, above));
        }

        /** The first region of our own declaration that the other one does not name. */
        private Optional<String> extra(List<Guard> own, Element at, List<Guard> theirs, Element above) {
            return own.stream().map(Guard::expression)
                    .filter(expression -> theirs.stream().noneMatch(guard -> isSame(expression, at, guard.expression(), above)))
                    .findFirst();
        }

        private boolean isSame(String expression, Element at, String other, Element above) {
            if (expression.equals(other)) {
                return true;
            }
            RegionPath one = expressions.resolve(expression, at);
            RegionPath two = expressions.resolve(other, above);
            return one instanceof RegionPath.Path a && two instanceof RegionPath.Path b && a.toString().equals(b.toString());
        }

        private static Violation at(Violation v, Certainty certainty) {
            return new Violation(v.key(), certainty, v.message(), v.names(), v.at(), v.steps(), v.member());
        }

        private static String name(VariableElement parameter) {
            return parameter.getSimpleName().toString();
        }

        private Violation violation(String message, List<String> names, ExecutableElement method, ExecutableElement above, Element promise) {
            List<String> all = new ArrayList<>(List.of(Declarations.shortName(method), Declarations.shortName(above)));
            all.addAll(names);
            SourcePoint promised = declarations.nameOf(promise);
            List<Violation.Step> steps = promised.isKnown()
                    ? List.of(new Violation.Step("override.contract.promised", List.of(Declarations.shortName(above)), promised)) : List.of();
            return new Violation(KEY, Certainty.WITNESSED, message, all, declarations.nameOf(method), steps, Declarations.memberOf(method));
        }
    }
}
