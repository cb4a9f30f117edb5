package dev.lungfish.checker.flow;

import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.Guard;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Label;
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
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/** Lowers what a model says of hand-over: moved, lent or frozen. */
final class HandOvers {
    private final CallPlaces at;
    private final Calls.Call call;
    private final MethodModel model;
    private final Lowered out;
    private final World world;
    private final ElementTable elements;
    private final ValuePlaces values;

    HandOvers(CallPlaces at) {
        this.at = at;
        this.call = at.call();
        this.model = at.model();
        this.out = at.out();
        this.world = at.with().world();
        this.elements = at.with().elements();
        this.values = at.with().translator().values();
    }

    void move(Effect.Move move) {
        for (Place place : at.placesOf(move.what())) {
            Node argument = at.node(place);
            int element = at.element(place);
            if (element == RegionOp.NONE || !movesSomething(place, argument) || isMark(argument)) {
                continue;
            }
            SharedContainers.Sight sight = model.has(Effect.Shared.class) ? at.with().sharing().of(containerOf(place)) : SharedContainers.Sight.SHARED;
            if (sight == SharedContainers.Sight.LOCAL) {
                continue;
            }
            Site site = sight == SharedContainers.Sight.SHARED ? at.site(element, "step.moved") : at.site(element, "step.moved").tentative();
            at.left(place);
            values.takes(site, argument);
            values.gives(site, argument, move.when() == Guard.IF_TRUE ? HandOver.Happens.TRUE : happens(move.keptOn()));
            Touch touch = touchOf(place, argument);
            if (argument != null) {
                at.with().calls().handleMustBeClosed(argument, site, out);
                out.add(new RegionOp.Use(element, Access.UNKNOWN, touch, site.at(at.with().translator().pointOf(argument.getTree()), element)));
            }
            if (place instanceof Place.This && at.with().waiting().isNested(argument)) {
                // The handle of a child leaves without its parent: nothing in the one refers to the other.
                out.add(new RegionOp.Fresh(element, Label.FREE));
            }
            RegionOp op = leaving(place, argument, element, move.when() == Guard.IF_TRUE ? condition() : RegionOp.NONE, touch, site);
            out.keptOn(op, move.keptOn());
            if (move.when() == Guard.IF_TRUE) {
                out.ifTrue(new RegionOp.Fact(condition(), true));
                out.ifFalse(new RegionOp.Fact(condition(), false));
            }
        }
    }

    /** How something leaves for good: as an element of the collection that is walked, until a latch is down, or simply moved. */
    private RegionOp leaving(Place place, Node argument, int element, int condition, Touch touch, Site site) {
        Set<String> latches = countedDownBy(argument, site);
        if (!latches.isEmpty()) {
            return new RegionOp.Lend(element, RegionOp.NONE, latches, readsOnly(place, argument), touch, site);
        }
        Optional<Integer> walked = at.with().waiting().walkedCollection(argument, elements, at.with().calls().walks(), apartFrom(argument));
        if (walked.isPresent()) {
            values.takesElementsOf(site, walked.get());
            runAll(argument);
            return new RegionOp.MoveElement(element, walked.get(), RegionOp.NONE, Set.of(), site);
        }
        if (isTask(argument)) {
            return new RegionOp.Lend(element, element, Set.of(), false, touch, site);
        }
        return new RegionOp.Move(element, OutEntry.Kind.MOVE, condition, touch, site);
    }

    private static HandOver.Happens happens(List<String> keptOn) {
        return keptOn.isEmpty() ? HandOver.Happens.CALLED : HandOver.Happens.RETURNED;
    }

    /** What a loop takes out of a collection is run in another thread: so are all its elements, at the same time. */
    private void runAll(Node element) {
        if (TasksInCommon.starts(at.model()) && at.serialThread().isEmpty()) {
            TasksInCommon tasks = at.with().translator().tasksInCommon();
            tasks.walkedBy(element).ifPresent(collection -> tasks.check(collection, out));
        }
    }

    /** A constant that ends a queue: whoever takes it out compares it. That they do no more is assumed, but not in strict code. */
    private boolean isMark(Node argument) {
        return argument instanceof FieldAccessNode access && !elements.body().isStrict(world) && world.isMark(access.getElement());
    }

    private boolean isTask(Node argument) {
        return argument != null && !(argument instanceof FunctionalInterfaceNode) && world.verdicts().isTask(argument.getType());
    }

    private boolean movesSomething(Place place, Node argument) {
        if (place instanceof Place.Elements) {
            return at.elementsTracked(place);
        }
        return argument == null || argument instanceof FunctionalInterfaceNode
                || world.isTracked(argument.getType()) && (!world.verdicts().isBox(argument.getType()) || world.verdicts().isTask(argument.getType()));
    }

    /** The container that gets what leaves: the object whose field it is, where the receiver only names the field. */
    private Node containerOf(Place place) {
        return model.all(Effect.Merge.class).stream().filter(m -> m.value().equals(place) && m.holder() instanceof Place.Arg)
                .findFirst().map(m -> at.node(m.holder())).orElse(call.receiver());
    }

    /** What the one who gets a task touches of it; any other value is touched as its new owner likes. */
    private Touch touchOf(Place place, Node argument) {
        return isRun(place, argument) ? at.with().translator().touches().ofTask(argument, declaredAt(place, argument)) : Touch.EVERYTHING;
    }

