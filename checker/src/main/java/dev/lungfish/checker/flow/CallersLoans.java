package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Which loans of its callers a body ends, and how its result tells of its own. For each thread and future among its parameters, and each
 * executor and latch that it waits for, something that nobody else has is lent when it begins: if that is back at the end, so is what callers lent.
 */
record CallersLoans(World world, Body body, ElementTable elements, Translator translator) {
    static final String THIS = "this";

    /** What is lent when the body begins. */
    List<RegionOp> atEntry() {
        List<RegionOp> ops = new ArrayList<>();
        handles().forEach((formal, handle) -> lend(elements.loanTo(handle.getSimpleName().toString()), elements.local(handle), Set.of(), ops));
        if (isThread()) {
            lend(elements.loanTo(THIS), 0, Set.of(), ops);
        }
        elements.loanGroups().forEach(group -> ops.add(new RegionOp.Fresh(elements.loanTo(group), Label.FREE)));
        groups().forEach(group -> lend(elements.loanTo(group), RegionOp.NONE, group.ending(), ops));
        return ops;
    }

    private void lend(int loan, int handle, Set<String> groups, List<RegionOp> ops) {
        ops.add(new RegionOp.Fresh(loan, Label.FREE));
        ops.add(new RegionOp.Lend(loan, handle, groups, true, translator.site(body.tree(), loan, "step.lent")));
    }

    /** Whether the body is a method of a thread, which may wait for the thread itself. */
    private boolean isThread() {
        return !body.isLambda() && body.method() != null && body.method().getKind() == ElementKind.METHOD && !body.method().getModifiers().contains(Modifier.STATIC)
                && world.isThread(body.type());
    }

    private Map<Integer, VariableElement> handles() {
        Map<Integer, VariableElement> handles = new TreeMap<>();
        for (int i = 0; i < body.parameters().size(); i++) {
            if (world.canBeWaitedFor(body.parameters().get(i).asType())) {
                handles.put(i + 1, body.parameters().get(i));
            }
        }
        return handles;
    }

    /** The groups that the body waits for, as far as is known by now, and that callers have a name for. */
    private List<LoanGroup> groups() {
        return body.isLambda() ? List.of() : elements.loanGroups().stream().filter(this::isKnownToCallers).toList();
    }

    private boolean isKnownToCallers(LoanGroup group) {
        String base = group.owner().base();
        boolean isParameter = body.parameters().stream().anyMatch(p -> world.variable(p).equals(base));
        return isParameter || group.kind() != LoanGroup.Kind.CLOSED && (base.equals("this") || base.startsWith("static:"));
    }

    /**
     * What is back at the end.
     *
     * @param exit null if the body never ends normally
     * @param moved the formals that leave
     */
    Loans atExit(State exit, Set<Integer> moved) {
        if (exit == null) {
            return Loans.NONE;
        }
        Set<Integer> ended = new TreeSet<>();
        if (isThread() && isBack(elements.loanTo(THIS), exit)) {
            ended.add(0);
        }
        handles().forEach((formal, handle) -> {
            if (isBack(elements.loanTo(handle.getSimpleName().toString()), exit)) {
                ended.add(formal);
            }
        });
        Set<LoanGroup> groups = new TreeSet<>(groups());
        groups.removeIf(group -> !isBack(elements.loanTo(group), exit));
        Set<Integer> byResult = new TreeSet<>(moved);
        byResult.removeIf(formal -> !exit.partition().contains(formal) || !exit.isLentToHandle(formal, elements.result()));
        Set<Integer> ifTrue = new TreeSet<>(moved);
        ifTrue.removeIf(formal -> !exit.partition().contains(formal) || !exit.hasLeftOnlyIf(formal, elements.result()));
        return new Loans(ended, groups, byResult, ifTrue);
    }

    private static boolean isBack(int loan, State exit) {
        return exit.partition().contains(loan) && !exit.partition().hasLeft(loan);
    }
}
