package dev.lungfish.checker.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How values are stored, moved, lent, frozen and published ({@code static-core.md} 3.2 and 4.2). */
final class Transfers {
    /** The formal that is the object itself. */
    private static final int THIS = 0;

    private final MethodContext method;
    private final Journal journal;
    private final Uses uses;
    private final Set<Integer> handedOut;
    private final Portions portions;

    /** @param handedOut collections known to hand out their elements; grows */
    Transfers(MethodContext method, Journal journal, Uses uses, Set<Integer> handedOut) {
        this.handedOut = handedOut;
        this.method = method;
        this.journal = journal;
        this.uses = uses;
        this.portions = new Portions(method, journal, uses, this);
    }

    Portions portions() {
        return portions;
    }

    State merge(State state, RegionOp.Merge op) {
        Partition partition = state.partition();
        if (!partition.contains(op.holder()) || !partition.contains(op.value())) {
            return state;
        }
        if (partition.together(op.holder(), op.value())) {
            recordInNew(partition, op);
            return state;
        }
        Label holder = partition.labelOf(op.holder());
        Label value = partition.labelOf(op.value());
        if (holder.isFrozen() || value.isFrozen()) {
            return state;
        }
        if (holder instanceof Label.In in && holdsOwner(partition, op.value(), in.region())) {
            return state;
        }
        if (value instanceof Label.Was was) {
            uses.escaped(op.value(), was, op.site());
            return state;
        }
        if (holder instanceof Label.In in) {
            return mergeIntoRegion(state, op, in, value);
        }
        if (value instanceof Label.In in && (holder instanceof Label.Caller || holder instanceof Label.Shared)) {
            if (holdsOwner(partition, op.holder(), in.region()) && uses.ownerIsFree(state, method.elementOfBase(in.region()))) {
                return state;
            }
            uses.stored(op.value(), in, method.nameOf(op.holder()), op.site());
            return state;
        }
        if (holder instanceof Label.Shared && value instanceof Label.Caller) {
            return publish(state, op.value(), op.site());
        }
        if (holder instanceof Label.Caller && value instanceof Label.Caller theirs) {
            recordCapture(state, op, theirs);
        } else if (holder instanceof Label.Caller formals && method.isUnderConstruction(op.value())) {
            formals.formals().forEach(formal -> journal.captured(formal, op.value(), op.site()));
        }
        State stored = holder instanceof Label.Free ? state : withAliasedSlots(state, op.value(), op.site());
        return stored.with(partition.merge(op.holder(), op.value()));
    }

    private State mergeIntoRegion(State state, RegionOp.Merge op, Label.In holder, Label value) {
        RegionKey region = holder.region();
        boolean perhaps = claimOn(op.value(), holder.claim()) == Claim.PERHAPS;
        if (value instanceof Label.In other && !other.region().equals(region)) {
            crossing(op.value(), other, region, op.site());
            return state;
        } else if (value instanceof Label.Shared) {
            journal.violated("region.cross.reference", Certainty.POSSIBLE, "region.cross.reference.shared",
                    List.of(method.nameOf(op.value()), region.shown()), op.site(), List.of());
            return state;
        } else if (value instanceof Label.Caller caller) {
            keep(caller, region, op.value(), perhaps, op.site());
            if (perhaps) {
                return state;
            }
        } else if (perhaps) {
            return state.with(state.partition().update(op.value(), r -> r.withLabel(r.label().lub(new Label.In(region, Claim.PERHAPS)))));
        }
        return state.with(state.partition().merge(op.holder(), op.value()));
    }

    /** A new object becomes part of the region from which it gets something, whatever else it gets: what others have is kept there. */
    State gather(State state, RegionOp.Gather op) {
        Partition partition = state.partition();
        boolean isNew = partition.contains(op.holder()) && partition.labelOf(op.holder()) instanceof Label.Free;
        List<Integer> ordered = new ArrayList<>(op.values());
        if (isNew) {
            ordered.sort(Comparator.comparing(value -> !(partition.contains(value) && partition.labelOf(value) instanceof Label.In)));
        }
        State next = state;
        for (int value : ordered) {
            next = merge(next, new RegionOp.Merge(op.holder(), value, op.site().as(op.site().what(), value)));
        }
        return next;
    }

