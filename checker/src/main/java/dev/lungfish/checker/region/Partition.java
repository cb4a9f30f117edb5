package dev.lungfish.checker.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Which elements share a region. Immutable; every operation returns a new value, or this one if nothing changed.
 *
 * <pre>
 *   elements   0   2   3   7          {0 3} caller(0)   {2 7} free out@4
 *   regions    0   2   0   2          a region's number is its least element
 * </pre>
 *
 * Errs towards "same region": two elements reported apart are apart in every run; two reported together may be apart in some.
 */
public final class Partition {
    /** No elements: also the value of a path that was not visited. */
    public static final Partition EMPTY = new Partition(new int[0], new int[0], new RegionState[0]);

    private final int[] elements;
    private final int[] regions;
    /** Parallel to elements; the state of a region stands at its least element, null elsewhere. */
    private final RegionState[] states;

    private Partition(int[] elements, int[] regions, RegionState[] states) {
        this.elements = elements;
        this.regions = regions;
        this.states = states;
    }

    /** Whether the element is there at all. */
    public boolean contains(int element) {
        return indexOf(element) >= 0;
    }

    /** All elements, ascending. */
    public int[] elements() {
        return elements.clone();
    }

    /** The number of the element's region. */
    public int regionOf(int element) {
        return regions[index(element)];
    }

    /** Whether both elements are there and in one region. */
    public boolean together(int a, int b) {
        int i = indexOf(a);
        int j = indexOf(b);
        return i >= 0 && j >= 0 && regions[i] == regions[j];
    }

    /** Who else may reach the element's region. */
    public Label labelOf(int element) {
        return state(element).label();
    }

    /** Whether the element's region is out on loan, and all of it comes back when one of these hand-overs is waited for. */
    public boolean isLentOnlyTo(int element, Set<Integer> handles) {
        return hasLeft(element) && state(element).outs().stream().allMatch(out -> out.kind() == OutEntry.Kind.LEND && handles.contains(out.handle()));
    }

    /** Whether the element's region was moved or lent, and is not back. */
    public boolean hasLeft(int element) {
        return !state(element).outs().isEmpty();
    }

    /** What those touch who have the element's region now. */
    public Touch touchAway(int element) {
        return state(element).outs().stream().map(OutEntry::touch).reduce(Touch.NOTHING, Touch::or);
    }

    RegionState state(int element) {
        return states[index(regionOf(element))];
    }

