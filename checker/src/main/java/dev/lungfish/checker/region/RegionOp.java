package dev.lungfish.checker.region;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tiny language into which Java is lowered. Everything clever happens in {@link RegionSemantics}; nothing here knows a compiler. */
public sealed interface RegionOp {
    /** Stands for a value that is not tracked: frozen, thread-safe or primitive. */
    int NONE = -1;

    /** Elements from here on are temporaries: values without a name. */
    int FIRST_TEMPORARY = 1 << 20;

    /** {@code d} leaves its region and starts a new one. */
    record Fresh(int d, Label label) implements RegionOp {
    }

    /** {@code d} leaves its region and starts a new one, which is frozen because a declaration says so there. */
    record Promised(int d, Site why) implements RegionOp {
    }

    /** The value goes into a place where others write what they find: it must not be frozen. */
    record StoreWritable(int e, String place, Site site) implements RegionOp {
    }

    /** {@code d} leaves its region and joins that of {@code s}; an untracked {@code s} leaves {@code d} without element. */
    record Assign(int d, int s) implements RegionOp {
    }

    /** After this, {@code holder} may reach {@code value}. */
    record Merge(int holder, int value, Site site) implements RegionOp {
    }

    /** After this, the new object {@code holder} may reach all of the values; whether those reach each other is told elsewhere. */
    record Gather(int holder, List<Integer> values, Site site) implements RegionOp {
        public Gather {
            values = List.copyOf(values);
        }
    }

    /** The value is a task that touches a portion of something, and no more of it: it is not joined to it. */
    record Share(int e, int whole, Portion portion) implements RegionOp {
    }

    /** The value is put into a heap, which holds what has nothing in common: a collection that a loop fills, and only fills. */
    record Heap(int heap, int value, Site site) implements RegionOp {
    }

    /** The holder may reach all that is in the heap. */
    record Spread(int heap, int holder) implements RegionOp {
    }

    /**
     * The value is used.
     *
     * @param touch which fields of it are touched
     * @param itself whether only the object itself is used, and nothing that it reaches
     */
    record Use(int e, Access access, Touch touch, boolean itself, Site site) implements RegionOp {
        public Use(int e, Access access, Touch touch, Site site) {
            this(e, access, touch, false, site);
        }

        public Use(int e, Access access, Site site) {
            this(e, access, Touch.ANYTHING, site);
        }
    }

    /**
     * Ownership leaves.
     *
     * @param condition the boolean element that must be true for it to have left, or NONE
     * @param kind MOVE or SLOT or STAGE
     * @param touch what the new owner touches of it
     */
    record Move(int e, OutEntry.Kind kind, int condition, Touch touch, Site site) implements RegionOp {
        public Move(int e, OutEntry.Kind kind, int condition, Site site) {
            this(e, kind, condition, Touch.EVERYTHING, site);
        }
    }

    /**
     * Ownership of one element of a collection leaves. Whether it shares anything with the others cannot be seen, so the collection counts as
     * gone, but for going on to its next element.
     */
    record MoveElement(int e, int collection, int handle, Set<String> groups, Site site) implements RegionOp {
    }

    /** {@code d} becomes the next element, {@code value}, of the collection that is walked. */
    record NextElement(int d, int value, int collection, Site site) implements RegionOp {
    }

    /**
     * The method is left: what was lent has to be back, or to come back to whoever waits for the {@code result}, if that is not NONE.
     *
     * @param leaving where the result leaves, if that must still be here: a {@code finally} may have given it away; or null
     */
    record Exit(int result, Site leaving) implements RegionOp {
    }

    /** The method is left by an exception: what was lent has to be back, or its callers have to know. */
    record ExitThrown(Site site) implements RegionOp {
    }

    /** An exception that no declaration announces: what it leaves behind is nobody's fault. */
    record Unforeseen() implements RegionOp {
    }

    /** A monitor that was entered in this block is left, whichever way; nothing happens if it was not, or was left already. */
    record LeaveMonitor(RegionKey scope, RegionKey region, Set<Integer> slots, Site site) implements RegionOp {
    }

    /**
     * Ownership leaves until the handle completes.
     *
     * @param handle the variable whose completion gives it back, or NONE
     * @param groups names of what gives it back together with others
     * @param touch what the other side touches of it
     */
    record Lend(int e, int handle, Set<String> groups, boolean readOnly, Touch touch, Site site) implements RegionOp {
        public Lend(int e, int handle, Set<String> groups, boolean readOnly, Site site) {
            this(e, handle, groups, readOnly, Touch.EVERYTHING, site);
        }
    }

    /** The variable waits for this hand-over. */
    record Handles(int variable, int site) implements RegionOp {
    }

    /** The variable waits for what the other one waits for, and, if it is a collection, also for what it waited for before. */
    record CopyHandle(int variable, int other, boolean collect) implements RegionOp {
    }

    /** The variable is one element of a collection that waits for what the variable waits for: which of it, is not known. */
    record OneHandle(int variable) implements RegionOp {
    }

    /**
     * What the variable waits for has ended. Several loans made at one site come back only at a collective point; of one of many, what is its own.
     *
     * @param alone whether nobody but the object that is waited for knows what it reaches
     */
    record Await(int variable, boolean collective, boolean alone) implements RegionOp {
        public Await(int variable, boolean collective) {
            this(variable, collective, false);
        }
    }

