package dev.lungfish.checker.region;

import dev.lungfish.checker.region.State.SlotState;
import java.util.ArrayList;
import java.util.List;

/** Owning slots: fields that hold the only reference to the bridge of another region ({@code static-core.md} 10). */
final class Slots {
    private final MethodContext method;
    private final Journal journal;
    private final Transfers transfers;

    Slots(MethodContext method, Journal journal, Transfers transfers) {
        this.method = method;
        this.journal = journal;
        this.transfers = transfers;
    }

    State take(State state, RegionOp.TakeSlot op) {
        State there = state.partition().contains(op.slot()) ? state : state.with(state.partition().fresh(op.slot(), Label.FREE));
        SlotState now = there.slots().getOrDefault(op.slot(), SlotState.FULL);
        State held = now.kind() == SlotState.Kind.FULL ? there.withSlot(op.slot(), new SlotState(SlotState.Kind.HELD, op.site())) : there;
        return held.with(held.partition().assign(op.d(), op.slot()));
    }

    State put(State state, RegionOp.PutSlot op) {
        State moved = state;
        if (op.value() != RegionOp.NONE && state.partition().contains(op.value()) && !state.partition().labelOf(op.value()).isFrozen()) {
            for (int other : new ArrayList<>(state.slots().keySet())) {
                if (other != op.slot() && state.partition().together(other, op.value())
                        && state.slots().get(other).kind() == SlotState.Kind.HELD) {
                    moved = moved.withSlot(other, new SlotState(SlotState.Kind.TWICE, op.site(), state.slots().get(other).site()));
                }
            }
            boolean same = state.partition().together(op.slot(), op.value());
            moved = same ? moved : transfers.move(moved, new RegionOp.Move(op.value(), OutEntry.Kind.SLOT, RegionOp.NONE, op.site()));
        }
        return moved.with(moved.partition().fresh(op.slot(), Label.FREE)).withSlot(op.slot(), SlotState.FULL);
    }

    State empty(State state, RegionOp.EmptySlot op) {
        return state.with(state.partition().fresh(op.slot(), Label.FREE)).withSlot(op.slot(), new SlotState(SlotState.Kind.GONE, op.site()));
    }

    State check(State state, RegionOp.CheckSlots op) {
        State next = state;
        for (int slot : op.slots()) {
            SlotState slotState = state.slots().get(slot);
            if (slotState == null || slotState.kind() == SlotState.Kind.FULL || !state.partition().contains(slot)) {
                continue;
            }
            RegionState content = state.partition().state(slot);
            List<Violation.Step> steps = new ArrayList<>();
            if (slotState.kind() == SlotState.Kind.GONE) {
                Site taken = slotState.site();
                steps.add(new Violation.Step(taken.what(), List.of(method.nameOf(taken.element()), taken.name()), taken.at()));
            }
            content.outs().stream().filter(out -> out.isActive(state.facts())).map(OutEntry::site).distinct()
                    .forEach(out -> steps.add(new Violation.Step(out.what(), List.of(method.nameOf(out.element()), out.name()), out.at())));
            if (slotState.kind() == SlotState.Kind.TWICE) {
                journal.violated("region.two.owners", Certainty.WITNESSED, "region.two.owners.slot", List.of(method.nameOf(slot)), slotState.site(),
                        twoOwners(slot, slotState, op.site()));
            } else if (slotState.kind() == SlotState.Kind.ALIASED) {
                journal.violated("isolated.aliased", Certainty.WITNESSED, "isolated.aliased",
                        List.of(method.nameOf(slot), method.nameOf(slotState.site().element())), slotState.site(), twoOwners(slot, slotState, op.site()));
            } else if (!steps.isEmpty()) {
                journal.violated("isolated.not.restored", Certainty.WITNESSED, "isolated.not.restored", List.of(method.nameOf(slot)), op.site(), steps);
            }
            next = next.with(next.partition().fresh(slot, Label.FREE)).withSlot(slot, SlotState.FULL);
        }
        return next;
    }

    private List<Violation.Step> twoOwners(int slot, SlotState state, Site left) {
        return List.of(new Violation.Step("step.taken", List.of("the content of " + method.nameOf(slot), state.read().name()), state.read().at()),
                new Violation.Step("step.still.owned", List.of(method.nameOf(slot)), left.at()));
    }

    void returned(State state, RegionOp.Return op) {
        state.slots().forEach((slot, slotState) -> {
            if (slotState.kind() == SlotState.Kind.HELD && state.partition().together(slot, op.e())) {
                journal.violated("isolated.aliased", Certainty.WITNESSED, "isolated.aliased.returned", List.of(method.nameOf(slot)), op.site(), List.of());
            }
        });
    }
}