    /** What belongs to one region is stored in another. */
    void crossing(int value, Label.In from, RegionKey to, Site site) {
        journal.violated("region.cross.reference", from.claim().certainty(), "region.cross.reference",
                List.of(method.nameOf(value), from.region().shown(), to.shown()), site, List.of());
    }

    /** A region whose variables lead to something gets more: what may protect itself, with all that it has, is perhaps not the region's. */
    Claim claimOn(int value, Claim holder) {
        return holder == Claim.GUARDED && method.mayProtectItself(value) ? Claim.PERHAPS : holder;
    }

    /** A region keeps what the caller has, too. What perhaps is not the region's is kept as by any other field. */
    void keep(Label.Caller caller, RegionKey region, int value, boolean perhaps, Site site) {
        int owner = method.elementOfBase(region);
        for (int formal : caller.formals()) {
            if (perhaps && owner != RegionOp.NONE && method.isFormal(owner)) {
                journal.captured(owner, formal, site);
            } else {
                journal.kept(formal, region);
            }
            refuseBorrowed(formal, value, site);
        }
    }

    private void recordCapture(State state, RegionOp.Merge op, Label.Caller theirs) {
        for (int formal : theirs.formals()) {
            for (int holder : method.isUnderConstruction(op.holder()) ? Set.of(op.holder())
                    : ((Label.Caller) state.partition().labelOf(op.holder())).formals()) {
                journal.captured(holder, formal, op.site());
            }
            refuseBorrowed(formal, op.value(), op.site());
        }
    }

    /** What a new object has of its callers is in one region with it, and yet those may get to know each other only now. */
    private void recordInNew(Partition partition, RegionOp.Merge op) {
        boolean isNew = !method.isUnderConstruction(op.holder()) && partition.members(op.holder()).stream().anyMatch(method::isUnderConstruction);
        if (isNew && partition.labelOf(op.holder()) instanceof Label.Caller caller) {
            for (int holder : caller.formals()) {
                journal.captured(holder, THIS, op.site().tentative());
                caller.formals().stream().filter(formal -> formal != holder).forEach(formal -> journal.captured(holder, formal, op.site().tentative()));
            }
        }
    }

    void refuseBorrowed(int formal, int value, Site site) {
        if (method.ownership(formal) == MethodContext.Ownership.BORROWED) {
            boolean itself = method.nameOf(value).equals(method.nameOf(formal));
            journal.violated("capture.not.owned", Certainty.WITNESSED, itself ? "capture.not.owned.same" : "capture.not.owned",
                    List.of(method.nameOf(value), method.nameOf(formal)), site, List.of());
        }
    }

    /** What a slot owns has got a second name that stays: no harm if the slot gets something else before it is looked at. */
    private static State withAliasedSlots(State state, int value, Site site) {
        State next = state;
        for (Map.Entry<Integer, State.SlotState> slot : state.slots().entrySet()) {
            if (slot.getValue().kind() == State.SlotState.Kind.HELD && state.partition().together(slot.getKey(), value)) {
                next = next.withSlot(slot.getKey(), new State.SlotState(State.SlotState.Kind.ALIASED, site, slot.getValue().site()));
            }
        }
        return next;
    }

    private boolean holdsOwner(Partition partition, int element, RegionKey region) {
        int owner = method.elementOfBase(region);
        return owner != RegionOp.NONE && partition.together(owner, element);
    }

    State move(State state, RegionOp.Move op) {
        if (!state.partition().contains(op.e()) || state.partition().labelOf(op.e()).isFrozen()) {
            return state;
        }
        recordUse(state, op.e(), op.touch());
        State present = uses.requirePresent(state, op.e(), Access.WRITE, op.touch(), op.site());
        if (op.kind() == OutEntry.Kind.TASK ? !mayGoOn(present, op) : !mayLeave(present, op.e(), op.touch(), op.site(), false)) {
            return present;
        }
        Map<Integer, Boolean> guard = guardOf(present);
        if (op.condition() != RegionOp.NONE) {
            guard = new TreeMap<>(guard);
            guard.put(op.condition(), true);
        }
        OutEntry out = new OutEntry(op.site(), op.kind(), OutEntry.NO_HANDLE, new TreeSet<>(), false, false, false, op.touch(), guard);
        return portions.leave(present.with(present.partition().update(op.e(), r -> r.withOut(out))), op.e(), out);
    }

