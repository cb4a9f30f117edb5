package dev.lungfish.checker.region;

import dev.lungfish.checker.region.State.Opening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What is known of the boolean locals of a body, and which regions are open if one of them has a certain value: after
 * {@code boolean held = lock.tryLock()} the region of {@code lock} is open if {@code held} is true. Immutable.
 *
 * <p>Errs towards "closed" and "unknown": each implication holds on every path that leads here. What the plain openings or the known values say
 * anyhow is no entry, so that equal knowledge is equal.
 *
 * @param known booleans whose value is known
 * @param open what is open beyond the plain openings, and if what
 * @param returned the boolean that the body is about to return, or {@link RegionOp#NONE}: what shows its value shows that of the result
 * @param result the element of the result, where a boolean is about to be returned
 */
record Conditions(SortedMap<Integer, Boolean> known, SortedMap<If, Opening> open, int returned, int result) {
    static final Conditions NONE = new Conditions(Collections.emptySortedMap(), Collections.emptySortedMap(), RegionOp.NONE, RegionOp.NONE);

    /** If the boolean has the value, the region is open. */
    record If(RegionKey region, int variable, boolean value) implements Comparable<If> {
        @Override
        public int compareTo(If other) {
            int byRegion = region.compareTo(other.region);
            int byVariable = byRegion == 0 ? Integer.compare(variable, other.variable) : byRegion;
            return byVariable == 0 ? Boolean.compare(value, other.value) : byVariable;
        }
    }

    Conditions {
        known = Collections.unmodifiableSortedMap(known);
        open = Collections.unmodifiableSortedMap(open);
    }

    /** The boolean gets this value, or, where that is null, one that nobody knows. */
    Conditions decided(int variable, Boolean value) {
        if (value == null && !known.containsKey(variable) && returned != variable && open.keySet().stream().noneMatch(c -> c.variable() == variable)) {
            return this;
        }
        TreeMap<Integer, Boolean> values = new TreeMap<>(known);
        if (value == null) {
            values.remove(variable);
        } else {
            values.put(variable, value);
        }
        boolean isReturned = returned == variable;
        return new Conditions(values, without(variable), isReturned ? RegionOp.NONE : returned, isReturned ? RegionOp.NONE : result);
    }

    /** The result of the body is the value that the boolean has, as long as that is not overwritten. */
    Conditions returning(int target, int variable) {
        Conditions plain = decided(target, known.get(variable));
        TreeMap<If, Opening> both = new TreeMap<>(plain.open);
        plain.open.forEach((c, opening) -> {
            if (c.variable() == variable) {
                both.put(new If(c.region(), target, c.value()), opening);
            }
        });
        return new Conditions(plain.known, both, variable, target);
    }

    private TreeMap<If, Opening> without(int variable) {
        TreeMap<If, Opening> rest = new TreeMap<>(open);
        rest.keySet().removeIf(c -> c.variable() == variable);
        return rest;
    }

    /** Whether the boolean is known to have the other value. */
    boolean refutes(int variable, boolean value) {
        return known.containsKey(variable) && known.get(variable) != value;
    }

    /** A test has shown the value: what depended on it is settled, and is plain now where it holds. */
    Conditions shown(int variable, boolean value, SortedMap<RegionKey, Opening> plain) {
        TreeMap<Integer, Boolean> values = new TreeMap<>(known);
        values.put(variable, value);
        TreeMap<If, Opening> rest = without(variable);
        rest.entrySet().removeIf(e -> e.getValue().isAtMost(plain.getOrDefault(e.getKey().region(), Opening.NOT)));
        return new Conditions(values, rest, returned, result);
    }

    /** What happened to the plain opening of a region happened to the conditional ones as well. */
    Conditions turned(RegionKey region, UnaryOperator<Opening> change, Opening plain) {
        if (open.keySet().stream().noneMatch(c -> c.region().equals(region))) {
            return this;
        }
        TreeMap<If, Opening> changed = new TreeMap<>(open);
        changed.replaceAll((c, opening) -> c.region().equals(region) ? change.apply(opening) : opening);
        changed.entrySet().removeIf(e -> e.getKey().region().equals(region) && e.getValue().isAtMost(plain));
        return new Conditions(known, changed, returned, result);
    }

    /** Without values of expressions that nobody can look at again. */
    Conditions keep(java.util.function.IntPredicate wanted) {
        java.util.function.IntPredicate gone = v -> v >= RegionOp.FIRST_TEMPORARY && !wanted.test(v);
        if (known.keySet().stream().noneMatch(gone::test) && open.keySet().stream().noneMatch(c -> gone.test(c.variable()))) {
            return this;
        }
        TreeMap<Integer, Boolean> values = new TreeMap<>(known);
        values.keySet().removeIf(gone::test);
        TreeMap<If, Opening> rest = new TreeMap<>(open);
        rest.keySet().removeIf(c -> gone.test(c.variable()));
        return new Conditions(values, rest, returned, result);
    }

    /**
     * What holds on both of two paths.
     *
     * @param mine the plain openings of this path
     * @param theirs those of the other
     * @param both what is plainly open on both
     */
    Conditions join(SortedMap<RegionKey, Opening> mine, Conditions other, SortedMap<RegionKey, Opening> theirs, SortedMap<RegionKey, Opening> both) {
        if (this == other && mine.equals(theirs)) {
            return this;
        }
        TreeMap<Integer, Boolean> agreed = new TreeMap<>(known);
        agreed.entrySet().removeIf(fact -> !fact.getValue().equals(other.known.get(fact.getKey())));
        TreeSet<If> candidates = new TreeSet<>(open.keySet());
        candidates.addAll(other.open.keySet());
        candidates.addAll(refutedHere(theirs, both));
        candidates.addAll(other.refutedHere(mine, both));
        TreeMap<If, Opening> implied = new TreeMap<>();
        for (If c : candidates) {
            Opening opening = refutes(c.variable(), c.value()) ? other.openIf(c, theirs)
                    : other.refutes(c.variable(), c.value()) ? openIf(c, mine) : openIf(c, mine).weaker(other.openIf(c, theirs));
            if (!agreed.containsKey(c.variable()) && !opening.isAtMost(both.getOrDefault(c.region(), Opening.NOT))) {
                implied.put(c, opening);
            }
        }
        boolean same = returned == other.returned && result == other.result;
        return new Conditions(agreed, implied, same ? returned : RegionOp.NONE, same ? result : RegionOp.NONE);
    }

    /** What this path says nothing against, because it knows the boolean to have the other value. */
    private List<If> refutedHere(SortedMap<RegionKey, Opening> there, SortedMap<RegionKey, Opening> both) {
        List<If> found = new ArrayList<>();
        known.forEach((variable, value) -> there.forEach((region, opening) -> {
            if (!opening.isAtMost(both.getOrDefault(region, Opening.NOT))) {
                found.add(new If(region, variable, !value));
            }
        }));
        return found;
    }

    private Opening openIf(If condition, SortedMap<RegionKey, Opening> plain) {
        return plain.getOrDefault(condition.region(), Opening.NOT).stronger(open.getOrDefault(condition, Opening.NOT));
    }
}
