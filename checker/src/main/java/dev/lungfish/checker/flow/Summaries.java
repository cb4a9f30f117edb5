package dev.lungfish.checker.flow;

import dev.lungfish.checker.declared.Declarations;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.SourcePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** What methods and lambdas do, on demand and remembered: by their bodies, by models, by their declarations. */
final class Summaries {
    private final World world;
    private final EscapeFilter filter;
    private final Map<ExecutableElement, Body> bodies = new HashMap<>();
    private final SummaryFixpoint fixpoint;
    private final BodyAnalyses analyses;

    /**
     * With more classes that implement an interface of the program, a call says nothing more than its contract, as for an interface whose
     * classes nobody sees: whoever calls {@code Predicate.test} does not mean all predicates of a library.
     */
    private static final int MOST_ANSWERS = 8;

    Summaries(World world, BodyAnalyses analyses) {
        this.world = world;
        this.filter = new EscapeFilter(world);
        this.analyses = analyses;
        this.fixpoint = new SummaryFixpoint(analyses);
    }

    /** What a call of the method through this class may do: the method's own body and those of visible overriders. */
    Summary of(ExecutableElement method, TypeElement receiver) {
        return of(method, receiver, method.getParameters().stream().map(VariableElement::asType).toList());
    }

    /** The same of a call with arguments of these types, which say more than those of the parameters. */
    Summary of(ExecutableElement method, TypeElement receiver, List<? extends TypeMirror> arguments) {
        Classes.Source source = world.classes().sourceOf(method);
        if (world.classes().isMadeAccessor(method)) {
            return readsItsField(method);
        }
        List<ExecutableElement> overriders = world.classes().overridersOf(method);
        if (source == null) {
            Optional<Summary> written = world.written().of(method);
            if (written.isPresent()) {
                return overriders.isEmpty() || method.getModifiers().contains(Modifier.ABSTRACT) ? written.get() : united(method, overriders, written.get());
            }
            Optional<MethodModel> model = world.model(method, receiver);
            if (model.isPresent()) {
                return ModelSummaries.of(method, model.get());
            }
            Summary typed = filter.of(method, arguments);
            return overriders.isEmpty() || isOfInterface(method) ? typed : united(method, overriders, typed);
        }
        if (source.tree().getBody() == null) {
            return isOfInterface(method) && overriders.size() > MOST_ANSWERS ? abstractDefault(method) : united(method, overriders, abstractDefault(method));
        }
        Summary own = ofSource(source);
        return overriders.isEmpty() ? own : united(method, overriders, own);
    }

    /** What other compilations may rely on: an abstract method borrows, whatever its implementations here do; they are held to that. */
    Summary forOthers(Classes.Source source) {
        return source.tree().getBody() == null ? abstractDefault(source.method()) : of(source.method(), source.type());
    }

    /** What would be said of a method if nothing were known but its types. */
    Summary unaware(ExecutableElement method) {
        return filter.of(method, method.getParameters().stream().map(VariableElement::asType).toList());
    }

    /** Whether nothing is known of the method but its types. */
    boolean isUnaware(ExecutableElement method, TypeElement receiver) {
        return filter.isUnaware(method) && world.model(method, receiver).isEmpty();
    }

    /** What exactly this method does, for {@code super} calls. */
    Summary exactly(ExecutableElement method, TypeElement receiver) {
        Classes.Source source = world.classes().sourceOf(method);
        return source != null && source.tree().getBody() != null ? ofSource(source) : of(method, receiver);
    }

    private static boolean isOfInterface(ExecutableElement method) {
        return method.getEnclosingElement().getKind().isInterface();
    }

    private Summary readsItsField(ExecutableElement method) {
        return borrowing(method, Map.of(0, Access.IDENTITY));
    }

    /** The method of a checked interface borrows: it keeps nothing, and its result comes from its receiver. */
    private Summary abstractDefault(ExecutableElement method) {
        Map<Integer, Access> uses = new HashMap<>();
        for (int i = 0; i <= method.getParameters().size(); i++) {
            uses.put(i, Access.UNKNOWN);
        }
        return borrowing(method, uses);
    }

    private Summary borrowing(ExecutableElement method, Map<Integer, Access> uses) {
        boolean hasResult = world.isTracked(method.getReturnType());
        return new Summary(uses, List.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of(), Set.of(), Set.of(),
                hasResult ? Summary.Result.SAME : Summary.Result.NONE, hasResult ? Set.of(0) : Set.of(), null, Set.of());
    }

