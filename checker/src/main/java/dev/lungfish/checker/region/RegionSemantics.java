package dev.lungfish.checker.region;

import dev.lungfish.checker.region.State.Opening;
import dev.lungfish.checker.region.State.SlotState;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The one place that says what each operation does to a state, and what it demands of it ({@code static-core.md} 3 and 4).
 *
 * <p>Pure: the new state depends on the old state, the operation and the method's declared contract only. Violations go to the journal; a
 * violated state is repaired, so that each deed is told once on each path.
 */
public final class RegionSemantics {
    private final MethodContext method;
    private final Journal journal;
    private final Transfers transfers;
    private final Uses uses;
    private final Exits exits;
    private final Slots slots;
    private final Homes homes;

    public RegionSemantics(MethodContext method, Journal journal) {
        this(method, journal, new TreeSet<>());
    }

    /**
     * @param handedOut the collections whose elements leave one by one, as far as known; what is met is added, and the body has to be solved
     *        again from the start if there was something, because earlier rounds took the element and its collection for one
     */
    public RegionSemantics(MethodContext method, Journal journal, Set<Integer> handedOut) {
        this.method = method;
        this.journal = journal;
        this.uses = new Uses(method, journal);
        this.transfers = new Transfers(method, journal, uses, handedOut);
        this.exits = new Exits(method, journal, transfers, uses);
        this.slots = new Slots(method, journal, transfers);
        this.homes = new Homes(method, journal, uses, transfers);
    }