    /** The elements of one region, ascending. */
    public List<Integer> members(int element) {
        int region = regionOf(element);
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < elements.length; i++) {
            if (regions[i] == region) {
                members.add(elements[i]);
            }
        }
        return members;
    }

    /** The numbers of all regions, ascending. */
    public List<Integer> allRegions() {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < elements.length; i++) {
            if (regions[i] == elements[i]) {
                all.add(elements[i]);
            }
        }
        return all;
    }

    /** The element alone in a new region of this label, wherever it was. */
    public Partition fresh(int element, Label label) {
        return drop(element).insert(element, element, RegionState.of(label));
    }

    /** The element leaves its region and joins that of the other, which must be there. */
    public Partition assign(int element, int other) {
        if (element == other) {
            return this;
        }
        int anchor = other;
        Partition without = drop(element);
        return without.insert(element, without.regionOf(anchor), null);
    }

    /** Without this element; its region stays if others are in it. */
    public Partition drop(int element) {
        return indexOf(element) < 0 ? this : keep(e -> e != element);
    }

    /** Only the elements that pass. A region without elements vanishes with all that was known of it. */
    public Partition keep(IntPredicate wanted) {
        int count = 0;
        for (int e : elements) {
            if (wanted.test(e)) {
                count++;
            }
        }
        if (count == elements.length) {
            return this;
        }
        int[] keptElements = new int[count];
        int[] keptRegions = new int[count];
        int at = 0;
        for (int i = 0; i < elements.length; i++) {
            if (wanted.test(elements[i])) {
                keptElements[at] = elements[i];
                keptRegions[at++] = regions[i];
            }
        }
        return heap(canonical(keptElements, keptRegions));
    }

    /** What was put into a heap and has no name any more is known by the heap alone. */
    private Partition heap(Partition rest) {
        Partition result = rest;
        for (int i = 0; i < elements.length; i++) {
            if (states[i] != null && !states[i].heaps().isEmpty() && !rest.contains(elements[i]) && members(elements[i]).stream().noneMatch(rest::contains)) {
                RegionState gone = states[i];
                for (int heap : gone.heaps()) {
                    result = result.contains(heap) ? result.update(heap, r -> r.heaped(gone)) : result;
                }
            }
        }
        return result;
    }

    /** The region of the value goes into a heap, a region for any number of others that have nothing in common. */
    Partition put(int heap, int value) {
        Partition with = contains(heap) ? this : fresh(heap, Label.FREE);
        return with.together(heap, value) ? with : with.update(value, r -> r.inHeap(heap));
    }

    /** The holder can reach what is in the heap from here on: the heap and all that was put there become one region with it. */
    Partition spread(int heap, int holder) {
        if (!contains(heap)) {
            return this;
        }
        Partition result = this;
        for (int region : allRegions()) {
            if (result.state(region).heaps().contains(heap)) {
                result = result.merge(heap, region);
            }
        }
        return (result.contains(holder) ? result.merge(heap, holder) : result).update(heap, r -> r.notInHeap(heap)).drop(heap);
    }

    /** Both regions become one; labels and outs unite. */
    public Partition merge(int a, int b) {
        int from = regionOf(a);
        int to = regionOf(b);
        if (from == to) {
            return this;
        }
        int least = Math.min(from, to);
        int other = Math.max(from, to);
        int[] changed = regions.clone();
        for (int i = 0; i < changed.length; i++) {
            if (changed[i] == other) {
                changed[i] = least;
            }
        }
        RegionState[] all = states.clone();
        all[index(least)] = states[index(least)].lub(states[index(other)]);
        all[index(other)] = null;
        return new Partition(elements, changed, all);
    }

    Partition update(int element, UnaryOperator<RegionState> change) {
        int at = index(regionOf(element));
        RegionState next = change.apply(states[at]);
        if (next.equals(states[at])) {
            return this;
        }
        RegionState[] all = states.clone();
        all[at] = next;
        return new Partition(elements, regions, all);
    }

    Partition updateAll(UnaryOperator<RegionState> change) {
        Partition result = this;
        for (int region : allRegions()) {
            result = result.update(region, change);
        }
        return result;
    }

    /** The least equivalence that contains both. */
    public Partition join(Partition other) {
        if (equals(other) || other.elements.length == 0) {
            return this;
        }
        if (elements.length == 0) {
            return other;
        }
        int[] all = unionOf(elements, other.elements);
        int[] parent = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            parent[i] = i;
        }
        uniteAs(all, parent, this);
        uniteAs(all, parent, other);
        RegionState[] joined = new RegionState[all.length];
        addStates(all, parent, joined, this);
        addStates(all, parent, joined, other);
        int[] numbers = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            numbers[i] = all[find(parent, i)];
        }
        return new Partition(all, numbers, joined);
    }

    private static void uniteAs(int[] all, int[] parent, Partition source) {
        for (int i = 0; i < source.elements.length; i++) {
            int a = find(parent, Arrays.binarySearch(all, source.elements[i]));
            int b = find(parent, Arrays.binarySearch(all, source.regions[i]));
            parent[Math.max(a, b)] = Math.min(a, b);
        }
    }

    private static void addStates(int[] all, int[] parent, RegionState[] joined, Partition source) {
        for (int i = 0; i < source.elements.length; i++) {
            if (source.states[i] != null) {
                int root = find(parent, Arrays.binarySearch(all, source.elements[i]));
                joined[root] = joined[root] == null ? source.states[i] : joined[root].lub(source.states[i]);
            }
        }
    }

    private static int find(int[] parent, int i) {
        int root = i;
        while (parent[root] != root) {
            root = parent[root];
        }
        return root;
    }

    private static int[] unionOf(int[] a, int[] b) {
        int[] all = new int[a.length + b.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int next = j >= b.length || i < a.length && a[i] <= b[j] ? a[i] : b[j];
            while (i < a.length && a[i] == next) {
                i++;
            }
            while (j < b.length && b[j] == next) {
                j++;
            }
            all[count++] = next;
        }
        return Arrays.copyOf(all, count);
    }

    private Partition insert(int element, int region, RegionState state) {
        int at = -indexOf(element) - 1;
        int[] moreElements = new int[elements.length + 1];
        int[] moreRegions = new int[elements.length + 1];
        RegionState[] moreStates = new RegionState[elements.length + 1];
        for (int i = 0, j = 0; j < moreElements.length; j++) {
            if (j == at) {
                moreElements[j] = element;
                moreRegions[j] = region;
                moreStates[j] = state;
            } else {
                moreElements[j] = elements[i];
                moreRegions[j] = regions[i];
                moreStates[j] = states[i++];
            }
        }
        if (element >= region) {
            return new Partition(moreElements, moreRegions, moreStates);
        }
        // The new element is the least of its region: it becomes the region's number.
        Partition unnumbered = new Partition(moreElements, moreRegions, moreStates);
        RegionState moved = moreStates[unnumbered.index(region)];
        for (int i = 0; i < moreElements.length; i++) {
            if (moreRegions[i] == region) {
                moreRegions[i] = element;
            }
        }
        moreStates[unnumbered.index(region)] = null;
        moreStates[at] = moved;
        return new Partition(moreElements, moreRegions, moreStates);
    }

    /** Whether code that nobody knows may have kept something of the element's region. */
    public boolean isDirty(int element) {
        return state(element).isDirty();
    }

    /** Renumbers regions whose least element is gone; the old numbers still name the states. */
    private Partition canonical(int[] keptElements, int[] oldRegions) {
        int[] numbers = new int[keptElements.length];
        RegionState[] kept = new RegionState[keptElements.length];
        for (int i = 0; i < keptElements.length; i++) {
            int least = i;
            for (int j = 0; j < i; j++) {
                if (oldRegions[j] == oldRegions[i]) {
                    least = j;
                    break;
                }
            }
            numbers[i] = keptElements[least];
            if (least == i) {
                kept[i] = states[index(oldRegions[i])];
            }
        }
        return new Partition(keptElements, numbers, kept);
    }

    private int index(int element) {
        int at = indexOf(element);
        if (at < 0) {
            throw new IllegalArgumentException("no element " + element + " in " + this);
        }
        return at;
    }

    private int indexOf(int element) {
        return Arrays.binarySearch(elements, element);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Partition p && Arrays.equals(elements, p.elements) && Arrays.equals(regions, p.regions)
                && Arrays.equals(states, p.states);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(elements) + Arrays.hashCode(regions);
    }

    /** Regions in the order of their numbers, as {@code {0 3 caller[0]} {2 free out@4}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.length; i++) {
            if (regions[i] == elements[i]) {
                text.append(text.length() == 0 ? "{" : " {");
                for (int member : members(elements[i])) {
                    text.append(member).append(' ');
                }
                text.append(Printing.show(states[i])).append('}');
            }
        }
        return text.toString();
    }
}