    /**
     * Everything lent under this group name has ended.
     *
     * @param counted an element that is lent with each loan of the group, or NONE
     * @param most if more loans than that are out, which of them have ended cannot be told
     */
    record AwaitGroup(String group, int counted, int most) implements RegionOp {
        public AwaitGroup(String group) {
            this(group, NONE, Integer.MAX_VALUE);
        }
    }

    /** The region is opened. */
    record Open(RegionKey region, RegionKey.Mode mode, Site site) implements RegionOp {
    }

    /** The region is closed once, as it was opened in this mode, or in the strongest if that is null. The last one ends borrows. */
    record Close(RegionKey region, RegionKey.Mode mode, Site site) implements RegionOp {
        public Close(RegionKey region, Site site) {
            this(region, null, site);
        }
    }

    /** The region must be open in this mode, unless its owner, the element {@code owner}, is still free. */
    record RequireOpen(RegionKey region, RegionKey.Mode mode, int owner, Site site) implements RegionOp {
    }

    /**
     * {@code d} becomes a name of a part of the content of the region.
     *
     * @param home what stands for that part: see {@link MethodContext#isHome}
     * @param claim whether the region owns what is there, or only the variable that leads to it is guarded
     * @param told whether the region was required to be open just before: if it is not, that has been told
     */
    record Enter(int d, RegionKey region, int owner, int home, Claim claim, boolean told) implements RegionOp {
        public Enter(int d, RegionKey region, int owner, int home) {
            this(d, region, owner, home, Claim.OWNED, false);
        }
    }

    /**
     * {@code e} becomes part of the region's content.
     *
     * @param home what stands for the part of the content that leads to it
     * @param claim whether the region owns what is kept there, or only the variable that leads to it is guarded
     */
    record Keep(RegionKey region, int owner, int e, int home, Claim claim, Site site) implements RegionOp {
        public Keep(RegionKey region, int owner, int e, int home, Site site) {
            this(region, owner, e, home, Claim.OWNED, site);
        }
    }

    /** {@code d} becomes a name of parts of {@code s} that may protect themselves: a lock that guards the variable of the whole perhaps owns them. */
    record Part(int d, int s) implements RegionOp {
    }

    /** The field that this home stands for is about to be overwritten: what was read out of it while the region was open leaves the region. */
    record Detach(int home, RegionKey region) implements RegionOp {
    }

    /** The handle must not be moved while its region is open. */
    record RequireClosed(RegionKey region, Site site) implements RegionOp {
    }

    /** From here on nobody writes it. {@code blocker} is the path to a part that can never be frozen, or empty. */
    record Freeze(int e, String blocker, Site site) implements RegionOp {
    }

    /** The value goes into a place that promises frozen content; {@code path} tells what is mutable in its type. */
    record RequireFrozen(int e, String place, String path, Site site) implements RegionOp {
    }

    /** The value becomes reachable from shared state. */
    record Publish(int e, Site site) implements RegionOp {
    }

    /** {@code d} becomes a name of the slot's content. */
    record TakeSlot(int d, int slot, Site site) implements RegionOp {
    }

    /** The slot gets this content; an untracked value empties or refills it. */
    record PutSlot(int slot, int value, Site site) implements RegionOp {
    }

    /** The content of the slot is taken out for good. */
    record EmptySlot(int slot, Site site) implements RegionOp {
    }

    /** The slots whose holder is left here must be whole. */
    record CheckSlots(Set<Integer> slots, Site site) implements RegionOp {
    }

    /** The value is returned. */
    record Return(int e, int result, boolean isolated, Site site) implements RegionOp {
    }

    /**
     * A boolean is returned: what left on condition of its value has left on condition of the result.
     *
     * @param condition the boolean element, or NONE
     * @param value its value, if the source says it; otherwise null
     */
    record Outcome(int result, int condition, Boolean value) implements RegionOp {
    }

    /** The variable has this value from here on; null forgets it. */
    record Fact(int variable, Boolean value) implements RegionOp {
    }

    /** The boolean local gets this value; null: one that nobody knows. */
    record Decide(int variable, Boolean value) implements RegionOp {
    }

    /** A test has shown that the boolean local has this value. */
    record Assume(int variable, boolean value) implements RegionOp {
    }

    /** The boolean result of the body is what this local holds. */
    record Returning(int result, int variable) implements RegionOp {
    }

    /** Code that the analysis does not know may have kept it. */
    record Dirty(int e, Site site) implements RegionOp {
    }

    /** The child becomes part of the parent's tree of regions: it must not be around the parent already. */
    record Nest(int child, int parent, Site site) implements RegionOp {
    }

    /**
     * A body that runs many times at once writes this.
     *
     * @param inCommon whether it is one of several tasks that have it in common, and were made with it before
     */
    record ParallelWrite(int e, boolean inCommon, Site site) implements RegionOp {
        public ParallelWrite(int e, Site site) {
            this(e, false, site);
        }
    }

    /**
     * Not provable here, as the translator saw by itself.
     *
     * @param message id of the headline
     * @param what the name of what the question is about
     */
    record Residual(Unproved question, String message, String what, Site site) implements RegionOp {
    }

    /** A construct without meaning for the analysis: {@code d} is fresh, everything it touched is dirty; {@code why} is the id of the message. */
    record NotUnderstood(int d, Set<Integer> touched, String why, Site site) implements RegionOp {
    }

    /** A violation that the translator saw by itself. */
    record Report(String key, String message, List<String> names, Certainty certainty, Site site) implements RegionOp {
    }

    /** Values known of boolean variables, for guards. */
    static Map<Integer, Boolean> noGuard() {
        return Map.of();
    }
}
