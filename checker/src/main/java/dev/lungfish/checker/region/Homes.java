package dev.lungfish.checker.region;

import java.util.List;

/**
 * What lies in the regions of locks, cowns and {@code Region}s ({@code static-core.md} 11). The content of such a region is one, but for parts to
 * which one field alone leads: what was read out of such a field leaves the region when the field is overwritten before the region is closed.
 *
 * <p>Errs towards "still inside": a part that came together with another one, or with the rest, never leaves.
 */
final class Homes {
    private final MethodContext method;
    private final Journal journal;
    private final Uses uses;
    private final Transfers transfers;

    Homes(MethodContext method, Journal journal, Uses uses, Transfers transfers) {
        this.method = method;
        this.journal = journal;
        this.uses = uses;
        this.transfers = transfers;
    }

    State enter(State state, RegionOp.Enter enter) {
        Partition partition = state.partition();
        if (uses.ownerIsFree(state, enter.owner())) {
            return state.with(partition.assign(enter.d(), enter.owner()));
        }
        State forgotten = state.withHandle(enter.d(), null);
        if (enter.told() && !state.isOpen(enter.region(), RegionKey.Mode.READ) && !method.mayRequire(enter.region())) {
            return forgotten.with(partition.fresh(enter.d(), Label.FREE));
        }
        Partition at = atHome(partition, enter.home(), new Label.In(enter.region(), enter.claim()));
        return forgotten.with(at.assign(enter.d(), enter.home()));
    }

    /** What the home stands for while the region is open; after the region was closed, and at first, that is nothing that has a name already. */
    private static Partition atHome(Partition partition, int home, Label.In label) {
        return isInside(partition, home, label.region()) ? partition : partition.fresh(home, label);
    }

    private static boolean isInside(Partition partition, int element, RegionKey region) {
        return partition.contains(element) && partition.labelOf(element) instanceof Label.In in && in.region().equals(region);
    }

    State keep(State state, RegionOp.Keep op) {
        if (!state.partition().contains(op.e()) || state.partition().labelOf(op.e()).isFrozen()) {
            return state;
        }
        if (uses.ownerIsFree(state, op.owner())) {
            return transfers.merge(state, new RegionOp.Merge(op.owner(), op.e(), op.site()));
        }
        Label label = state.partition().labelOf(op.e());
        boolean open = state.open().containsKey(op.region()) || method.mayRequire(op.region());
        Claim claim = transfers.claimOn(op.e(), op.claim());
        if (label instanceof Label.Free) {
            Label next = open ? new Label.In(op.region(), claim) : new Label.Was(op.region(), claim);
            return settle(state.with(state.partition().update(op.e(), r -> r.withLabel(next))), op);
        }
        if (label instanceof Label.Caller caller) {
            transfers.keep(caller, op.region(), op.e(), claim == Claim.PERHAPS, op.site());
            boolean passing = caller.formals().stream().anyMatch(f -> f.equals(method.elementOfBase(op.region())));
            return open || passing || claim == Claim.PERHAPS ? state
                    : state.with(state.partition().update(op.e(), r -> r.withLabel(new Label.Was(op.region(), claim))));
        }
        if (label instanceof Label.In in && !in.region().equals(op.region())) {
            transfers.crossing(op.e(), in, op.region(), op.site());
        } else if (label instanceof Label.In) {
            return settle(state, op);
        } else if (label instanceof Label.Was was) {
            uses.escaped(op.e(), was, op.site());
        } else if (label instanceof Label.Shared) {
            journal.violated("region.cross.reference", Certainty.POSSIBLE, "region.cross.reference.shared",
                    List.of(method.nameOf(op.e()), op.region().shown()), op.site(), List.of());
        }
        return state;
    }

    /** What has come into the open region is from here on what its home stands for, too. */
    private State settle(State state, RegionOp.Keep op) {
        boolean inside = isInside(state.partition(), op.e(), op.region());
        return inside ? state.with(atHome(state.partition(), op.home(), (Label.In) state.partition().labelOf(op.e())).merge(op.home(), op.e())) : state;
    }

    State part(State state, RegionOp.Part op) {
        Partition partition = state.partition();
        if (!partition.contains(op.s())) {
            return state.with(partition.drop(op.d()));
        }
        boolean perhaps = partition.labelOf(op.s()) instanceof Label.In in && in.claim() == Claim.GUARDED;
        return state.with(perhaps ? partition.fresh(op.d(), new Label.In(((Label.In) partition.labelOf(op.s())).region(), Claim.PERHAPS))
                : partition.assign(op.d(), op.s()));
    }

    State detach(State state, RegionOp.Detach op) {
        Partition partition = state.partition();
        boolean open = state.isOpen(op.region(), RegionKey.Mode.WRITE) || method.mayRequire(op.region());
        if (!isInside(partition, op.home(), op.region()) || !open || partition.members(op.home()).stream().anyMatch(other -> other != op.home() && method.isHome(other))) {
            return state;
        }
        return state.with(partition.update(op.home(), r -> r.withLabel(Label.FREE)).drop(op.home()));
    }
}
