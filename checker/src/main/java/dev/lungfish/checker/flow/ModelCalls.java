package dev.lungfish.checker.flow;

import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.Guard;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.UseMode;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.OutEntry;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.Touch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import javax.lang.model.element.ElementKind;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/** Lowers a call of a method that a library model describes: one step for each effect of its row, in order. */
final class ModelCalls {
    private final CallPlaces at;
    private final Calls.Call call;
    private final MethodModel model;
    private final Lowered out;
    private final HandOvers handOvers;
    private final ClosureRuns runs;

    ModelCalls(CallPlaces at) {
        this.at = at;
        this.call = at.call();
        this.model = at.model();
        this.out = at.out();
        this.handOvers = new HandOvers(at);
        this.runs = new ClosureRuns(at);
    }

    void lower() {
        uses();
        if (call.made() >= RegionOp.FIRST_TEMPORARY && model.has(Effect.Move.class) && isConditional()) {
            out.add(new RegionOp.Fact(handOvers.condition(), null));
        }
        for (Effect effect : model.effects()) {
            transfer(effect);
        }
        for (Effect effect : model.effects()) {
            if (effect instanceof Effect.Runs run) {
                at.placesOf(run.functional()).forEach(place -> runs.run(place, run));
            }
        }
        if (!runs.madeResult()) {
            new ModelResults(at).result();
        }
        for (Effect effect : model.effects()) {
            afterwards(effect);
        }
    }

    private boolean isConditional() {
        return model.all(Effect.Move.class).stream().anyMatch(m -> m.when() == Guard.IF_TRUE);
    }

    private void uses() {
        if (call.receiver() != null) {
            use(call.receiver(), Place.THIS);
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            if (!(call.arguments().get(i) instanceof FunctionalInterfaceNode)) {
                use(call.arguments().get(i), Place.arg(i));
            }
        }
    }

    private void use(Node node, Place place) {
        boolean leaves = model.effects().stream().anyMatch(e -> e instanceof Effect.Move m && m.what().equals(place)
                || e instanceof Effect.Lend l && l.what().equals(place));
        UseMode mode = model.useOf(place);
        Access access = switch (mode) {
            case NONE -> Access.NONE;
            case IDENTITY -> Access.IDENTITY;
            case READ -> place.equals(Place.THIS) && new WritingReads(at.with().world()).isOne(node, call.method(), model) ? Access.WRITE : Access.READ;
            case WRITE, ATOMIC -> Access.WRITE;
        };
        if (!leaves && access != Access.NONE && !isOnlyKept(place)) {
            RegionOp.Use use = at.with().translator().use(node, access);
            if (mode == UseMode.WRITE) {
                at.with().translator().values().takes(use.site(), node);
            }
            boolean isOutline = model.all(Effect.Outline.class).stream().anyMatch(outline -> outline.collection().equals(place));
            out.add(mode == UseMode.ATOMIC ? new RegionOp.Use(use.e(), access, Touch.NOTHING, use.site())
                    : isOutline ? new RegionOp.Use(use.e(), access, use.touch(), true, use.site()) : use);
        }
    }

    private void transfer(Effect effect) {
        if (effect instanceof Effect.Move move) {
            handOvers.move(move);
        } else if (effect instanceof Effect.Stage stage) {
            int box = at.element(stage.box());
            out.add(new RegionOp.Move(box, OutEntry.Kind.STAGE, RegionOp.NONE, at.site(box, "step.staged")));
        } else if (effect instanceof Effect.Freezes freezes) {
            handOvers.freeze(freezes);
        } else if (effect instanceof Effect.FrozenOnly only) {
            requireFrozen(only.place());
        } else if (effect instanceof Effect.Closes closes && isMadeForOne()) {
            content(closes.region(), slot -> new RegionOp.CheckSlots(Set.of(slot), at.leaving()));
            unnamed(closes.region()).ifPresent(lock -> out.add(new RegionOp.Close(lock, at.site(RegionOp.NONE, "step.closed"))));
            at.region(closes.region()).ifPresent(opened -> out.add(new RegionOp.Close(opened.key(), closedAs(closes, opened), at.site(RegionOp.NONE, "step.closed"))));
        } else if (effect instanceof Effect.Reopens reopens && isMonitor(call.receiver()) && !isParameter(at.node(reopens.region()))) {
            at.region(reopens.region()).ifPresent(opened -> out.add(new RegionOp.RequireOpen(opened.key(), RegionKey.Mode.READ, RegionOp.NONE,
                    at.site(at.element(reopens.region()), "step.used"))));
        } else if (effect instanceof Effect.Merge merge && !CallPlaces.isResult(merge.holder())) {
            at.placesOf(merge.holder()).forEach(holder -> at.placesOf(merge.value()).forEach(value -> merge(holder, value)));
        } else if (effect instanceof Effect.Fill fill) {
            if (at.elementsTracked(fill.source())) {
                at.mergeElements(fill.holder(), fill.source());
            }
            out.add(new RegionOp.CopyHandle(at.element(fill.holder()), at.element(fill.source()), true));
        } else if (effect instanceof Effect.Publishes publishes) {
            out.add(new RegionOp.Publish(at.element(publishes.place()), at.site(at.element(publishes.place()), "step.published")));
        } else if (effect instanceof Effect.Unknown unknown) {
            unknown(at.placesOf(unknown.place()));
        } else if (effect instanceof Effect.Nests nests) {
            int child = at.element(nests.child());
            out.add(new RegionOp.Nest(child, at.element(nests.parent()), at.site(child, "step.nested")));
            if (model.all(Effect.Move.class).stream().noneMatch(m -> m.what().equals(nests.child()))) {
                out.add(new RegionOp.Move(child, OutEntry.Kind.MOVE, RegionOp.NONE, at.site(child, "step.nested")));
            }
        } else if (effect instanceof Effect.Inside inside) {
            at.region(inside.handle()).ifPresent(opened -> out.add(new RegionOp.RequireOpen(opened.key(), RegionKey.Mode.READ, RegionOp.NONE,
                    at.site(at.element(inside.handle()), "step.used"))));
        }
    }

