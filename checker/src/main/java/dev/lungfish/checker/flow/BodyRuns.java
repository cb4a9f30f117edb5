package dev.lungfish.checker.flow;

import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.OutEntry;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.Touch;
import dev.lungfish.checker.residual.HandOver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/** Lowers what a run of a summarized body does to the elements that its formals stand for. */
final class BodyRuns {
    private final World world;
    private final ElementTable elements;
    private final Translator translator;
    private final Summaries summaries;
    private final Calls calls;
    private final Waiting waiting;

    BodyRuns(World world, ElementTable elements, Translator translator, Summaries summaries, Calls calls) {
        this.world = world;
        this.elements = elements;
        this.translator = translator;
        this.summaries = summaries;
        this.calls = calls;
        this.waiting = new Waiting(world);
    }

    /**
     * The effects of one run.
     *
     * @param actual the element that a formal stands for, or {@link RegionOp#NONE}
     * @param declaredElsewhere the formals whose use and hand-over their declarations tell
     * @param call null where no call is seen: a lambda that somebody runs
     */
    void apply(Summary summary, IntUnaryOperator actual, IntPredicate declaredElsewhere, Calls.Call call, Site site, Lowered out) {
        summary.uses().forEach((formal, access) -> {
            int element = actual.applyAsInt(formal);
            if (access.compareTo(Access.IDENTITY) > 0 && element != RegionOp.NONE && !declaredElsewhere.test(formal) && !isHandle(call, formal)) {
                boolean itself = formal == 0 && call != null && !call.isCreation() && world.loners().readsOnlyItself(call.method());
                out.add(new RegionOp.Use(element, access, summary.touches().of(formal), itself, useSite(call, formal, element, site)));
            }
        });
        for (Summary.Requirement need : summary.required()) {
            Site at = call == null ? site.at(need.at(), site.element()) : site;
            Optional<RegionKey> needed = call == null ? Optional.of(need.region()) : calls.needed(need.region(), call, at);
            needed.ifPresent(region -> out.add(new RegionOp.RequireOpen(region, need.mode(), ownerOf(call), at)));
        }
        connect(summary, actual, call, site, out);
        for (int formal : summary.moved()) {
            if (actual.applyAsInt(formal) != RegionOp.NONE && !declaredElsewhere.test(formal) && !summary.leavesWithAnEarlier(formal)) {
                move(summary, formal, actual.applyAsInt(formal), call, site, out);
            }
        }
        escape(summary, actual, call, site, out);
        for (int formal : summary.frozen()) {
            out.add(new RegionOp.Freeze(actual.applyAsInt(formal), "", site.at(site.at(), actual.applyAsInt(formal))));
        }
        // What the callee put under a lock is out of reach when it returns, whatever else it did with it.
        summary.kept().forEach((formal, regions) -> regions.forEach(region -> {
            int element = actual.applyAsInt(formal);
            if (element != RegionOp.NONE) {
                RegionKey seen = rebase(region, call).orElse(region);
                out.add(new RegionOp.Keep(seen, ownerOf(call), element, elements.homeOf(seen), site.at(site.at(), element)));
            }
        }));
        summary.opened().forEach(opened -> rebase(opened.region(), call).ifPresent(key -> open(opened, new RegionOp.Open(key, opened.mode(), site), out)));
        summary.closed().forEach(region -> rebase(region, call).ifPresent(key -> out.add(new RegionOp.Close(key, site))));
    }

    private static void open(Summary.Opened opened, RegionOp open, Lowered out) {
        if (opened.when() == null) {
            out.add(open);
        } else if (opened.when()) {
            out.ifTrue(open);
        } else {
            out.ifFalse(open);
        }
    }

    private static void connect(Summary summary, IntUnaryOperator actual, Calls.Call call, Site site, Lowered out) {
        for (Summary.Pair pair : summary.pairs()) {
            Site kept = call == null && pair.at().isKnown() ? site.at(pair.at(), site.element()) : site;
            merge(actual.applyAsInt(pair.holder()), actual.applyAsInt(pair.value()), pair.isLoose() ? kept.tentative() : kept, out);
        }
        for (Set<Integer> group : summary.groups()) {
            if (call != null && call.isCreation() && group.contains(0)) {
                List<Integer> values = group.stream().filter(formal -> formal != 0).map(actual::applyAsInt).filter(e -> e != RegionOp.NONE).toList();
                out.add(new RegionOp.Gather(call.made(), values, site.as("step.connected", call.made())));
                continue;
            }
            int first = RegionOp.NONE;
            for (int formal : group) {
                int element = actual.applyAsInt(formal);
                if (first != RegionOp.NONE && element != RegionOp.NONE) {
                    merge(first, element, site.tentative(), out);
                }
                first = first == RegionOp.NONE ? element : first;
            }
        }
    }

