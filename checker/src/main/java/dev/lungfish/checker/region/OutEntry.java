package dev.lungfish.checker.region;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A region was moved or lent here and has not come back.
 *
 * @param site the place of the hand-over
 * @param kind how it left
 * @param handle the object whose completion brings it back, or {@link #NO_HANDLE}
 * @param groups what ends it together with others: an executor, a scope, a latch
 * @param readOnly whether the other side only reads
 * @param many whether it was lent more than once at this site
 * @param excused whether something unforeseen was thrown since: a method that is left so is not blamed for what is still out
 * @param touch what the other side touches
 * @param portion what alone is touched of it, or null
 * @param guard the conditions under which it left; contradicted by the facts of a path, the entry is inactive there
 */
public record OutEntry(Site site, Kind kind, int handle, SortedSet<String> groups, boolean readOnly, boolean many, boolean excused, Touch touch,
        Portion portion, Map<Integer, Boolean> guard)
        implements Comparable<OutEntry> {
    /** There is no handle: it does not come back. */
    public static final int NO_HANDLE = -1;

    /** How a region leaves; a TASK was started by a callee and works on fields of it, which was told where it is started. */
    public enum Kind { MOVE, LEND, TASK, STAGE, SLOT }

    public OutEntry {
        groups = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(groups));
        guard = java.util.Collections.unmodifiableMap(new TreeMap<>(guard));
    }

    OutEntry(Site site, Kind kind, int handle, SortedSet<String> groups, boolean readOnly, boolean many, boolean excused, Touch touch, Map<Integer, Boolean> guard) {
        this(site, kind, handle, groups, readOnly, many, excused, touch, null, guard);
    }

    /** The same way out for a portion that goes along. */
    OutEntry of(Site along, Portion itsPortion) {
        return new OutEntry(along, kind, handle, groups, itsPortion.onlyReads(), many, excused, Touch.EVERYTHING, itsPortion, guard);
    }

    /** Whether somebody who touches no more than this portion never meets the other side. */
    boolean isApartFrom(Portion other) {
        return portion != null && other != null && portion.isApartFrom(other);
    }

    /** Whether the entry counts on a path with these facts. */
    boolean isActive(Map<Integer, Boolean> facts) {
        for (Map.Entry<Integer, Boolean> literal : guard.entrySet()) {
            Boolean known = facts.get(literal.getKey());
            if (known != null && !known.equals(literal.getValue())) {
                return false;
            }
        }
        return true;
    }

    OutEntry lentAgain() {
        return new OutEntry(site, kind, handle, groups, readOnly, true, excused, touch, portion, guard);
    }

    OutEntry excuse() {
        return excused ? this : new OutEntry(site, kind, handle, groups, readOnly, many, true, touch, portion, guard);
    }

    OutEntry on(int fact, boolean value) {
        Map<Integer, Boolean> more = new TreeMap<>(guard);
        more.put(fact, value);
        return new OutEntry(site, kind, handle, groups, readOnly, many, excused, touch, portion, more);
    }

    /** The same hand-over with this guard instead of its own. */
    OutEntry under(Map<Integer, Boolean> other) {
        return other.equals(guard) ? this : new OutEntry(site, kind, handle, groups, readOnly, many, excused, touch, portion, other);
    }

    OutEntry without(int fact) {
        if (!guard.containsKey(fact)) {
            return this;
        }
        Map<Integer, Boolean> rest = new TreeMap<>(guard);
        rest.remove(fact);
        return new OutEntry(site, kind, handle, groups, readOnly, many, excused, touch, portion, rest);
    }

    @Override
    public int compareTo(OutEntry other) {
        int order = Integer.compare(site.id(), other.site.id());
        if (order == 0) {
            order = kind.compareTo(other.kind);
        }
        if (order == 0) {
            order = Boolean.compare(many, other.many);
        }
        if (order == 0) {
            order = Boolean.compare(excused, other.excused);
        }
        if (order == 0) {
            order = Integer.compare(handle, other.handle);
        }
        if (order == 0) {
            order = Comparator.nullsFirst(Comparator.<Portion>naturalOrder()).compare(portion, other.portion);
        }
        if (order == 0) {
            order = guard.toString().compareTo(other.guard.toString());
        }
        if (order == 0) {
            order = touch.equals(other.touch) ? 0 : touch.toString().compareTo(other.touch.toString());
        }
        return order;
    }
}
