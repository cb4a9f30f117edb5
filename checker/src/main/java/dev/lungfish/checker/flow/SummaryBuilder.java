package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Claim;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.Partition;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.State;
import dev.lungfish.checker.region.Touch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Reads a summary off the state at the end of a body and the facts collected on the way. */
record SummaryBuilder(Body body, ElementTable elements, Map<Integer, Access> uses, Map<String, Summary.Pair> pairs, Set<Integer> moved,
        Set<Integer> leftBehind, Set<Integer> frozen, Set<Integer> published,
        Map<Integer, TreeSet<RegionKey>> kept, Map<String, Summary.Requirement> required, Touches touches, Loans loans,
        Set<RegionKey> closed, BodyContext context) {

    Summary build(State exit) {
        if (exit == null) {
            return new Summary(uses, List.copyOf(pairs.values()), List.of(), moved, leftBehind,
                    frozen, published, Set.of(),
                    Summaries.copyOf(kept), List.copyOf(required.values()), Set.of(), Set.of(), Summary.Result.NONE, Set.of(), null,
                    Set.of(), touches, Loans.NONE);
        }
        Partition partition = exit.partition();
        Set<Integer> left = new TreeSet<>(moved);
        Set<Integer> shared = new TreeSet<>(published);
        Set<Integer> dirty = new TreeSet<>();
        List<Set<Integer>> groups = new ArrayList<>();
        for (int region : partition.allRegions()) {
            Set<Integer> formals = new TreeSet<>();
            for (int member : partition.members(region)) {
                if (elements.isFormal(member)) {
                    formals.add(member);
                }
            }
            if (partition.labelOf(region) instanceof Label.Shared) {
                shared.addAll(formals);
            }
            if (partition.isDirty(region)) {
                dirty.addAll(formals);
            }
            if (formals.size() > 1) {
                groups.add(formals);
            }
            if (formals.contains(0) && body.isConstructor() && partition.hasLeft(region)) {
                left.add(0);
            }
        }
        if (partition.contains(elements.result()) && partition.isDirty(elements.result())) {
            dirty.add(Summary.RESULT);
        }
        Set<Integer> resultOf = new TreeSet<>();
        RegionKey[] inside = {null};
        Summary.Result result = result(partition, resultOf, inside);
        return new Summary(uses, List.copyOf(pairs.values()), groups, left, leftBehind,
                frozen, shared, Set.of(), Summaries.copyOf(kept),
                List.copyOf(required.values()), opened(exit), closed, result, resultOf, inside[0], dirty, touches(partition, left),
                loans);
    }

    /** A constructor whose object left while it was made: to those who have it at the end. */
    private Touches touches(Partition partition, Set<Integer> left) {
        if (!left.contains(0) || touches.away().containsKey(0) || !partition.contains(0)) {
            return touches;
        }
        Map<Integer, Touch> away = new TreeMap<>(touches.away());
        away.put(0, partition.touchAway(0).giving(false));
        return new Touches(touches.here(), away, touches.perhaps());
    }

    private Set<Summary.Opened> opened(State exit) {
        Set<Summary.Opened> opened = new HashSet<>();
        for (RegionKey.Mode mode : List.of(RegionKey.Mode.WRITE, RegionKey.Mode.READ)) {
            exit.open().keySet().stream().filter(key -> exit.isOpen(key, mode) && opened.stream().noneMatch(o -> o.region().equals(key)))
                    .forEach(key -> opened.add(new Summary.Opened(key, mode, null)));
        }
        for (boolean value : List.of(true, false)) {
            exit.openIf(elements.result(), value).forEach((key, mode) -> opened.add(new Summary.Opened(key, mode, value)));
        }
        opened.removeIf(one -> one.mode() == RegionKey.Mode.OPTIMISTIC || isOpenedByOthers(one.region()));
        return opened;
    }

    /** Whether callers have opened it, or it is closed with the body. */
    private boolean isOpenedByOthers(RegionKey key) {
        boolean isSynchronized = !body.isLambda() && body.method().getModifiers().contains(Modifier.SYNCHRONIZED)
                && (key.equals(RegionKey.lock("this")) || key.base().startsWith("class:"));
        return isSynchronized || key.base().startsWith("var:") || context.openAtEntry().contains(key);
    }

    private Summary.Result result(Partition partition, Set<Integer> resultOf, RegionKey[] inside) {
        int element = elements.result();
        if (!partition.contains(element)) {
            return Summary.Result.NONE;
        }
        for (int member : partition.members(element)) {
            if (elements.isFormal(member)) {
                resultOf.add(member);
            }
        }
        Label label = partition.labelOf(element);
        if (label instanceof Label.Frozen) {
            return Summary.Result.FROZEN;
        } else if (label instanceof Label.Shared) {
            return Summary.Result.SHARED;
        } else if (label instanceof Label.In in) {
            inside[0] = in.region();
            return !resultOf.isEmpty() ? Summary.Result.SAME : in.claim() == Claim.PERHAPS ? Summary.Result.PERHAPS_INSIDE : Summary.Result.INSIDE;
        }
        return resultOf.isEmpty() ? Summary.Result.FREE : Summary.Result.SAME;
    }
}