    /** The state after the operation. */
    public State apply(State before, RegionOp op) {
        State state = Portions.joinWhatStays(before, op);
        if (op instanceof RegionOp.Fresh fresh) {
            return state.withHandle(fresh.d(), null).with(state.partition().fresh(fresh.d(), fresh.label()));
        } else if (op instanceof RegionOp.Promised promised) {
            Partition fresh = state.partition().fresh(promised.d(), Label.FROZEN);
            return state.withHandle(promised.d(), null).with(fresh.update(promised.d(), r -> new RegionState(Label.FROZEN, r.outs(), promised.why())));
        } else if (op instanceof RegionOp.StoreWritable stored) {
            uses.requireWritable(state, stored);
            return state;
        } else if (op instanceof RegionOp.Assign assign) {
            return assign(state, assign);
        } else if (op instanceof RegionOp.Merge merge) {
            return transfers.merge(state, merge);
        } else if (op instanceof RegionOp.Gather gather) {
            return transfers.gather(state, gather);
        } else if (op instanceof RegionOp.Heap heap) {
            return transfers.heap(state, heap);
        } else if (op instanceof RegionOp.Share share) {
            return Portions.share(state, share);
        } else if (op instanceof RegionOp.Spread spread) {
            return state.with(state.partition().spread(spread.heap(), spread.holder()));
        } else if (op instanceof RegionOp.Use use) {
            return transfers.portions().use(uses.use(state, use), use);
        } else if (op instanceof RegionOp.Move move) {
            return transfers.move(state, move);
        } else if (op instanceof RegionOp.Lend lend) {
            return transfers.lend(state, lend);
        } else if (op instanceof RegionOp.MoveElement element) {
            return transfers.moveElement(state, element);
        } else if (op instanceof RegionOp.NextElement next) {
            return transfers.nextElement(state, next);
        } else if (op instanceof RegionOp.Exit exit) {
            exits.exit(state, exit);
            return state;
        } else if (op instanceof RegionOp.ExitThrown thrown) {
            exits.thrown(state, thrown.site());
            return state;
        } else if (op instanceof RegionOp.Unforeseen) {
            return Transfers.unforeseen(state);
        } else if (op instanceof RegionOp.LeaveMonitor leave) {
            return leaveMonitor(state, leave);
        } else if (op instanceof RegionOp.Handles handles) {
            return state.withHandle(handles.variable(), State.Handle.of(handles.site()));
        } else if (op instanceof RegionOp.CopyHandle copy) {
            return copyHandle(state, copy);
        } else if (op instanceof RegionOp.OneHandle one) {
            State.Handle handle = state.handles().get(one.variable());
            return handle == null || handle.sites().size() <= 1 ? state : state.withHandle(one.variable(), new State.Handle(handle.sites(), false));
        } else if (op instanceof RegionOp.Await await) {
            return await(state, await);
        } else if (op instanceof RegionOp.AwaitGroup group) {
            return awaitGroup(state, group);
        } else if (op instanceof RegionOp.Open open) {
            journal.turned(open.region(), true);
            return state.withTurned(open.region(), opening -> opening.once(open.mode()));
        } else if (op instanceof RegionOp.Close close) {
            return close(state, close);
        } else if (op instanceof RegionOp.RequireOpen require) {
            return uses.requireOpen(state, require.region(), require.mode(), require.owner(), require.site());
        } else if (op instanceof RegionOp.Enter enter) {
            return homes.enter(state, enter);
        } else if (op instanceof RegionOp.Keep keep) {
            return homes.keep(state, keep);
        } else if (op instanceof RegionOp.Detach detach) {
            return homes.detach(state, detach);
        } else if (op instanceof RegionOp.Part part) {
            return homes.part(state, part);
        } else if (op instanceof RegionOp.RequireClosed closed) {
            return requireClosed(state, closed);
        } else if (op instanceof RegionOp.Freeze freeze) {
            return transfers.freeze(state, freeze);
        } else if (op instanceof RegionOp.RequireFrozen frozen) {
            return requireFrozen(state, frozen);
        } else if (op instanceof RegionOp.Publish publish) {
            return transfers.publish(state, publish.e(), publish.site());
        } else if (op instanceof RegionOp.TakeSlot take) {
            return slots.take(state, take);
        } else if (op instanceof RegionOp.PutSlot put) {
            return slots.put(state, put);
        } else if (op instanceof RegionOp.EmptySlot empty) {
            return slots.empty(state, empty);
        } else if (op instanceof RegionOp.CheckSlots check) {
            return slots.check(state, check);
        } else if (op instanceof RegionOp.Return returned) {
            return returned(state, returned);
        } else if (op instanceof RegionOp.Outcome outcome) {
            return outcome(state, outcome);
        } else if (op instanceof RegionOp.Fact fact) {
            return fact(state, fact);
        } else if (op instanceof RegionOp.Decide decide) {
            return state.with(state.conditions().decided(decide.variable(), decide.value()));
        } else if (op instanceof RegionOp.Assume assume) {
            return state.assuming(assume.variable(), assume.value());
        } else if (op instanceof RegionOp.Returning returning) {
            return state.with(state.conditions().returning(returning.result(), returning.variable()));
        } else if (op instanceof RegionOp.Dirty dirty) {
            return state.partition().contains(dirty.e()) && !state.partition().labelOf(dirty.e()).isFrozen()
                    ? state.with(state.partition().update(dirty.e(), r -> r.withDirty(dirty.site()))) : state;
        } else if (op instanceof RegionOp.Nest nest) {
            return nest(state, nest);
        } else if (op instanceof RegionOp.ParallelWrite write) {
            if (state.partition().contains(write.e()) && !state.partition().labelOf(write.e()).isFrozen()) {
                if (!write.inCommon()) {
                    uses.use(state, new RegionOp.Use(write.e(), Access.WRITE, write.site()));
                }
                journal.violated("capture.multi", Certainty.WITNESSED, write.inCommon() ? "capture.multi.together" : "capture.multi", List.of(method.nameOf(write.e())), write.site(), List.of());
            }
            return state;
        } else if (op instanceof RegionOp.Residual residual) {
            journal.unproved(residual.question(), residual.message(), List.of(residual.what()), residual.site(), List.of());
            return state;
        } else if (op instanceof RegionOp.NotUnderstood unknown) {
            return notUnderstood(state, unknown);
        }
        RegionOp.Report report = (RegionOp.Report) op;
        journal.violated(report.key(), report.certainty(), report.message(), report.names(), report.site(), List.of());
        return state;
    }

