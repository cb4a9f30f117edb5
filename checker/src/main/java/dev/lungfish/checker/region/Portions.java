package dev.lungfish.checker.region;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What becomes of arrays in which tasks have places of their own, and of what tasks only read: the tasks are not joined to it, so that many of them
 * may have it at once, but wherever one is used or leaves, so do its portions.
 */
final class Portions {
    private final MethodContext method;
    private final Journal journal;
    private final Uses uses;
    private final Transfers transfers;

    Portions(MethodContext method, Journal journal, Uses uses, Transfers transfers) {
        this.method = method;
        this.journal = journal;
        this.uses = uses;
        this.transfers = transfers;
    }

    /** A task gets a portion of something. */
    static State share(State state, RegionOp.Share op) {
        if (!state.partition().contains(op.e()) || !state.partition().contains(op.whole())) {
            return state;
        }
        Partition named = state.partition().assign(op.portion().of(), op.whole());
        return state.with(named.update(op.e(), r -> r.withPortion(op.portion())));
    }

    /** Whoever uses the task touches its portions. */
    State use(State state, RegionOp.Use op) {
        State next = state;
        if (op.access().compareTo(Access.IDENTITY) > 0 && state.partition().contains(op.e())) {
            for (Portion portion : state.partition().state(op.e()).portions()) {
                next = touch(next, portion, at(op.site(), portion));
            }
        }
        return next;
    }

    private State touch(State state, Portion portion, Site site) {
        if (!state.partition().contains(portion.of())) {
            return state;
        }
        state.partition().members(portion.of()).stream().filter(method::isFormal).forEach(f -> journal.used(f, portion.access(), Touch.EVERYTHING));
        return uses.requirePresent(state, portion.of(), portion.onlyReads() ? Access.READ : Access.WRITE, Touch.EVERYTHING, site, portion);
    }

    /** The task leaves in this way, and takes its portions along until it comes back. */
    State leave(State state, int task, OutEntry way) {
        if (!state.partition().contains(task)) {
            return state;
        }
        State next = state;
        for (Portion portion : state.partition().state(task).portions()) {
            next = leave(next, portion, way);
        }
        return next;
    }

    private State leave(State state, Portion portion, OutEntry way) {
        if (!state.partition().contains(portion.of()) || state.partition().labelOf(portion.of()).isFrozen()) {
            return state;
        }
        Site site = at(way.site(), portion);
        State present = touch(state, portion, site);
        if (!transfers.mayLeave(present, portion.of(), Touch.EVERYTHING, site, way.kind() == OutEntry.Kind.LEND)) {
            return present;
        }
        SortedSet<OutEntry> before = present.partition().state(portion.of()).outs();
        TreeSet<OutEntry> outs = new TreeSet<>(before);
        boolean again = outs.removeIf(out -> out.site().id() == site.id() && portion.equals(out.portion()));
        OutEntry out = way.of(site, portion);
        outs.add(again ? out.lentAgain() : out);
        return present.with(present.partition().update(portion.of(), r -> r.withOuts(outs)));
    }

    private static Site at(Site site, Portion portion) {
        return site.at(site.at(), portion.of());
    }

    /** Where somebody gets a task of whom nothing more is known, it is joined to all that it touches from here on. */
    static State joinWhatStays(State state, RegionOp op) {
        if (op instanceof RegionOp.Merge merge) {
            return isFree(state, merge.holder()) && isFree(state, merge.value()) ? state : join(join(state, merge.holder()), merge.value());
        } else if (op instanceof RegionOp.Return returned) {
            return join(state, returned.e());
        } else if (op instanceof RegionOp.Publish publish) {
            return join(state, publish.e());
        } else if (op instanceof RegionOp.Freeze freeze) {
            return join(state, freeze.e());
        } else if (op instanceof RegionOp.Keep keep) {
            return join(state, keep.e());
        } else if (op instanceof RegionOp.PutSlot put) {
            return join(state, put.value());
        } else if (op instanceof RegionOp.Dirty dirty) {
            return join(state, dirty.e());
        } else if (op instanceof RegionOp.Nest nest) {
            return join(state, nest.child());
        }
        return state;
    }

    private static boolean isFree(State state, int element) {
        return !state.partition().contains(element) || state.partition().labelOf(element) instanceof Label.Free;
    }

    private static State join(State state, int task) {
        if (!state.partition().contains(task) || state.partition().state(task).portions().isEmpty()) {
            return state;
        }
        Partition next = state.partition();
        for (Portion portion : next.state(task).portions()) {
            next = next.contains(portion.of()) ? next.merge(task, portion.of()) : next;
        }
        return state.with(next.update(task, RegionState::withoutPortions));
    }
}