    /** Only what is this method's own can have nothing in common with the rest; anything else makes the heap part of its region. */
    State heap(State state, RegionOp.Heap op) {
        Partition partition = state.partition();
        if (!partition.contains(op.value()) || partition.labelOf(op.value()).isFrozen()) {
            return state;
        }
        if (partition.labelOf(op.value()) instanceof Label.Free) {
            boolean again = partition.state(op.value()).heaps().contains(op.heap());
            return state.with((again ? partition.update(op.value(), RegionState::withSharedPortions) : partition).put(op.heap(), op.value()));
        }
        State there = partition.contains(op.heap()) ? state : state.with(partition.fresh(op.heap(), Label.FREE));
        return merge(there, new RegionOp.Merge(op.heap(), op.value(), op.site()));
    }

    State lend(State state, RegionOp.Lend op) {
        if (!state.partition().contains(op.e()) || state.partition().labelOf(op.e()).isFrozen()) {
            return state;
        }
        if (op.readOnly()) {
            state.partition().members(op.e()).stream().filter(method::isFormal).forEach(f -> journal.used(f, Access.READ, op.touch()));
        } else {
            recordUse(state, op.e(), op.touch());
        }
        State present = uses.requirePresent(state, op.e(), op.readOnly() ? Access.READ : Access.WRITE, op.touch(), op.site());
        if (!mayLeave(present, op.e(), op.touch(), op.site(), true)) {
            return present;
        }
        State.Handle waiting = op.handle() == RegionOp.NONE ? null : present.handles().get(op.handle());
        int handle = op.handle() == RegionOp.NONE ? OutEntry.NO_HANDLE
                : waiting != null && waiting.sites().size() == 1 ? waiting.sites().iterator().next() : op.site().id();
        if (op.handle() != RegionOp.NONE) {
            present = (waiting == null ? present.withHandle(op.handle(), State.Handle.of(handle)) : present).startedAgain(handle);
        }
        OutEntry out = new OutEntry(op.site(), OutEntry.Kind.LEND, handle, new TreeSet<>(op.groups()), op.readOnly(), false, false, op.touch(), guardOf(present));
        boolean again = present.partition().state(op.e()).outs().stream().anyMatch(o -> o.site().id() == op.site().id());
        State lent = present.with(present.partition().update(op.e(), r -> {
            RegionState rest = RegionSemantics.without(r, o -> again && o.site().id() == op.site().id());
            return rest.withOut(again ? out.lentAgain() : out);
        }));
        return portions.leave(lent, op.e(), out);
    }

    /** A walk over a collection hands its elements out one by one; only the walk itself may go on. */
    State moveElement(State state, RegionOp.MoveElement op) {
        Partition partition = state.partition();
        if (!partition.contains(op.e()) || partition.labelOf(op.e()).isFrozen()) {
            return state;
        }
        uses.elementLeaves(op.collection(), op.site());
        boolean lent = op.handle() != RegionOp.NONE || !op.groups().isEmpty();
        if (!mayHandOutElements(partition.labelOf(op.e()))) {
            // The elements are different objects: what the next round gives away is perhaps not what this one gave.
            return lent ? lend(state, new RegionOp.Lend(op.e(), op.handle(), op.groups(), false, op.site().tentative()))
                    : move(state, new RegionOp.Move(op.e(), OutEntry.Kind.MOVE, RegionOp.NONE, op.site().tentative()));
        }
        recordUse(state, op.e(), Touch.EVERYTHING);
        State present = uses.requirePresent(state, op.e(), Access.WRITE, Touch.EVERYTHING, op.site());
        askWhetherDisjoint(partition, op);
        if (!lent && partition.labelOf(op.e()) instanceof Label.Caller caller) {
            callersLetGo(present, caller, op.e(), Touch.EVERYTHING, op.site(), false);
        }
        TreeSet<String> groups = new TreeSet<>(op.groups());
        handedOut.add(op.collection());
        int handle = op.handle() == RegionOp.NONE ? OutEntry.NO_HANDLE : op.site().id();
        if (op.handle() != RegionOp.NONE) {
            present = present.withHandle(op.collection(), State.Handle.of(handle)).withHandle(op.handle(), State.Handle.of(handle)).startedAgain(handle);
        }
        OutEntry out = new OutEntry(op.site(), lent ? OutEntry.Kind.LEND : OutEntry.Kind.MOVE, handle, groups, false, lent, false, Touch.EVERYTHING, Map.of());
        Partition next = present.partition().update(op.e(), r -> r.withOut(out));
        if (next.contains(op.collection()) && mayHandOutElements(next.labelOf(op.collection()))) {
            next = next.update(op.collection(), r -> r.withOut(out));
        }
        State left = portions.leave(present.with(next), op.e(), out);
        return next.together(op.e(), op.collection()) ? left : portions.leave(left, op.collection(), out);
    }