    private static State assign(State state, RegionOp.Assign assign) {
        State.Handle handle = state.handles().get(assign.s());
        // What was read out of an object need not be its own: that the object was waited for says nothing of it.
        State next = assign.d() == assign.s() ? state : state.withHandle(assign.d(), handle == null ? null : handle.ofPart());
        if (assign.s() == RegionOp.NONE || !state.partition().contains(assign.s())) {
            return next.with(state.partition().drop(assign.d()));
        }
        return next.with(state.partition().assign(assign.d(), assign.s()));
    }

    private static State copyHandle(State state, RegionOp.CopyHandle copy) {
        State.Handle theirs = state.handles().get(copy.other());
        State.Handle mine = state.handles().get(copy.variable());
        if (!copy.collect() || mine == null) {
            return theirs == null && copy.collect() ? state : state.withHandle(copy.variable(), theirs);
        }
        if (theirs == null) {
            return state;
        }
        TreeSet<Integer> all = new TreeSet<>(mine.sites());
        all.addAll(theirs.sites());
        return state.withHandle(copy.variable(), new State.Handle(all, true));
    }

    private State await(State state, RegionOp.Await await) {
        State.Handle handle = state.handles().get(await.variable());
        if (handle == null) {
            return state;
        }
        State back = !handle.exclusive() && !await.collective() ? state
                : comeBack(state, out -> handle.sites().contains(out.handle()) && (await.collective() || !out.many()));
        // Of many that left at one place, one has ended: this one.
        return handle.sites().stream().noneMatch(back::isOut) ? back
                : back.withHandle(await.variable(), handle.with(await.alone() ? State.Handle.Ended.ALL : State.Handle.Ended.ITSELF));
    }

    private State awaitGroup(State state, RegionOp.AwaitGroup await) {
        SortedSet<OutEntry> counted = state.partition().contains(await.counted()) ? state.partition().state(await.counted()).outs()
                : Collections.emptySortedSet();
        boolean tooMany = counted.size() > await.most() || await.most() <= 1 && counted.stream().anyMatch(OutEntry::many);
        return tooMany ? state : comeBack(state, out -> out.groups().contains(await.group()));
    }

    private State comeBack(State state, Predicate<OutEntry> waitedFor) {
        return state.with(state.partition().updateAll(region -> {
            region.outs().stream().filter(waitedFor).forEach(out -> journal.cameBack(out.site()));
            return without(region, waitedFor);
        }));
    }

    static RegionState without(RegionState region, Predicate<OutEntry> ended) {
        if (region.outs().stream().noneMatch(ended)) {
            return region;
        }
        TreeSet<OutEntry> rest = new TreeSet<>(region.outs());
        rest.removeIf(ended);
        return region.withOuts(rest);
    }

    private State close(State state, RegionOp.Close op) {
        RegionKey region = op.region();
        Opening now = state.open().get(region);
        if (now == null) {
            journal.turned(region, false);
            return state.with(state.conditions().turned(region, opening -> opening.released(op.mode()), Opening.NOT));
        }
        Opening rest = now.released(op.mode());
        State closed = state.withTurned(region, opening -> opening.released(op.mode()));
        if (rest.isHeld() || !now.isHeld()) {
            return closed;
        }
        return closed.with(closed.partition().updateAll(r -> r.withLabel(closedLabel(r.label(), region))));
    }

    private State leaveMonitor(State state, RegionOp.LeaveMonitor op) {
        if (!state.open().containsKey(op.scope())) {
            return state;
        }
        State whole = slots.check(state, new RegionOp.CheckSlots(op.slots(), op.site()));
        return close(whole.withOpen(op.scope(), Opening.NOT), new RegionOp.Close(op.region(), op.site()));
    }

    private static Label closedLabel(Label label, RegionKey region) {
        if (label instanceof Label.In in && in.region().equals(region)) {
            return new Label.Was(region, in.claim());
        } else if (label instanceof Label.Conflict conflict) {
            return conflict.labels().stream().map(l -> closedLabel(l, region)).reduce(Label::lub).orElse(label);
        }
        return label;
    }

    private State requireClosed(State state, RegionOp.RequireClosed closed) {
        state.open().keySet().stream().filter(open -> open.isWithin(closed.region())).sorted().findFirst()
                .ifPresent(open -> journal.violated("move.while.borrowed", Certainty.WITNESSED, "move.while.borrowed", List.of(closed.region().shown()),
                        closed.site(), method.origin(RegionOp.NONE, open, closed.site())));
        return state;
    }

