package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.SourcePoint;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one body does to its formals, as its callers see it. Formals are numbered: 0 is {@code this}, parameters follow, and behind them what
 * a lambda captures. Immutable. Errs towards "does more": what is not said here does not happen.
 *
 * @param uses how each formal is used; not there: not at all
 * @param pairs holder and value of each capture of one formal by another
 * @param groups sets of formals that may reach each other afterwards
 * @param moved the formals whose ownership leaves
 * @param leftBehind the formals that a task may still have if an exception ends the body
 * @param frozen the formals that are frozen
 * @param published the formals that become reachable from shared state
 * @param requiresFrozen the formals that go into places for frozen values
 * @param kept the regions that formals end up in
 * @param required the regions that must be open at the call
 * @param opened the regions that are open after the call and were not before
 * @param closed the regions that are closed after the call and were open before
 * @param result what comes back
 * @param resultOf the formals that the result may be or reach, where the result is {@link Result#SAME}
 * @param resultRegion the region the result lies in, where it is in one
 * @param dirty the formals, and {@link #RESULT} for the result, that code which nobody knows may have kept
 * @param touches which fields of the formals are touched
 * @param loans which loans are back afterwards
 */
record Summary(Map<Integer, Access> uses, List<Pair> pairs, List<Set<Integer>> groups, Set<Integer> moved, Set<Integer> leftBehind,
        Set<Integer> frozen, Set<Integer> published, Set<Integer> requiresFrozen, Map<Integer, Set<RegionKey>> kept, List<Requirement> required,
        Set<Opened> opened, Set<RegionKey> closed, Result result, Set<Integer> resultOf, RegionKey resultRegion,
        Set<Integer> dirty, Touches touches, Loans loans) {
    /** Stands for the result among formals. */
    static final int RESULT = -1;

    /** Touches are told of all formals that are used or leave, and of no other. Everything has an order, so that the same is told in each run. */
    Summary {
        uses = Ordered.copyOf(uses);
        moved = Ordered.copyOf(moved);
        leftBehind = Ordered.copyOf(leftBehind);
        frozen = Ordered.copyOf(frozen);
        published = Ordered.copyOf(published);
        requiresFrozen = Ordered.copyOf(requiresFrozen);
        kept = Ordered.copyOf(kept);
        opened = Ordered.copyOf(opened, Opened.ORDER);
        closed = Ordered.copyOf(closed);
        resultOf = Ordered.copyOf(resultOf);
        dirty = Ordered.copyOf(dirty);
        touches = touches.toldOf(uses.keySet(), moved);
    }

    /** Where nothing is known of the fields and of loans. */
    Summary(Map<Integer, Access> uses, List<Pair> pairs, List<Set<Integer>> groups, Set<Integer> moved, Set<Integer> leftBehind, Set<Integer> frozen,
            Set<Integer> published, Set<Integer> requiresFrozen, Map<Integer, Set<RegionKey>> kept, List<Requirement> required, Set<Opened> opened,
            Set<RegionKey> closed, Result result, Set<Integer> resultOf, RegionKey resultRegion, Set<Integer> dirty) {
        this(uses, pairs, groups, moved, leftBehind, frozen, published, requiresFrozen, kept, required, opened, closed, result, resultOf, resultRegion,
                dirty, Touches.UNKNOWN, Loans.NONE);
    }

    /** What a body returns. */
    enum Result {
        NONE, FREE, FROZEN, SAME, INSIDE, PERHAPS_INSIDE, SHARED;

        /** Whether it lies in a named region, for certain or perhaps. */
        boolean isInside() {
            return this == INSIDE || this == PERHAPS_INSIDE;
        }
    }

    /**
     * One formal keeps another.
     *
     * @param at where that happens
     * @param isLoose whether they only come into one region: which of the two leads to the other, if any does, is not known
     */
    record Pair(int holder, int value, SourcePoint at, boolean isLoose) {
        Pair(int holder, int value, SourcePoint at) {
            this(holder, value, at, false);
        }

        Pair or(Pair other) {
            return isLoose ? other : this;
        }
    }

    /** A region that must be open, and where it is touched. */
    record Requirement(RegionKey region, RegionKey.Mode mode, SourcePoint at, String name) {
    }

    /**
     * A region that is open after the call.
     *
     * @param when what the call has to return for it to be open, or null if it always is
     */
    record Opened(RegionKey region, RegionKey.Mode mode, Boolean when) {
        private static final Comparator<Opened> ORDER = Comparator.comparing(Opened::region).thenComparing(Opened::mode)
                .thenComparing(Opened::when, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** Does nothing: where the iteration over recursive methods begins. */
    static final Summary NOTHING = new Summary(Map.of(), List.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), List.of(), Set.of(),
            Set.of(), Result.FREE, Set.of(), null, Set.of());

    /** The same, with other fields. */
    Summary withTouches(Touches told) {
        return new Summary(uses, pairs, groups, moved, leftBehind, frozen, published, requiresFrozen, kept, required, opened, closed, result, resultOf,
                resultRegion, dirty, told, loans);
    }

    /** The same, with other loans. */
    Summary withLoans(Loans ended) {
        return new Summary(uses, pairs, groups, moved, leftBehind, frozen, published, requiresFrozen, kept, required, opened, closed, result, resultOf,
                resultRegion, dirty, touches, ended);
    }

    /** How a formal is used. */
    Access use(int formal) {
        return uses.getOrDefault(formal, Access.NONE);
    }

    /** Whether a formal leaves as part of what an earlier one is part of, so that it is one hand-over and not two. */
    boolean leavesWithAnEarlier(int formal) {
        return moved.stream().anyMatch(other -> other < formal && (groups.stream().anyMatch(g -> g.contains(other) && g.contains(formal))
                || pairs.stream().anyMatch(p -> p.holder() == other && p.value() == formal || p.holder() == formal && p.value() == other)));
    }

    /** Whether a formal is touched at all. */
    boolean touches(int formal) {
        return use(formal).compareTo(Access.IDENTITY) > 0 || moved.contains(formal) || published.contains(formal) || kept.containsKey(formal)
                || frozen.contains(formal) || resultOf.contains(formal) || pairs.stream().anyMatch(p -> p.holder() == formal || p.value() == formal)
                || groups.stream().anyMatch(g -> g.contains(formal));
    }

    /** Whether a formal is only read, and nothing keeps it. */
    boolean onlyReads(int formal) {
        return use(formal).compareTo(Access.READ) <= 0 && !moved.contains(formal) && !published.contains(formal) && !kept.containsKey(formal)
                && !frozen.contains(formal) && !resultOf.contains(formal) && pairs.stream().noneMatch(p -> p.value() == formal);
    }

    /** Whether a formal, or a part of it, may have got into something else, or something into it. */
    boolean connects(int formal) {
        return pairs.stream().anyMatch(p -> p.holder() == formal || p.value() == formal) || groups.stream().anyMatch(g -> g.size() > 1 && g.contains(formal))
                || resultOf.contains(formal) || dirty.contains(formal) || leftBehind.contains(formal);
    }

    /** Whether every formal is only read. */
    boolean onlyReadsAll() {
        return moved.isEmpty() && published.isEmpty() && kept.isEmpty() && frozen.isEmpty() && resultOf.isEmpty() && pairs.isEmpty()
                && uses.values().stream().allMatch(access -> access.compareTo(Access.READ) <= 0);
    }

    /** Whether a call can be wrong although the caller itself hands nothing over and touches nothing that a lock owns. */
    boolean concernsCallers() {
        return !moved.isEmpty() || !leftBehind.isEmpty() || !kept.isEmpty() || !frozen.isEmpty() || !requiresFrozen.isEmpty()
                || !required.isEmpty() || result.isInside();
    }

    /** For the fixpoint over recursive methods: whether nothing changed. */
    boolean sameAs(Summary other) {
        return uses.equals(other.uses) && groups.equals(other.groups) && moved.equals(other.moved)
                && leftBehind.equals(other.leftBehind) && frozen.equals(other.frozen)
                && published.equals(other.published) && kept.equals(other.kept) && result == other.result && resultOf.equals(other.resultOf)
                && pairs.size() == other.pairs.size() && required.size() == other.required.size() && opened.equals(other.opened)
                && closed.equals(other.closed) && touches.equals(other.touches) && requiresFrozen.equals(other.requiresFrozen) && dirty.equals(other.dirty)
                && loans.equals(other.loans);
    }
}
