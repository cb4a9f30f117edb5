package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Renumbers the formals of a summary: a method reference sees its target's formals in other places. */
final class Remap {
    private Remap() {
    }

    /** Formals that the mapping does not name keep nothing and are left out. */
    static Summary formals(Summary summary, Map<Integer, Integer> mapping) {
        Map<Integer, Access> uses = new HashMap<>();
        summary.uses().forEach((formal, access) -> {
            if (mapping.containsKey(formal)) {
                uses.merge(mapping.get(formal), access, Access::or);
            }
        });
        List<Summary.Pair> pairs = new ArrayList<>();
        for (Summary.Pair pair : summary.pairs()) {
            if (mapping.containsKey(pair.holder()) && mapping.containsKey(pair.value())) {
                pairs.add(new Summary.Pair(mapping.get(pair.holder()), mapping.get(pair.value()), pair.at(), pair.isLoose()));
            }
        }
        Map<Integer, Set<RegionKey>> kept = new HashMap<>();
        summary.kept().forEach((formal, regions) -> {
            if (mapping.containsKey(formal)) {
                kept.computeIfAbsent(mapping.get(formal), f -> new TreeSet<>()).addAll(regions);
            }
        });
        Set<Integer> dirty = each(summary.dirty(), mapping);
        if (summary.dirty().contains(Summary.RESULT)) {
            dirty.add(Summary.RESULT);
        }
        return new Summary(uses, pairs, summary.groups().stream().map(g -> each(g, mapping)).toList(), each(summary.moved(), mapping),
                each(summary.leftBehind(), mapping),
                each(summary.frozen(), mapping), each(summary.published(), mapping), each(summary.requiresFrozen(), mapping), kept, summary.required(),
                summary.opened(), summary.closed(), summary.result(), each(summary.resultOf(), mapping), summary.resultRegion(), dirty,
                summary.touches().map(formal -> mapping.getOrDefault(formal, -1)),
                new Loans(each(summary.loans().ended(), mapping), summary.loans().groups(), each(summary.loans().byResult(), mapping),
                        each(summary.loans().ifTrue(), mapping)));
    }

    private static Set<Integer> each(Set<Integer> formals, Map<Integer, Integer> mapping) {
        Set<Integer> mapped = new TreeSet<>();
        formals.stream().filter(mapping::containsKey).forEach(f -> mapped.add(mapping.get(f)));
        return mapped;
    }
}
