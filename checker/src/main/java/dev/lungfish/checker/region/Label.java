package dev.lungfish.checker.region;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who else may reach a region of the partition.
 *
 * <pre>
 *                 Conflict
 *        /      /    |      \
 *   In(R)    Was(R)  Shared   MaybeFrozen
 *          \    |    |       /    |         Was(R) is above In(R)
 *          Caller(F)        /   Frozen
 *               \          /
 *                  Free
 * </pre>
 *
 * Errs towards "somebody else reaches it": a region labelled {@link Free} is free in every run.
 */
public sealed interface Label {
    Label FREE = new Free();
    Label FROZEN = new Frozen();
    Label MAYBE_FROZEN = new MaybeFrozen();
    Label SHARED = new Shared();

    /** Only names of this method reach it. */
    record Free() implements Label {
    }

    /** Nobody writes it any more. */
    record Frozen() implements Label {
    }

    /** Frozen on some path. */
    record MaybeFrozen() implements Label {
    }

    /** The caller may still reach it through these formals. */
    record Caller(SortedSet<Integer> formals) implements Label {
        public Caller {
            formals = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(formals));
        }
    }

    /** Inside this named region. */
    record In(RegionKey region, Claim claim) implements Label {
        public In(RegionKey region) {
            this(region, Claim.OWNED);
        }
    }

    /** Borrowed from this named region, which has been closed since. */
    record Was(RegionKey region, Claim claim) implements Label {
        public Was(RegionKey region) {
            this(region, Claim.OWNED);
        }
    }

    /** Reachable from an unprotected static or shared object. */
    record Shared() implements Label {
    }

    /** Different owners on different paths. Every check must hold for each of them. */
    record Conflict(java.util.List<Label> labels) implements Label {
        public Conflict {
            labels = java.util.List.copyOf(labels);
        }
    }

    /** A region that the caller may reach through one formal. */
    static Label caller(int formal) {
        return new Caller(new TreeSet<>(java.util.Set.of(formal)));
    }

    /** Whether everybody may read and nobody may write. */
    default boolean isFrozen() {
        return this instanceof Frozen;
    }

    /** Least upper bound: commutative, associative, idempotent. */
    default Label lub(Label other) {
        if (equals(other)) {
            return this;
        }
        if (this instanceof Conflict || other instanceof Conflict) {
            return conflict(this, other);
        }
        if (this instanceof Free) {
            return other instanceof Frozen ? MAYBE_FROZEN : other;
        }
        if (other instanceof Free) {
            return other.lub(this);
        }
        if (isAnyFrozen(this) || isAnyFrozen(other)) {
            return isAnyFrozen(this) && isAnyFrozen(other) ? MAYBE_FROZEN : isAnyFrozen(this) ? other : this;
        }
        if (this instanceof Caller mine) {
            if (other instanceof Caller theirs) {
                TreeSet<Integer> both = new TreeSet<>(mine.formals());
                both.addAll(theirs.formals());
                return new Caller(both);
            }
            return other;
        }
        if (other instanceof Caller) {
            return this;
        }
        Label one = ofOneRegion(this, other);
        return one == null ? conflict(this, other) : one;
    }

    /** Both in one region: closed if it was closed on one path. Null if they are not. */
    private static Label ofOneRegion(Label a, Label b) {
        RegionKey region = regionOf(a);
        if (region == null || !region.equals(regionOf(b))) {
            return null;
        }
        Claim claim = claimOf(a).stronger(claimOf(b));
        return a instanceof In && b instanceof In ? new In(region, claim) : new Was(region, claim);
    }

    private static RegionKey regionOf(Label label) {
        return label instanceof In in ? in.region() : label instanceof Was was ? was.region() : null;
    }

    private static Claim claimOf(Label label) {
        return label instanceof In in ? in.claim() : ((Was) label).claim();
    }

    private static boolean isAnyFrozen(Label label) {
        return label instanceof Frozen || label instanceof MaybeFrozen;
    }

    private static Label conflict(Label a, Label b) {
        java.util.TreeMap<String, Label> all = new java.util.TreeMap<>();
        for (Label label : new Label[] {a, b}) {
            for (Label one : label instanceof Conflict c ? c.labels() : java.util.List.of(label)) {
                if (!(one instanceof Free) && !isAnyFrozen(one) && !(one instanceof Caller)) {
                    // Borrowed from a region that has been closed on one path: as where two paths meet without conflict, that is what counts.
                    all.merge(String.valueOf(regionOf(one)), one, Label::lub);
                }
            }
        }
        return new Conflict(all.values().stream().sorted(java.util.Comparator.comparing(Label::toString)).toList());
    }
}