    /** Tasks with portions of one array have the array in common, which no look at the heap can tell from sharing. */
    private void askWhetherDisjoint(Partition partition, RegionOp.MoveElement op) {
        boolean havePortions = Stream.of(op.e(), op.collection()).filter(partition::contains).anyMatch(e -> !partition.state(e).portions().isEmpty());
        journal.unproved(havePortions ? Unproved.RUNS_APART : Unproved.DISJOINT, havePortions ? "residual.check.ranges" : "residual.check.disjoint",
                List.of(method.nameOf(op.e())), op.site(), List.of());
    }

    /** Whether what is walked is this method's own, or its callers have let go of it. */
    private boolean mayHandOutElements(Label label) {
        return label instanceof Label.Free || label instanceof Label.Caller caller && caller.formals().stream().allMatch(this::isAsked);
    }

    State nextElement(State state, RegionOp.NextElement op) {
        Partition partition = state.partition();
        boolean handsOut = partition.contains(op.collection()) && handedOut.contains(op.collection())
                && mayHandOutElements(partition.labelOf(op.collection()));
        State.Handle ofAll = state.handles().get(op.collection());
        State next = state.withHandle(op.d(), ofAll == null ? null : new State.Handle(ofAll.sites(), false));
        if (handsOut) {
            return next.with(partition.fresh(op.d(), Label.FREE));
        }
        return next.with(partition.contains(op.value()) ? partition.assign(op.d(), op.value()) : partition.drop(op.d()));
    }

    /** Something was thrown that no declaration announces: nobody can wait for everything before that. */
    static State unforeseen(State state) {
        return state.withoutSlots().with(state.partition().updateAll(region -> {
            if (region.outs().stream().allMatch(OutEntry::excused)) {
                return region;
            }
            TreeSet<OutEntry> outs = new TreeSet<>();
            region.outs().forEach(out -> outs.add(out.excuse()));
            return region.withOuts(outs);
        }));
    }

    /** Whoever gets it may write it; a frozen value may be handed over all the same. */
    private void recordUse(State state, int element, Touch touch) {
        state.partition().members(element).stream().filter(method::isFormal).forEach(f -> journal.used(f, Access.UNKNOWN, touch));
    }

    /** Guards remember at most two facts; what was known beyond that is forgotten, which errs towards "moved". */
    private static Map<Integer, Boolean> guardOf(State state) {
        Map<Integer, Boolean> named = new TreeMap<>(state.facts());
        named.keySet().removeIf(fact -> fact >= RegionOp.FIRST_TEMPORARY);
        return named.size() <= Guards.MOST_LITERALS ? named : Map.of();
    }

    /** A callee has started a task over the object: the callers are concerned in their turn; who guards it decides as always. */
    private boolean mayGoOn(State state, RegionOp.Move op) {
        Label label = state.partition().labelOf(op.e());
        if (label instanceof Label.Caller caller) {
            caller.formals().stream().filter(f -> isAsked(f)).forEach(f -> journal.moved(f, op.touch(), op.site(), f == THIS && !op.touch().isWhole()));
            return true;
        }
        return label instanceof Label.Free || label instanceof Label.Shared || mayLeave(state, op.e(), op.touch(), op.site(), false);
    }