    /** Who passes a monitor holds it; if not, waiting fails at once, and nobody races. */
    private static boolean isParameter(Node node) {
        return node instanceof LocalVariableNode local && local.getElement().getKind() == ElementKind.PARAMETER;
    }

    /** What goes into a collection of owned elements is the collection's alone; anything else is joined to its holder. */
    private void merge(Place holder, Place value) {
        Node argument = at.node(value);
        if (argument == null || !at.hasIsolatedElements(holder) || !at.with().world().isTracked(argument.getType())) {
            at.merge(holder, value);
            return;
        }
        int element = at.element(value);
        Site site = at.site(element, "step.slotted");
        out.add(new RegionOp.Use(element, Access.UNKNOWN, site.at(at.with().translator().pointOf(argument.getTree()), element)));
        out.add(new RegionOp.Move(element, OutEntry.Kind.SLOT, RegionOp.NONE, site));
    }

    private void requireFrozen(Place place) {
        Node node = at.node(place);
        if (node != null && !(node instanceof FunctionalInterfaceNode) && at.with().world().isTracked(node.getType())) {
            out.add(at.with().translator().requireFrozen(node, place instanceof Place.Arg arg ? at.with().calls().parameterName(call.method(), arg.index()) : ""));
        }
    }

    /** What a loop puts into a heap is not looked at. */
    private boolean isOnlyKept(Place place) {
        return at.with().translator().heaps().of(call.receiver()) != RegionOp.NONE
                && model.all(Effect.Merge.class).stream().anyMatch(merge -> merge.holder() instanceof Place.This && merge.value().equals(place));
    }

    private void unknown(List<Place> places) {
        Set<Integer> given = new TreeSet<>();
        for (Place place : places) {
            Node node = at.node(place);
            if (node != null && at.with().world().isTracked(node.getType())) {
                int element = at.element(place);
                given.add(element);
                out.add(new RegionOp.Dirty(element, at.site(element, "step.unaware")));
            }
        }
        at.with().calls().assumed(given, at.site(RegionOp.NONE, "step.unaware"), out);
    }

    private void afterwards(Effect effect) {
        if (effect instanceof Effect.Lend lend) {
            handOvers.lend(lend);
        } else if (effect instanceof Effect.Boxes boxes) {
            at.merge(call.made(), at.element(boxes.value()));
        } else if (effect instanceof Effect.Opens opens && isMadeForOne()) {
            opens(opens);
        } else if (effect instanceof Effect.Acquires acquires) {
            at.region(acquires.region()).ifPresent(opened -> out.add(new RegionOp.Open(opened.key(), RegionKey.Mode.WRITE, at.site(RegionOp.NONE, "step.opened"))));
        } else if (effect instanceof Effect.Await await) {
            await(await.handle(), await.when(), await.alsoOn(), false);
        } else if (effect instanceof Effect.AwaitAll await) {
            await(await.handle(), await.when(), await.alsoOn(), true);
        } else if (effect instanceof Effect.Includes includes) {
            at.placesOf(includes.handle()).forEach(p -> out.add(new RegionOp.CopyHandle(call.made(), at.element(p), true)));
        } else if (effect instanceof Effect.Merge merge && CallPlaces.isResult(merge.holder())) {
            // Only now: the result is made by the words that say what it is.
            at.placesOf(merge.value()).forEach(value -> at.merge(Place.RESULT, value));
        } else if (effect instanceof Effect.Merge merge && (call.receiver() != null || call.isCreation()) && merge.holder() instanceof Place.This) {
            at.placesOf(merge.value()).forEach(p -> out.add(new RegionOp.CopyHandle(at.element(Place.THIS), at.element(p), true)));
        } else if (effect instanceof Effect.Empties empties) {
            content(empties.handle(), slot -> new RegionOp.EmptySlot(slot, at.site(call.made(), "step.taken")));
        } else if (effect instanceof Effect.Fills fills) {
            content(fills.handle(), slot -> new RegionOp.PutSlot(slot, RegionOp.NONE, at.site(RegionOp.NONE, "step.slotted")));
        } else if (effect instanceof Effect.Completes completes) {
            out.add(new RegionOp.CopyHandle(at.element(completes.handle()), RegionOp.NONE, false));
        } else if (effect instanceof Effect.AwaitLatch latch) {
            Node node = at.node(latch.latch());
            if (node != null && node.getTree() != null) {
                at.with().paths().of(node.getTree()).ifPresent(key -> awaitGroup(new LoanGroup(LoanGroup.Kind.LATCH, key), latch.when()));
            }
        }
    }

