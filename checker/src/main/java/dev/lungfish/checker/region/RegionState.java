package dev.lungfish.checker.region;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of one region of the partition. Immutable.
 *
 * @param label who else may reach it
 * @param outs where it was moved or lent
 * @param dirty why it may be reachable from code that the analysis does not know, or null
 */
record RegionState(Label label, SortedSet<OutEntry> outs, Site dirty) {
    static final RegionState FREE = new RegionState(Label.FREE, Collections.emptySortedSet(), null);

    static RegionState of(Label label) {
        return new RegionState(label, Collections.emptySortedSet(), null);
    }

    RegionState withLabel(Label other) {
        return other.equals(label) ? this : new RegionState(other, outs, dirty);
    }

    RegionState withOut(OutEntry entry) {
        TreeSet<OutEntry> more = new TreeSet<>(outs);
        more.add(entry);
        return new RegionState(label, Collections.unmodifiableSortedSet(more), dirty);
    }

    RegionState withOuts(SortedSet<OutEntry> others) {
        return others.equals(outs) ? this : new RegionState(label, Collections.unmodifiableSortedSet(new TreeSet<>(others)), dirty);
    }

    RegionState withDirty(Site reason) {
        return dirty != null ? this : new RegionState(label, outs, reason);
    }

    /** Whether code that nobody knows may have kept something of it; the reason of a frozen region is why it is frozen. */
    boolean isDirty() {
        return dirty != null && !label.isFrozen() && !(label instanceof Label.MaybeFrozen);
    }

    /** Both regions become one. */
    RegionState lub(RegionState other) {
        if (equals(other)) {
            return this;
        }
        SortedSet<OutEntry> united = outs;
        if (!outs.equals(other.outs)) {
            TreeSet<OutEntry> all = new TreeSet<>(outs);
            all.addAll(other.outs);
            united = Collections.unmodifiableSortedSet(all);
        }
        Site first = dirty == null ? other.dirty : other.dirty == null || dirty.id() <= other.dirty.id() ? dirty : other.dirty;
        return new RegionState(label.lub(other.label), united, first);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegionState s && label.equals(s.label) && outs.equals(s.outs) && Objects.equals(dirty, s.dirty);
    }

    @Override
    public int hashCode() {
        return Objects.hash(label, outs, dirty);
    }
}
