package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Summaries as other compilations see them: formals that nobody tracks are left out, the object around an inner object counts as part of it, and
 * paths begin with the number of a parameter instead of its name. Errs towards "does more".
 */
record Outside(World world) {
    private static final String PARAMETER = "parameter:";

    /** What others can see of a summary. */
    Summary seen(Summary summary, ExecutableElement method) {
        Map<Integer, Integer> mapping = new HashMap<>();
        int parameters = method.getParameters().size();
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        if (!isStatic && world.isTracked(method.getEnclosingElement().asType())) {
            mapping.put(0, 0);
            mapping.put(parameters + 1, 0);
        }
        for (int i = 1; i <= parameters; i++) {
            if (world.isTracked(method.getParameters().get(i - 1).asType())) {
                mapping.put(i, i);
            }
        }
        Summary named = withRegions(Remap.formals(summary, mapping), key -> exported(key, method));
        Map<Integer, Access> uses = new TreeMap<>(named.uses());
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            // A new object has no other user yet.
            uses.remove(0);
        }
        List<Summary.Pair> pairs = named.pairs().stream().filter(p -> p.holder() != p.value()).toList();
        List<Set<Integer>> groups = named.groups().stream().filter(g -> g.size() > 1).toList();
        boolean returns = method.getKind() == ElementKind.METHOD && world.isTracked(method.getReturnType());
        Summary.Result result = !returns ? Summary.Result.NONE : named.result() == Summary.Result.NONE ? Summary.Result.FREE : named.result();
        return new Summary(uses, pairs, groups, named.moved(), named.leftBehind(),
                named.frozen(), named.published(), named.requiresFrozen(), named.kept(), named.required(),
                named.opened(), named.closed(), result, returns ? named.resultOf() : Set.of(), named.resultRegion(), named.dirty(), named.touches(),
                new Loans(ofParameters(summary.loans().ended(), parameters), named.loans().groups(), named.loans().byResult(), named.loans().ifTrue()));
    }

    /** Threads and futures can be waited for, whether anybody tracks them or not. */
    private static Set<Integer> ofParameters(Set<Integer> formals, int parameters) {
        return formals.stream().filter(formal -> formal >= 0 && formal <= parameters).collect(Collectors.toSet());
    }

    /** A summary that others have written, for a call of the method here. */
    Summary imported(Summary summary, ExecutableElement method) {
        return withRegions(summary, key -> {
            if (!key.base().startsWith(PARAMETER)) {
                return Optional.of(key);
            }
            int number = Integer.parseInt(key.base().substring(PARAMETER.length()));
            return number < method.getParameters().size()
                    ? Optional.of(new RegionKey(key.kind(), world.variable(method.getParameters().get(number)), key.fields())) : Optional.empty();
        });
    }

    private Optional<RegionKey> exported(RegionKey key, ExecutableElement method) {
        if (!key.base().startsWith("var:")) {
            return Optional.of(key);
        }
        List<? extends VariableElement> parameters = method.getParameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (world.variable(parameters.get(i)).equals(key.base())) {
                return Optional.of(new RegionKey(key.kind(), PARAMETER + i, key.fields()));
            }
        }
        return Optional.empty();
    }

    /** The same summary with other names for its regions. What goes into a region that has no name there counts as shared. */
    private static Summary withRegions(Summary summary, Function<RegionKey, Optional<RegionKey>> rename) {
        Set<Integer> published = new TreeSet<>(summary.published());
        Map<Integer, Set<RegionKey>> kept = new TreeMap<>();
        summary.kept().forEach((formal, regions) -> regions.forEach(region -> rename.apply(region).ifPresentOrElse(
                renamed -> kept.computeIfAbsent(formal, f -> new TreeSet<>()).add(renamed), () -> published.add(formal))));
        List<Summary.Requirement> required = new ArrayList<>();
        summary.required().forEach(need -> rename.apply(need.region())
                .ifPresent(renamed -> required.add(new Summary.Requirement(renamed, need.mode(), need.at(), need.name()))));
        Optional<RegionKey> inside = Optional.ofNullable(summary.resultRegion()).flatMap(rename);
        boolean lost = summary.result().isInside() && inside.isEmpty();
        return new Summary(summary.uses(), summary.pairs(), summary.groups(), summary.moved(), summary.leftBehind(), summary.frozen(), published,
                summary.requiresFrozen(), kept, required,
                opened(summary.opened(), rename), each(summary.closed(), rename), lost ? Summary.Result.SHARED : summary.result(), summary.resultOf(),
                inside.orElse(null), summary.dirty(), summary.touches(), summary.loans().withGroups(summary.loans().groups().stream()
                        .flatMap(group -> rename.apply(group.owner()).map(group::of).stream()).collect(Collectors.toSet())));
    }

    private static Set<Summary.Opened> opened(Set<Summary.Opened> all, Function<RegionKey, Optional<RegionKey>> rename) {
        return all.stream().flatMap(one -> rename.apply(one.region()).map(region -> new Summary.Opened(region, one.mode(), one.when())).stream())
                .collect(Collectors.toSet());
    }

    private static Set<RegionKey> each(Set<RegionKey> regions, Function<RegionKey, Optional<RegionKey>> rename) {
        Set<RegionKey> renamed = new TreeSet<>();
        regions.forEach(region -> rename.apply(region).ifPresent(renamed::add));
        return renamed;
    }
}