    private State requireFrozen(State state, RegionOp.RequireFrozen op) {
        if (!state.partition().contains(op.e())) {
            return state;
        }
        Label label = state.partition().labelOf(op.e());
        if (!label.isFrozen()) {
            journal.violated("frozen.mutable.part", label instanceof Label.MaybeFrozen ? Certainty.POSSIBLE : Certainty.WITNESSED,
                    op.path().isEmpty() ? "frozen.mutable.part.value" : "frozen.mutable.part.path",
                    List.of(method.nameOf(op.e()), op.place(), op.path()), op.site(), List.of());
        }
        return state;
    }

    private State returned(State state, RegionOp.Return op) {
        if (!state.partition().contains(op.e())) {
            return state.with(state.partition().drop(op.result()));
        }
        boolean leaves = state.partition().labelOf(op.e()) instanceof Label.In in && !method.mayRequire(in.region()) && !method.callersHold(in.region());
        State used = leaves ? state : uses.use(state, new RegionOp.Use(op.e(), Access.READ, Touch.EVERYTHING, op.site()));
        Label label = used.partition().labelOf(op.e());
        if (leaves) {
            Label.In in = (Label.In) label;
            journal.violated("region.escape", in.claim().certainty(), Uses.worded("region.escape.returned", in.claim()),
                    List.of(method.nameOf(op.e()), in.region().shown()), op.site(), method.origin(op.e(), in.region(), op.site()));
        }
        slots.returned(used, op);
        if (op.isolated() && !(label instanceof Label.Free) && !label.isFrozen()) {
            journal.violated("return.not.owned", Certainty.WITNESSED, "return.not.owned", List.of(method.nameOf(op.e()), uses.ownerOf(label)),
                    op.site(), List.of());
        }
        return used.with(used.partition().assign(op.result(), op.e()));
    }

    private State nest(State state, RegionOp.Nest op) {
        Partition partition = state.partition();
        if (!partition.contains(op.child()) || !partition.contains(op.parent())) {
            return state;
        }
        if (partition.together(op.child(), op.parent())) {
            journal.violated("region.cycle", Certainty.WITNESSED, "region.cycle", List.of(method.nameOf(op.child()), method.nameOf(op.parent())), op.site(),
                    List.of());
            return state;
        }
        return state;
    }

    private static State outcome(State state, RegionOp.Outcome outcome) {
        Boolean known = outcome.value() == null ? state.facts().get(outcome.condition()) : outcome.value();
        State next = state.withoutRefuted().withFact(outcome.result(), known);
        return next.with(next.partition().updateAll(r -> {
            TreeSet<OutEntry> outs = new TreeSet<>();
            r.outs().forEach(out -> {
                Boolean value = known == null ? out.guard().get(outcome.condition()) : known;
                outs.add(value == null ? out : out.on(outcome.result(), value));
            });
            return outs.equals(r.outs()) ? r : r.withOuts(outs);
        }));
    }

    private static State fact(State state, RegionOp.Fact fact) {
        if (fact.value() != null) {
            return state.withFact(fact.variable(), fact.value());
        }
        State next = state.withoutRefuted().withFact(fact.variable(), null);
        return next.with(next.partition().updateAll(r -> {
            if (r.outs().stream().noneMatch(out -> out.guard().containsKey(fact.variable()))) {
                return r;
            }
            TreeSet<OutEntry> outs = new TreeSet<>();
            r.outs().forEach(out -> outs.add(out.without(fact.variable())));
            return r.withOuts(outs);
        }));
    }

    private State notUnderstood(State state, RegionOp.NotUnderstood op) {
        journal.violated("not.understood", Certainty.POSSIBLE, op.why(), List.of(op.site().name()), op.site(), List.of());
        State next = state;
        for (int e : op.touched()) {
            next = apply(next, new RegionOp.Dirty(e, op.site()));
        }
        return op.d() == RegionOp.NONE ? next : next.with(next.partition().fresh(op.d(), Label.FREE));
    }
}
