package dev.lungfish.checker.region;

import java.util.List;

/** What has to be back where a method is left ({@code static-core.md} 4.3). */
final class Exits {
    private final MethodContext method;
    private final Journal journal;
    private final Transfers transfers;
    private final Uses uses;

    Exits(MethodContext method, Journal journal, Transfers transfers, Uses uses) {
        this.method = method;
        this.journal = journal;
        this.transfers = transfers;
        this.uses = uses;
    }

    /** What was lent and is not back when the method is left has been moved, as far as the caller is concerned. */
    void exit(State left, RegionOp.Exit op) {
        State state = left.withoutRefuted();
        if (op.leaving() != null && state.partition().contains(op.result())) {
            State named = state.with(state.partition().assign(op.leaving().element(), op.result()));
            state = uses.requirePresent(named, op.leaving().element(), Access.READ, Touch.EVERYTHING, op.leaving());
        }
        for (int region : state.partition().allRegions()) {
            RegionState content = state.partition().state(region);
            if (content.label() instanceof Label.Caller caller) {
                boolean byResult = state.isLentToHandle(region, op.result());
                for (OutEntry out : content.outs()) {
                    int element = state.partition().contains(out.site().element()) ? out.site().element() : region;
                    if (out.kind() == OutEntry.Kind.LEND && !transfers.callersLetGo(state, caller, element, out.touch(), out.site(), byResult)) {
                        break;
                    }
                }
            }
        }
    }

    /** As {@link #exit}, by an exception. Who catches it is told where it goes on; where that is not seen, the loan is told. */
    void thrown(State state, Site site) {
        for (int region : state.partition().allRegions()) {
            RegionState content = state.partition().state(region);
            List<OutEntry> lent = content.outs().stream()
                    .filter(out -> out.kind() == OutEntry.Kind.LEND && !out.readOnly() && out.isActive(state.facts())).toList();
            if (content.label() instanceof Label.Caller caller && !lent.isEmpty()) {
                caller.formals().forEach(journal::leftBehind);
                boolean callersSeen = caller.formals().stream().map(method::ownership)
                        .allMatch(o -> o == MethodContext.Ownership.INFERRED || o == MethodContext.Ownership.CALLERS);
                if (!callersSeen) {
                    lent.stream().filter(out -> !out.excused()).findFirst().ifPresent(out -> leftOut(out.site(), caller.formals().first(), site));
                }
            }
        }
    }

    private void leftOut(Site loan, int formal, Site left) {
        Certainty certainty = method.isStrict() ? Certainty.WITNESSED : Certainty.POSSIBLE;
        journal.violated("move.not.owned", certainty, "move.not.owned.thrown", List.of(method.nameOf(loan.element()), method.nameOf(formal)), loan,
                left.at().isKnown() ? List.of(new Violation.Step("step.thrown", List.of(left.name()), left.at())) : List.of());
    }
}