    /** Several bodies may run: what any of them does may happen. What overriders keep or move is their contract's affair, not the caller's. */
    private Summary united(ExecutableElement method, List<ExecutableElement> overriders, Summary own) {
        Map<Integer, Access> uses = new HashMap<>(own.uses());
        List<Summary.Pair> pairs = new ArrayList<>(own.pairs());
        List<Set<Integer>> groups = new ArrayList<>(own.groups());
        Set<Integer> resultOf = new TreeSet<>(own.resultOf());
        Set<Integer> published = new TreeSet<>(own.published());
        Touches touches = own.touches();
        Set<Integer> dirty = new TreeSet<>(own.dirty());
        Summary.Result result = own.result();
        Loans loans = own.loans();
        Set<Summary.Opened> opened = new HashSet<>(own.opened());
        int limit = method.getParameters().size();
        boolean isAbstract = method.getModifiers().contains(Modifier.ABSTRACT);
        if (isAbstract) {
            uses.clear();
            boolean borrowed = method.getEnclosingElement().getKind().isInterface();
            for (ExecutableElement overrider : overriders) {
                Classes.Source source = world.classes().sourceOf(overrider);
                if (source != null && source.tree().getBody() != null) {
                    Summary other = ofSource(source);
                    touches = touches.or(other.touches());
                    other.uses().forEach((formal, access) -> {
                        if (formal <= limit) {
                            uses.merge(formal, access, Access::or);
                        }
                    });
                    if (!borrowed) {
                        other.pairs().stream().filter(p -> p.holder() <= limit && p.value() <= limit).forEach(pairs::add);
                        published.addAll(other.published());
                        dirty.addAll(other.dirty());
                    }
                    other.resultOf().stream().filter(f -> f <= limit).forEach(resultOf::add);
                }
            }
            own.uses().forEach((formal, access) -> {
                if (overriders.isEmpty()) {
                    uses.put(formal, access);
                } else {
                    uses.merge(formal, access == Access.UNKNOWN ? Access.READ : access, Access::or);
                }
            });
        } else {
            for (ExecutableElement overrider : overriders) {
                Classes.Source source = world.classes().sourceOf(overrider);
                if (source != null && source.tree().getBody() != null) {
                    Summary other = ofSource(source);
                    touches = touches.or(other.touches());
                    other.uses().forEach((formal, access) -> {
                        if (formal <= limit) {
                            uses.merge(formal, access, Access::or);
                        }
                    });
                    other.pairs().stream().filter(p -> p.holder() <= limit && p.value() <= limit).forEach(pairs::add);
                    other.resultOf().stream().filter(f -> f <= limit).forEach(resultOf::add);
                    published.addAll(other.published());
                    dirty.addAll(other.dirty());
                    touches = touches.or(other.loans().lessThan(loans));
                    loans = loans.orElse(other.loans());
                    opened.retainAll(other.opened());
                    result = result == other.result() ? result : resultOf.isEmpty() ? result : Summary.Result.SAME;
                }
            }
        }
        return new Summary(uses, pairs, groups, own.moved(), own.leftBehind(), own.frozen(), published, own.requiresFrozen(), own.kept(),
                own.required(), opened,
                own.closed(), resultOf.isEmpty() || result != Summary.Result.FREE && result != Summary.Result.NONE ? result : Summary.Result.SAME, resultOf,
                own.resultRegion(), dirty, touches, loans);
    }

    private Summary ofSource(Classes.Source source) {
        return ofBody(bodyOf(source));
    }

    /** What one run of a method or lambda does. */
    Summary ofBody(Body body) {
        return fixpoint.of(body);
    }

    /**
     * Whether the callers that are seen decide if a method may give a formal away: because there can be no others, or because it is the object
     * of a method that nobody can override.
     */
    boolean callersDecide(ExecutableElement method, int formal) {
        if (world.classes().sourceOf(method) == null || formal > method.getParameters().size()) {
            return false;
        }
        boolean isOwn = formal == 0 && method.getKind() == ElementKind.METHOD && !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE);
        return Classes.isClosedAgainstOverriding(method) ? isOwn : !Classes.isVisibleOutside(method);
    }

    void assume(SourcePoint call, ExecutableElement method, int formal) {
        analyses.assume(call, method, formal);
    }

    /** A method as code to analyse. */
    Body bodyOf(Classes.Source source) {
        return bodies.computeIfAbsent(source.method(), method -> {
            List<VariableElement> parameters = source.tree().getParameters().stream().map(p -> (VariableElement) TreeUtils.elementFromDeclaration(p)).toList();
            List<VariableElement> captures = isLocal(source.type()) ? Captures.of(source.tree()) : List.of();
            return new Body(source.unit(), source.classTree(), source.tree(), method, source.type(), parameters, captures,
                    Declarations.memberOf(method));
        });
    }

    /** Whether code of the class can see locals of a method around it. */
    static boolean isLocal(TypeElement type) {
        for (javax.lang.model.element.Element at = type; at instanceof TypeElement element; at = at.getEnclosingElement()) {
            if (element.getNestingKind() == javax.lang.model.element.NestingKind.LOCAL || element.getNestingKind() == javax.lang.model.element.NestingKind.ANONYMOUS) {
                return true;
            }
        }
        return false;
    }

    static Map<Integer, Set<RegionKey>> copyOf(Map<Integer, TreeSet<RegionKey>> kept) {
        Map<Integer, Set<RegionKey>> copy = new TreeMap<>();
        kept.forEach((formal, regions) -> copy.put(formal, Ordered.copyOf(regions)));
        return copy;
    }
}