    /** A task over its receiver that a callee started was told there, unless it comes back: here it is lent, and only its fields are touched. */
    private void move(Summary summary, int formal, int element, Calls.Call call, Site site, Lowered out) {
        Touch touch = summary.touches().ofMoved(formal);
        boolean overFields = call != null && formal == 0 && !touch.isWhole();
        boolean comesBack = call != null && (isHandle(call, formal) || summary.loans().byResult().contains(formal));
        Site moved = site.as(overFields ? "step.lent" : "step.moved", element);
        moved = summary.touches().perhaps().contains(formal) ? moved.tentative() : moved;
        translator.values().takes(moved, nodeOf(call, formal));
        boolean ifTrue = summary.loans().ifTrue().contains(formal);
        translator.values().gives(moved, nodeOf(call, formal), ifTrue ? HandOver.Happens.TRUE : HandOver.Happens.RETURNED);
        if (!overFields) {
            out.add(new RegionOp.Use(element, Access.UNKNOWN, touch, useSite(call, formal, element, site)));
        }
        if (call != null && summaries.callersDecide(call.method(), formal)) {
            summaries.assume(moved.at(), call.method(), formal);
        }
        Optional<Integer> walked = call == null || overFields ? Optional.empty()
                : waiting.walkedCollection(nodeOf(call, formal), elements, calls.walks(), Set.of());
        if (walked.isPresent()) {
            translator.values().takesElementsOf(moved, walked.get());
            out.add(new RegionOp.MoveElement(element, walked.get(), comesBack ? call.made() : RegionOp.NONE, Set.of(), moved));
        } else if (comesBack) {
            out.add(new RegionOp.Lend(element, isHandle(call, formal) ? element : call.made(), Set.of(), false, touch, moved));
        } else {
            int condition = call != null && ifTrue ? conditionOf(call, out) : RegionOp.NONE;
            out.add(new RegionOp.Move(element, overFields ? OutEntry.Kind.TASK : OutEntry.Kind.MOVE, condition, touch, moved));
        }
    }

    /** The boolean that tells later whether the call returned true. */
    private int conditionOf(Calls.Call call, Lowered out) {
        int condition = waiting.conditionVariable(call.node(), elements).orElse(call.made());
        out.add(new RegionOp.Fact(condition, null));
        out.ifTrue(new RegionOp.Fact(condition, true));
        out.ifFalse(new RegionOp.Fact(condition, false));
        return condition;
    }

    /** What a call has waited for is back. */
    void giveBack(Summary summary, Calls.Call call, Site site, Lowered out) {
        Loans loans = summary.loans();
        for (int formal : loans.ended()) {
            Optional.ofNullable(nodeOf(call, formal)).ifPresent(handle -> out.add(new RegionOp.Await(elements.of(handle), false)));
            if (formal == 0 && call.receiver() != null && summary.uses().getOrDefault(0, Access.NONE).compareTo(Access.IDENTITY) > 0) {
                // What the callee touched of the thread after it had ended must still be here; where it threw, the thread may not have ended.
                out.keptOn(new RegionOp.Use(elements.of(call.receiver()), summary.uses().get(0), site.at(site.at(), elements.of(call.receiver()))), List.of("*"));
            }
        }
        for (LoanGroup group : new TreeSet<>(loans.groups())) {
            rebase(group.owner(), call).map(owner -> closedBy(call, group) ? new LoanGroup(LoanGroup.Kind.ALL, owner) : group.of(owner))
                    .ifPresent(ended -> out.add(ending(ended, parameterOf(call, group), isParty(parameterOf(call, group)))));
        }
    }

