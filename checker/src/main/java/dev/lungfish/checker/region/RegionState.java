package dev.lungfish.checker.region;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of one region of the partition. Immutable.
 *
 * @param label who else may reach it
 * @param outs where it was moved or lent
 * @param dirty why it may be reachable from code that the analysis does not know, or null
 * @param heaps the heaps into which something of it was put: what is known of it when its last name goes is known of them
 * @param portions the portions of arrays that something of it touches when it runs
 */
record RegionState(Label label, SortedSet<OutEntry> outs, Site dirty, SortedSet<Integer> heaps, SortedSet<Portion> portions) {
    static final RegionState FREE = of(Label.FREE);

    RegionState(Label label, SortedSet<OutEntry> outs, Site dirty) {
        this(label, outs, dirty, Collections.emptySortedSet(), Collections.emptySortedSet());
    }

    static RegionState of(Label label) {
        return new RegionState(label, Collections.emptySortedSet(), null);
    }

    RegionState withLabel(Label other) {
        return other.equals(label) ? this : new RegionState(other, outs, dirty, heaps, portions);
    }

    RegionState withOut(OutEntry entry) {
        TreeSet<OutEntry> more = new TreeSet<>(outs);
        more.add(entry);
        return new RegionState(label, Collections.unmodifiableSortedSet(more), dirty, heaps, portions);
    }

    RegionState withOuts(SortedSet<OutEntry> others) {
        return others.equals(outs) ? this : new RegionState(label, Collections.unmodifiableSortedSet(new TreeSet<>(others)), dirty, heaps, portions);
    }

    RegionState withDirty(Site reason) {
        return dirty != null ? this : new RegionState(label, outs, reason, heaps, portions);
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
        return new RegionState(label.lub(other.label), united, first, heaps.equals(other.heaps) ? heaps : united(heaps, other.heaps),
                portions.equals(other.portions) ? portions : united(portions, other.portions));
    }

    private static <E> SortedSet<E> united(SortedSet<E> a, SortedSet<E> b) {
        TreeSet<E> all = new TreeSet<>(a);
        all.addAll(b);
        return Collections.unmodifiableSortedSet(all);
    }

    /** Something of it was put into this heap. */
    RegionState inHeap(int heap) {
        return heaps.contains(heap) ? this : new RegionState(label, outs, dirty, united(heaps, new TreeSet<>(Set.of(heap))), portions);
    }

    RegionState notInHeap(int heap) {
        TreeSet<Integer> others = new TreeSet<>(heaps);
        return others.remove(heap) ? new RegionState(label, outs, dirty, Collections.unmodifiableSortedSet(others), portions) : this;
    }

    /** Something of it touches this portion when it runs. */
    RegionState withPortion(Portion portion) {
        return portions.contains(portion) ? this : new RegionState(label, outs, dirty, heaps, united(portions, new TreeSet<>(Set.of(portion))));
    }

    /** Something of it is at two places of one collection: two tasks may have the same portion. */
    RegionState withSharedPortions() {
        TreeSet<Portion> shared = new TreeSet<>();
        portions.forEach(portion -> shared.add(portion.shared()));
        return shared.equals(portions) ? this : new RegionState(label, outs, dirty, heaps, Collections.unmodifiableSortedSet(shared));
    }

    RegionState withoutPortions() {
        return new RegionState(label, outs, dirty, heaps, Collections.emptySortedSet());
    }

    private RegionState inNoHeap() {
        return heaps.isEmpty() ? this : new RegionState(label, outs, dirty, Collections.emptySortedSet(), portions);
    }

    /** As a heap that also holds what the other was: what both lent at one place was lent more than once. */
    RegionState heaped(RegionState other) {
        RegionState gone = other.inNoHeap();
        for (OutEntry out : other.outs) {
            if (outs.stream().anyMatch(mine -> mine.site().id() == out.site().id())) {
                TreeSet<OutEntry> many = new TreeSet<>(gone.outs);
                many.remove(out);
                many.add(out.lentAgain());
                gone = gone.withOuts(many);
            }
        }
        TreeSet<OutEntry> once = new TreeSet<>(outs);
        once.removeIf(mine -> other.outs.stream().anyMatch(out -> out.site().id() == mine.site().id()));
        return withOuts(once).lub(gone);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegionState s && label.equals(s.label) && outs.equals(s.outs) && Objects.equals(dirty, s.dirty) && heaps.equals(s.heaps)
                && portions.equals(s.portions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(label, outs, dirty);
    }
}