    /** A condition belongs to a lock that its own path does not name; a monitor is its own lock, unless the name of its object means another one. */
    private boolean isMonitor(Node node) {
        return node != null && !String.valueOf(at.with().world().program().types().erasure(node.getType())).equals("java.util.concurrent.locks.Condition")
                && !at.with().world().locks().isLocked(node.getType());
    }

    /** A cown that is held is a slot for its content. */
    private void content(Place handle, IntFunction<RegionOp> op) {
        at.region(handle).map(Paths.Opened::key).filter(key -> key.kind() == RegionKey.Kind.COWN)
                .ifPresent(key -> out.add(op.apply(at.with().elements().slot("content:" + key, key.shown()))));
    }

    private static RegionKey.Mode closedAs(Effect.Closes closes, Paths.Opened opened) {
        return opened.mode() != null || closes.mode() == null ? opened.mode() : Paths.mode(closes.mode());
    }

    /** A lock of which nobody knows which it is: reached by an expression that may yield another one, or passed as itself. */
    private Optional<RegionKey> unnamed(Place place) {
        Node lock = at.node(place);
        if (lock == null || lock.getTree() == null || at.with().world().kindOf(lock.getType()) != RegionKey.Kind.LOCK) {
            return Optional.empty();
        }
        boolean isNamed = at.region(place).filter(opened -> !opened.key().base().startsWith("var:") || !opened.key().fields().isEmpty()).isPresent();
        return isNamed ? Optional.empty() : at.with().translator().values().unnamed(lock.getTree());
    }

    private boolean isMadeForOne() {
        return model.first(Effect.Single.class).map(single -> at.node(single.place())).filter(node -> !Creations.isMadeWithOne(node.getTree(), at.with().world())).isEmpty();
    }

    private void opens(Effect.Opens opens) {
        unnamed(opens.region()).ifPresent(lock -> guarded(new RegionOp.Open(lock, Paths.mode(opens.mode()), at.site(RegionOp.NONE, "step.opened")), opens.when()));
        at.region(opens.region()).ifPresent(opened -> {
            RegionKey.Mode mode = opened.mode() == null ? Paths.mode(opens.mode()) : opened.mode();
            guarded(new RegionOp.Open(opened.key(), mode, at.site(RegionOp.NONE, "step.opened")), opens.when());
        });
    }

    private void guarded(RegionOp op, Guard when) {
        switch (when) {
            case ALWAYS -> out.add(op);
            case IF_TRUE -> {
                out.ifTrue(op);
                out.ifFalse(new RegionOp.Fact(call.made(), null));
            }
            case IF_FALSE -> {
                out.ifFalse(op);
                out.ifTrue(new RegionOp.Fact(call.made(), null));
            }
            // A number does not split what follows by itself: the variable that keeps it does, where it is compared with zero.
            case IF_NONZERO -> out.ifTrue(op);
            case IF_WAITS_ALL -> {
                if (at.with().waiting().waitsForAll(call.receiver())) {
                    out.add(op);
                }
            }
            case IF_NULL -> {
                // The null test of the result is not followed: what was lent stays lent.
            }
        }
    }

    private void await(Place handle, Guard when, List<String> alsoOn, boolean collective) {
        for (Place place : at.placesOf(handle)) {
            boolean alone = at.node(place) != null && at.with().waiting().isAlone(at.node(place).getType());
            RegionOp op = new RegionOp.Await(at.element(place), collective || at.with().waiting().waitsForArray(at.node(place)), alone);
            guarded(op, when);
            out.alsoOn(op, alsoOn);
            at.with().calls().walks().ownOf(at.node(place)).ifPresent(own -> guarded(new RegionOp.Await(own, false, alone), when));
            boolean whole = collective || at.with().waiting().waitsForAll(at.node(place));
            if (whole && !(place instanceof Place.Result)) {
                at.group(place).ifPresent(group -> awaitGroup(group, when));
            }
        }
    }

    private void awaitGroup(LoanGroup group, Guard when) {
        guarded(at.with().calls().runs().ending(group, call.receiver(), model.has(Effect.CountDown.class)), when);
        if (when == Guard.IF_WAITS_ALL && !at.with().waiting().waitsForAll(call.receiver())) {
            LoanGroup closed = new LoanGroup(LoanGroup.Kind.CLOSED, group.owner());
            at.with().elements().loanTo(closed);
            out.add(new RegionOp.AwaitGroup(closed.name()));
        }
    }
}