    private boolean isAsked(int formal) {
        return method.ownership(formal) == MethodContext.Ownership.INFERRED || method.ownership(formal) == MethodContext.Ownership.CALLERS;
    }

    boolean mayLeave(State state, int element, Touch touch, Site site, boolean comesBack) {
        RegionState region = state.partition().state(element);
        Label label = region.label();
        if (label instanceof Label.Free || label instanceof Label.MaybeFrozen) {
            if (!touch.isWhole() && state.partition().members(element).stream().anyMatch(method::isUnderConstruction)) {
                tellOverlap(element, touch, site);
            } else if (region.dirty() != null) {
                leaveToRuntime(region, element, site);
            } else {
                journal.proved(site);
            }
            return true;
        } else if (label instanceof Label.Caller caller) {
            return comesBack || callersLetGo(state, caller, element, touch, site, false);
        } else if (label instanceof Label.In in) {
            journal.violated("move.guarded", method.isOpaque(element) ? Certainty.POSSIBLE : in.claim().certainty(), Uses.worded("move.guarded", in.claim()),
                    List.of(method.nameOf(element), in.region().shown()), site, method.origin(element, in.region(), site));
        } else if (label instanceof Label.Was was) {
            uses.escaped(element, was, site);
        } else if (label instanceof Label.Shared) {
            if (touch.isNothing()) {
                return true;
            }
            // How it came to be shared is not to be seen where only a callee knows: no error without its reason.
            List<Violation.Step> origin = method.origin(element, null, site);
            boolean certain = !origin.isEmpty() && method.isPartOfShared(element) && (touch.isWhole() || method.overlap(touch, site).isPresent());
            report("move.shared", certain ? Certainty.WITNESSED : Certainty.POSSIBLE, element, "", site, origin);
        } else {
            leaveToRuntime(region, element, site);
            return true;
        }
        return false;
    }

    /** A task that is started over an object while it is made: what else touches the fields is not ordered with it. */
    private void tellOverlap(int element, Touch touch, Site site) {
        method.overlap(touch, site).ifPresent(overlap -> {
            List<Violation.Step> steps = new ArrayList<>(method.connection(THIS, element, site));
            steps.add(overlap);
            journal.violated("move.not.owned", Certainty.WITNESSED, "move.not.owned.this", List.of(method.nameOf(element), method.nameOf(THIS)), site, steps);
        });
    }

    /** Whether somebody else has it cannot be seen: unknown code may have kept it, or it has different owners on different paths. */
    private void leaveToRuntime(RegionState region, int element, Site site) {
        if (region.label() instanceof Label.Conflict) {
            journal.unproved(Unproved.ISOLATED, "residual.check.conflict", List.of(method.nameOf(element)), site, List.of());
            return;
        }
        Site kept = region.dirty();
        journal.touchedByUnaware(kept);
        journal.unproved(Unproved.ISOLATED, "residual.check.dirty", List.of(method.nameOf(element), kept.name()), site, List.of(
                new Violation.Step("step.unaware", List.of(method.nameOf(kept.element()), kept.name()), kept.at())));
    }