    /** Whether what leaves is a thread that is started, or a function that is run elsewhere. */
    private boolean isRun(Place place, Node argument) {
        return argument != null && (place instanceof Place.This && world.isHandle(argument.getType())
                || model.all(Effect.Runs.class).stream().anyMatch(r -> r.functional().equals(place) && r.kind() != RunKind.STORED));
    }

    /** Whether what leaves is a task that has its data in itself. */
    private boolean startsItself(Place place, Node argument) {
        return argument != null && place instanceof Place.This && model.all(Effect.Lend.class).stream().anyMatch(lend -> lend.what().equals(place));
    }

    private TypeMirror declaredAt(Place place, Node argument) {
        return place instanceof Place.Arg arg && arg.index() < call.method().getParameters().size()
                ? call.method().getParameters().get(arg.index()).asType() : argument.getType();
    }

    /** The groups of the latches that a task counts down; each loan is counted with its latch. */
    private Set<String> countedDownBy(Node argument, Site site) {
        Set<String> names = new TreeSet<>();
        for (LoanGroup latch : latchesOf(argument)) {
            int counted = elements.loanTo(latch);
            names.add(latch.name());
            out.add(new RegionOp.Lend(counted, RegionOp.NONE, Set.of(latch.name()), true, Touch.NOTHING, site.at(site.at(), counted)));
        }
        return names;
    }

    private Set<Integer> apartFrom(Node argument) {
        return argument instanceof FunctionalInterfaceNode function ? at.with().closures().of(function).apart() : Set.of();
    }

    private Set<LoanGroup> latchesOf(Node argument) {
        if (argument instanceof FunctionalInterfaceNode function) {
            return at.with().closures().of(function).latches();
        }
        return argument == null ? Set.of() : at.with().closures().latches().countedDownByTask(at.with().waiting().initializerOf(argument));
    }

    private boolean readsOnly(Place place, Node argument) {
        return argument instanceof FunctionalInterfaceNode function ? at.with().closures().of(function).onlyReads()
                : (isRun(place, argument) || startsItself(place, argument)) && at.with().translator().touches().onlyReads(argument, declaredAt(place, argument));
    }

    void lend(Effect.Lend lend) {
        for (Place place : at.placesOf(lend.what())) {
            Node argument = at.node(place);
            int element = at.element(place);
            if (element == RegionOp.NONE) {
                continue;
            }
            Site site = at.site(element, "step.lent");
            values.takes(site, argument);
            values.gives(site, argument, happens(lend.keptOn()));
            Touch touch = touchOf(place, argument);
            boolean readsOnly = readsOnly(place, argument);
            if (argument != null && !(place instanceof Place.This)) {
                Access access = readsOnly ? Access.READ : Access.UNKNOWN;
                out.add(new RegionOp.Use(element, access, touch, site.at(at.with().translator().pointOf(argument.getTree()), element)));
            }
            Set<String> groups = new TreeSet<>(countedDownBy(place instanceof Place.This ? call.receiver() : argument, site));
            int handle = isTask(argument) ? element : RegionOp.NONE;
            for (Place by : lend.handles()) {
                if (handle == RegionOp.NONE && at.element(by) != RegionOp.NONE) {
                    handle = at.element(by);
                }
                at.group(by).map(LoanGroup::name).ifPresent(groups::add);
            }
            Optional<Integer> walked = at.with().waiting().walkedCollection(argument, elements, at.with().calls().walks(), apartFrom(argument));
            boolean handsOut = walked.isPresent() && !readsOnly;
            if (handsOut) {
                values.takesElementsOf(site, walked.get());
                runAll(argument);
            }
            RegionOp op = handsOut ? new RegionOp.MoveElement(element, walked.get(), handle, groups, site)
                    : new RegionOp.Lend(element, handle, groups, readsOnly, touch, site);
            out.keptOn(op, lend.keptOn());
            if (handsOut && elements.sourceOf(walked.get()) != RegionOp.NONE) {
                // Who walks over the same collection again can wait for what its elements have got.
                out.add(new RegionOp.CopyHandle(elements.sourceOf(walked.get()), walked.get(), true));
            }
            if (isTask(argument)) {
                out.add(new RegionOp.CopyHandle(call.made(), element, true));
            }
        }
    }

    void freeze(Effect.Freezes freezes) {
        int element = at.element(freezes.place());
        Node argument = at.node(freezes.place());
        TypeMirror frozen = argument == null ? null : frozenType(argument.getType());
        String blocker = frozen == null || world.isFrozenUse(frozen) ? "" : world.verdicts().neverFreezable(frozen).orElse("");
        if (!blocker.isEmpty() && !world.isTracked(frozen)) {
            out.add(new RegionOp.Report("freeze.unfreezable", "freeze.unfreezable", List.of(elements.nameOf(element), blocker), Certainty.WITNESSED,
                    at.site(element, "step.frozen")));
            return;
        }
        Site site = at.site(element, "step.frozen");
        values.takes(site, argument);
        if (argument != null) {
            at.with().calls().handleMustBeClosed(argument, site, out);
        }
        out.add(new RegionOp.Freeze(element, blocker, site));
    }

    /** What is frozen: the object itself, or what the handle of a region holds. */
    private TypeMirror frozenType(TypeMirror type) {
        if (world.kindOf(type) == RegionKey.Kind.REGION && type instanceof DeclaredType handle) {
            return handle.getTypeArguments().size() == 1 ? handle.getTypeArguments().get(0) : null;
        }
        return type;
    }

    int condition() {
        return at.with().waiting().conditionVariable(call.node(), elements).orElse(call.made());
    }
}