    /** Whether who waits for a latch or barrier may have arrived at it by that. */
    private boolean isParty(Node latch) {
        return latch != null && world.program().types().asElement(latch.getType()) instanceof TypeElement type
                && ElementFilter.methodsIn(type.getEnclosedElements()).stream().flatMap(method -> world.model(method, type).stream())
                .anyMatch(model -> model.has(Effect.AwaitLatch.class) && model.has(Effect.CountDown.class));
    }

    /**
     * The end of all loans of a group.
     *
     * @param owner the executor or latch, or null
     * @param arrives whether who waits for it counts it down by that
     */
    RegionOp ending(LoanGroup group, Node owner, boolean arrives) {
        int counted = elements.loanTo(group);
        int most = owner == null || !group.isCounted() ? Latches.NO_LIMIT : new Latches(world, null).most(owner, waiting.initializerOf(owner), arrives);
        return new RegionOp.AwaitGroup(group.name(), counted, most);
    }

    /** Whether a method closes an executor that it was given, and closing that one waits for its tasks. */
    private boolean closedBy(Calls.Call call, LoanGroup group) {
        return group.kind() == LoanGroup.Kind.CLOSED && waiting.waitsForAll(parameterOf(call, group));
    }

    /** The argument that owns the group, or null if it is no argument. */
    private Node parameterOf(Calls.Call call, LoanGroup group) {
        List<? extends VariableElement> parameters = call.method().getParameters();
        return group.owner().fields().isEmpty() ? IntStream.range(0, parameters.size()).filter(i -> world.variable(parameters.get(i)).equals(group.owner().base()))
                .mapToObj(i -> nodeOf(call, i + 1)).findFirst().orElse(null) : null;
    }

    /** What is still lent when an exception ends the body, what others can reach afterwards, what unknown code may have kept. */
    private void escape(Summary summary, IntUnaryOperator actual, Calls.Call call, Site site, Lowered out) {
        for (int formal : summary.leftBehind()) {
            int element = actual.applyAsInt(formal);
            if (call != null && element != RegionOp.NONE && !summary.moved().contains(formal)) {
                Site lent = site.as("step.lent", element);
                out.alsoOn(new RegionOp.Lend(element, RegionOp.NONE, Set.of(), false, lent), List.of("*"));
            }
        }
        for (int formal : summary.published()) {
            out.add(new RegionOp.Publish(actual.applyAsInt(formal), site.at(site.at(), actual.applyAsInt(formal))));
        }
        for (int formal : summary.dirty()) {
            int element = formal == Summary.RESULT ? RegionOp.NONE : actual.applyAsInt(formal);
            if (element != RegionOp.NONE) {
                Site kept = site.at(site.at(), element);
                translator.values().takes(kept, nodeOf(call, formal));
                out.add(new RegionOp.Dirty(element, kept));
            }
        }
    }

    private Optional<RegionKey> rebase(RegionKey region, Calls.Call call) {
        return call == null ? Optional.of(region) : calls.rebase(region, call);
    }

    private int ownerOf(Calls.Call call) {
        return call == null ? RegionOp.NONE : calls.ownerOf(call);
    }

    /** A task that is its own future: it gives back what it has when it completes, whoever runs it. */
    private boolean isHandle(Calls.Call call, int formal) {
        return call != null && formal >= 1 && formal - 1 < call.arguments().size() && world.verdicts().isTask(call.arguments().get(formal - 1).getType());
    }

    /** The receiver or argument that a formal stands for, or null. */
    private static Node nodeOf(Calls.Call call, int formal) {
        if (call == null) {
            return null;
        }
        return formal == 0 ? call.receiver() : formal - 1 < call.arguments().size() ? call.arguments().get(formal - 1) : null;
    }

    /** The argument that a formal stands for is told where it is written; the receiver and captured values at the call. */
    private Site useSite(Calls.Call call, int formal, int element, Site site) {
        Node written = nodeOf(call, formal);
        return written == null || written.getTree() == null ? site.at(site.at(), element)
                : site.at(translator.placeOf(written), element);
    }

    private static void merge(int holder, int value, Site site, Lowered out) {
        if (holder != RegionOp.NONE && value != RegionOp.NONE && holder != value) {
            Site connected = site.as("step.connected", value);
            out.add(new RegionOp.Merge(holder, value, site.certainty() == Certainty.WITNESSED ? connected : connected.tentative()));
        }
    }
}