    /**
     * Whether all formals in the region may be given away by this method; if not, says so.
     *
     * @param byResult whether it comes back to those who wait for the result: whether they do, callers that are seen decide; others may go on
     */
    boolean callersLetGo(State state, Label.Caller caller, int element, Touch touch, Site site, boolean byResult) {
        boolean inferred = true;
        boolean told = false;
        for (int formal : caller.formals()) {
            boolean fields = formal == THIS && !touch.isWhole();
            if ((byResult || !fields) && isAsked(formal)) {
                continue;
            }
            Optional<Violation.Step> overlap = fields ? method.overlap(touch, site) : Optional.empty();
            Certainty certainty = certaintyOf(formal, touch, overlap.isPresent() && !byResult);
            told = fields;
            if (certainty == Certainty.UNPROVED) {
                continue;
            }
            inferred = fields && (byResult || isAsked(formal) && certainty == Certainty.POSSIBLE) && inferred;
            List<Violation.Step> steps = new ArrayList<>(method.connection(formal, element, site));
            overlap.ifPresent(steps::add);
            boolean itself = method.nameOf(element).equals(method.nameOf(formal));
            journal.violated("move.not.owned", certainty, (formal == THIS ? "move.not.owned.this" : "move.not.owned") + (itself ? ".same" : ""),
                    List.of(method.nameOf(element), method.nameOf(formal)), site, steps);
            break;
        }
        if (inferred) {
            boolean isTold = told;
            caller.formals().forEach(formal -> journal.moved(formal, formal == THIS ? touch.giving(false) : touch, site, isTold && formal == THIS));
        }
        return inferred;
    }

    /** A broken promise is certain, a caller that goes on is possible; of the object itself only what is touched counts. */
    private Certainty certaintyOf(int formal, Touch touch, boolean overlaps) {
        if (method.ownership(formal) == MethodContext.Ownership.BORROWED || method.isStrict()) {
            return Certainty.WITNESSED;
        }
        return overlaps ? Certainty.WITNESSED : touch.isNothing() ? Certainty.UNPROVED : Certainty.POSSIBLE;
    }

    private void report(String key, Certainty certainty, int element, String owner, Site site, List<Violation.Step> steps) {
        journal.violated(key, method.isOpaque(element) ? certainty.and(Certainty.POSSIBLE) : certainty, key, List.of(method.nameOf(element), owner), site, steps);
    }

    State freeze(State state, RegionOp.Freeze op) {
        if (!state.partition().contains(op.e()) || state.partition().labelOf(op.e()).isFrozen()) {
            return state;
        }
        State present = uses.requirePresent(state, op.e(), Access.WRITE, Touch.ANYTHING, op.site());
        if (!op.blocker().isEmpty()) {
            journal.violated("freeze.unfreezable", Certainty.WITNESSED, "freeze.unfreezable", List.of(method.nameOf(op.e()), op.blocker()), op.site(),
                    List.of());
            return present;
        }
        Label label = present.partition().labelOf(op.e());
        if (label instanceof Label.Was was) {
            uses.escaped(op.e(), was, op.site());
            return present;
        }
        if (label instanceof Label.Caller caller) {
            boolean inferred = caller.formals().stream().allMatch(f -> method.ownership(f) == MethodContext.Ownership.INFERRED);
            if (inferred) {
                caller.formals().forEach(journal::frozen);
            } else {
                report("freeze.not.owned", Certainty.WITNESSED, op.e(), uses.ownerOf(label), op.site(), List.of());
                return present;
            }
        } else if (label instanceof Label.In || label instanceof Label.Shared) {
            report("freeze.not.owned", Certainty.WITNESSED, op.e(), uses.ownerOf(label), op.site(), List.of());
            return present;
        }
        RegionState before = present.partition().state(op.e());
        if (label instanceof Label.Conflict || label instanceof Label.Free && before.dirty() != null) {
            leaveToRuntime(before, op.e(), op.site());
        } else {
            journal.frozenByOwnership(op.site());
        }
        Site why = op.site().as("step.frozen", op.e());
        return present.with(present.partition().update(op.e(), r -> new RegionState(Label.FROZEN, r.outs(), why)));
    }

    State publish(State state, int element, Site site) {
        if (!state.partition().contains(element) || state.partition().labelOf(element).isFrozen()) {
            return state;
        }
        Label label = state.partition().labelOf(element);
        if (label instanceof Label.Caller caller) {
            for (int formal : caller.formals()) {
                journal.published(formal);
                refuseBorrowed(formal, element, site);
            }
        } else if (label instanceof Label.In in) {
            uses.stored(element, in, site.name(), site);
            return state;
        } else if (label instanceof Label.Was was) {
            uses.escaped(element, was, site);
            return state;
        }
        return withAliasedSlots(state, element, site).with(state.partition().update(element, r -> r.withLabel(Label.SHARED)));
    }
}
