package dev.lungfish.checker.region;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * What is known before a node of one method: the lattice value of the analysis. Immutable.
 *
 * @param partition which values may reach each other, and who else reaches them
 * @param open the named regions that are certainly open here, and how
 * @param slots the owning slots touched so far
 * @param facts boolean locals whose value is known on this path
 * @param handles which hand-overs a variable waits for
 * @param conditions what is open only if a boolean has a certain value
 */
public record State(Partition partition, SortedMap<RegionKey, Opening> open, SortedMap<Integer, SlotState> slots,
        SortedMap<Integer, Boolean> facts, SortedMap<Integer, Handle> handles, Conditions conditions) {
    /** Nothing is known and nothing is there. */
    public static final State EMPTY = new State(Partition.EMPTY, Collections.emptySortedMap(), Collections.emptySortedMap(),
            Collections.emptySortedMap(), Collections.emptySortedMap(), Conditions.NONE);

    /** No path leads here. */
    public static final State UNREACHED = new State(Partition.EMPTY, Collections.emptySortedMap(), Collections.emptySortedMap(),
            Collections.emptySortedMap(), Collections.emptySortedMap(), Conditions.NONE);

    /** How a region is open, and how often it was opened for writing and for reading: a lock is released in the mode in which it was taken. */
    public record Opening(int write, int read, boolean optimistic) {
        static final Opening NOT = new Opening(0, 0, false);

        /** The strongest mode in which it is open, or null if it is not. */
        RegionKey.Mode mode() {
            return write > 0 ? RegionKey.Mode.WRITE : read > 0 ? RegionKey.Mode.READ : optimistic ? RegionKey.Mode.OPTIMISTIC : null;
        }

        Opening once(RegionKey.Mode mode) {
            return switch (mode) {
                case WRITE -> new Opening(write + 1, read, optimistic);
                case READ -> new Opening(write, read + 1, optimistic);
                case OPTIMISTIC -> new Opening(write, read, true);
            };
        }

        /** Released once in this mode; a release that does not say which ends the strongest. */
        Opening released(RegionKey.Mode mode) {
            boolean ofWrite = mode == null ? write > 0 : mode == RegionKey.Mode.WRITE;
            return ofWrite ? new Opening(Math.max(0, write - 1), read, optimistic) : new Opening(write, Math.max(0, read - 1), optimistic);
        }

        boolean isHeld() {
            return write > 0 || read > 0;
        }

        Opening weaker(Opening other) {
            return new Opening(Math.min(write, other.write), Math.min(read, other.read), optimistic && other.optimistic);
        }

        Opening stronger(Opening other) {
            return new Opening(Math.max(write, other.write), Math.max(read, other.read), optimistic || other.optimistic);
        }

        boolean isAtMost(Opening other) {
            return weaker(other).equals(this);
        }
    }

    /**
     * What became of the content of an owning slot since the method began. Ordered from good to bad.
     *
     * @param site where it became so
     * @param read where the content was read that another slot has now, or null
     */
    public record SlotState(Kind kind, Site site, Site read) {
        SlotState(Kind kind, Site site) {
            this(kind, site, null);
        }

        /** FULL: nothing is missing; HELD: read, not overwritten; ALIASED: also kept by somebody; TWICE: also in another slot; GONE: its content left. */
        public enum Kind { FULL, HELD, ALIASED, TWICE, GONE }

        static final SlotState FULL = new SlotState(Kind.FULL, null);

        SlotState worse(SlotState other) {
            int order = kind.compareTo(other.kind);
            if (order == 0) {
                return site == null || other.site != null && site.id() <= other.site.id() ? this : other;
            }
            return order > 0 ? this : other;
        }
    }

    /**
     * The hand-overs that a variable waits for.
     *
     * @param exclusive whether each path has only its own
     * @param ended how much is back of the very object that the variable names, one of many perhaps that left by these hand-overs
     */
    public record Handle(Set<Integer> sites, boolean exclusive, Ended ended) {
        /** What is back when one of many has been waited for: its own fields; all that it reaches, if nobody else can know that. */
        public enum Ended { NOTHING, ITSELF, ALL }

        public Handle {
            sites = Collections.unmodifiableSet(new TreeSet<>(sites));
        }

        Handle(Set<Integer> sites, boolean exclusive) {
            this(sites, exclusive, Ended.NOTHING);
        }

        Handle with(Ended back) {
            return back == ended ? this : new Handle(sites, exclusive, back);
        }

        /** What is known of something that was read out of the object. */
        Handle ofPart() {
            return ended == Ended.ALL ? this : with(Ended.NOTHING);
        }

        /** Waits for nothing that is known. */
        static final Handle NONE = new Handle(Set.of(), true);

        static Handle of(int site) {
            return new Handle(Set.of(site), true);
        }

        /** Whether what this one waits for is back, or was never out, where the other one, which does not wait for it, has taken its place. */
        boolean isOnlyWay(Handle other, State there) {
            return sites.stream().allMatch(site -> other.sites.contains(site) || !there.isOut(site));
        }
    }

    State with(Partition next) {
        return next == partition ? this : new State(next, open, slots, facts, handles, conditions);
    }

    State with(Conditions next) {
        return next == conditions ? this : new State(partition, open, slots, facts, handles, next);
    }

    /** The region is opened or closed, wherever it is certainly so and wherever that depends on a boolean. */
    State withTurned(RegionKey region, UnaryOperator<Opening> change) {
        Opening plain = change.apply(open.getOrDefault(region, Opening.NOT));
        return withOpen(region, plain).with(conditions.turned(region, change, plain));
    }

    /** A test has shown that the boolean has this value; no path if it cannot. */
    State assuming(int variable, boolean value) {
        if (conditions.refutes(variable, value)) {
            return UNREACHED;
        }
        TreeMap<RegionKey, Opening> shown = new TreeMap<>(open);
        conditions.open().forEach((condition, opening) -> {
            if (condition.variable() == variable && condition.value() == value) {
                shown.merge(condition.region(), opening, Opening::stronger);
            }
        });
        State next = new State(partition, Collections.unmodifiableSortedMap(shown), slots, facts, handles, conditions.shown(variable, value, shown));
        return conditions.returned() == variable ? next.assuming(conditions.result(), value) : next;
    }

    State withOpen(RegionKey region, Opening opening) {
        TreeMap<RegionKey, Opening> next = new TreeMap<>(open);
        if (opening.mode() == null) {
            next.remove(region);
        } else {
            next.put(region, opening);
        }
        return new State(partition, Collections.unmodifiableSortedMap(next), slots, facts, handles, conditions);
    }

    State withSlot(int slot, SlotState state) {
        TreeMap<Integer, SlotState> next = new TreeMap<>(slots);
        next.put(slot, state);
        return new State(partition, open, Collections.unmodifiableSortedMap(next), facts, handles, conditions);
    }

    State withoutSlots() {
        return slots.isEmpty() ? this : new State(partition, open, Collections.emptySortedMap(), facts, handles, conditions);
    }

    State withFact(int variable, Boolean value) {
        TreeMap<Integer, Boolean> next = new TreeMap<>(facts);
        if (value == null) {
            next.remove(variable);
        } else {
            next.put(variable, value);
        }
        return next.equals(facts) ? this : new State(partition, open, slots, Collections.unmodifiableSortedMap(next), handles, conditions);
    }

    State withHandle(int variable, Handle handle) {
        TreeMap<Integer, Handle> next = new TreeMap<>(handles);
        if (handle == null) {
            next.remove(variable);
        } else {
            next.put(variable, handle);
        }
        return next.equals(handles) ? this : new State(partition, open, slots, facts, Collections.unmodifiableSortedMap(next), conditions);
    }

    /** Whether the region is open at least in this mode. */
    public boolean isOpen(RegionKey region, RegionKey.Mode mode) {
        Opening opening = open.get(region);
        return opening != null && opening.mode().compareTo(mode) >= 0;
    }

    /** Only the elements that pass; a name nobody can use again connects nothing. */
    public State keep(IntPredicate wanted) {
        State kept = with(partition.keep(wanted)).with(conditions.keep(wanted));
        if (handles.keySet().stream().anyMatch(h -> !wanted.test(h))) {
            TreeMap<Integer, Handle> live = new TreeMap<>(handles);
            live.keySet().removeIf(h -> !wanted.test(h));
            kept = new State(kept.partition, open, slots, facts, Collections.unmodifiableSortedMap(live), kept.conditions);
        }
        return kept;
    }

    /** Least upper bound of what holds on two paths. */
    public State join(State other) {
        if (this == other || other == UNREACHED) {
            return this;
        }
        if (this == UNREACHED) {
            return other;
        }
        State mine = withoutRefuted();
        State theirs = other.withoutRefuted();
        TreeMap<RegionKey, Opening> bothOpen = new TreeMap<>();
        open.forEach((region, opening) -> {
            Opening weaker = opening.weaker(other.open.getOrDefault(region, Opening.NOT));
            if (weaker.mode() != null) {
                bothOpen.put(region, weaker);
            }
        });
        TreeMap<Integer, SlotState> worse = new TreeMap<>(slots);
        other.slots.forEach((slot, state) -> worse.merge(slot, state, SlotState::worse));
        TreeMap<Integer, Boolean> agreed = new TreeMap<>(facts);
        agreed.entrySet().removeIf(fact -> !fact.getValue().equals(other.facts.get(fact.getKey())));
        State joined = new State(Guards.against(mine, theirs).join(Guards.against(theirs, mine)), Collections.unmodifiableSortedMap(bothOpen),
                Collections.unmodifiableSortedMap(worse), Collections.unmodifiableSortedMap(agreed),
                Collections.unmodifiableSortedMap(joinHandles(other)), conditions.join(open, other.conditions, other.open, bothOpen));
        return joined.equals(this) ? this : joined;
    }

    /** Without the hand-overs that the facts of this path refute: where paths meet the facts may be forgotten, but this path did not hand over. */
    State withoutRefuted() {
        return with(partition.updateAll(r -> RegionSemantics.without(r, out -> !out.isActive(facts))));
    }

    private TreeMap<Integer, Handle> joinHandles(State other) {
        TreeMap<Integer, Handle> all = new TreeMap<>();
        TreeSet<Integer> variables = new TreeSet<>(handles.keySet());
        variables.addAll(other.handles.keySet());
        for (int variable : variables) {
            Handle mine = handles.getOrDefault(variable, Handle.NONE);
            Handle theirs = other.handles.getOrDefault(variable, Handle.NONE);
            TreeSet<Integer> sites = new TreeSet<>(mine.sites());
            sites.addAll(theirs.sites());
            all.put(variable, new Handle(sites, mine.exclusive() && theirs.exclusive() && mine.isOnlyWay(theirs, other) && theirs.isOnlyWay(mine, this),
                    mine.ended().compareTo(theirs.ended()) < 0 ? mine.ended() : theirs.ended()));
        }
        return all;
    }

    /** By this hand-over something leaves again: what was waited for before may be what left. */
    State startedAgain(int handle) {
        State next = this;
        for (Map.Entry<Integer, Handle> entry : handles.entrySet()) {
            if (entry.getValue().sites().contains(handle)) {
                next = next.withHandle(entry.getKey(), entry.getValue().with(Handle.Ended.NOTHING));
            }
        }
        return next;
    }

    /** How much is back of the very object that the element names, since it left by this hand-over. */
    Handle.Ended ended(int element, OutEntry out) {
        Handle handle = handles.get(element);
        return handle != null && handle.sites().contains(out.handle()) ? handle.ended() : Handle.Ended.NOTHING;
    }

    /** Whether the element's region is out on loan, and only to what has ended when this variable has been waited for. */
    public boolean isLentToHandle(int element, int variable) {
        Handle handle = handles.get(variable);
        return handle != null && handle.exclusive() && partition.isLentOnlyTo(element, handle.sites());
    }

    /** Whether the element's region has left, and only if this boolean is true. */
    public boolean hasLeftOnlyIf(int element, int variable) {
        return partition.hasLeft(element) && partition.state(element).outs().stream().allMatch(out -> Boolean.TRUE.equals(out.guard().get(variable)));
    }

    boolean isOut(int handle) {
        return partition.allRegions().stream().anyMatch(r -> partition.state(r).outs().stream().anyMatch(o -> o.handle() == handle));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || this != UNREACHED && other != UNREACHED && other instanceof State s && partition.equals(s.partition) && open.equals(s.open) && slots.equals(s.slots)
                && facts.equals(s.facts) && handles.equals(s.handles) && conditions.equals(s.conditions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(partition, open.keySet(), facts);
    }

    /** For tests: the parts that are not empty. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(partition.toString());
        open.forEach((region, opening) -> text.append(" open ").append(region.shown()).append(':').append(opening.mode().name().charAt(0))
                .append(opening.write() + opening.read()));
        slots.forEach((slot, state) -> text.append(" slot ").append(slot).append(':').append(state.kind()));
        facts.forEach((fact, value) -> text.append(" fact ").append(fact).append('=').append(value));
        conditions.open().forEach((c, opening) -> text.append(" if ").append(c.variable()).append('=').append(c.value()).append(" open ").append(c.region().shown())
                .append(opening.write() + opening.read()));
        handles.forEach((variable, handle) -> text.append(" handle ").append(variable).append(handle.sites()).append(handle.exclusive() ? "!" : "").append(handle.ended() == Handle.Ended.NOTHING ? "" : handle.ended()));
        return text.toString();
    }

    /** The regions that are open if this boolean has this value, and may not be otherwise. */
    public SortedMap<RegionKey, RegionKey.Mode> openIf(int variable, boolean value) {
        TreeMap<RegionKey, RegionKey.Mode> found = new TreeMap<>();
        conditions.open().forEach((condition, opening) -> {
            if (condition.variable() == variable && condition.value() == value) {
                found.put(condition.region(), opening.mode());
            }
        });
        return Collections.unmodifiableSortedMap(found);
    }

    /** Values known of boolean locals, for guards. */
    public Map<Integer, Boolean> knownFacts() {
        return facts;
    }
}
