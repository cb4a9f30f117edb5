package dev.lungfish.checker.flow;

import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.UseMode;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Claim;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import java.util.List;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/** Lowers what a model says of the result of a call: fresh, frozen, a copy, the receiver, or a part of an argument. */
final class ModelResults {
    private final CallPlaces at;
    private final Calls.Call call;
    private final MethodModel model;
    private final Lowered out;
    private final World world;
    private final ElementTable elements;

    ModelResults(CallPlaces at) {
        this.at = at;
        this.call = at.call();
        this.model = at.model();
        this.out = at.out();
        this.world = at.with().world();
        this.elements = at.with().elements();
    }

    void result() {
        if (call.isCreation() || call.made() < RegionOp.FIRST_TEMPORARY || !world.isTracked(call.resultType())) {
            return;
        }
        int made = call.made();
        if (protectsItself()) {
            return;
        }
        boolean known = false;
        for (Effect effect : model.effects()) {
            if (!known) {
                known = resultFrom(effect, made);
            } else if (effect instanceof Effect.Same same) {
                at.placesOf(same.place()).forEach(also -> at.merge(Place.RESULT, also));
            }
        }
        if (!known && call.receiver() != null) {
            out.add(new RegionOp.Assign(made, elements.of(call.receiver())));
            known = true;
        }
        if (known) {
            at.with().translator().places().part(made, call.resultType(), out);
            return;
        }
        out.add(new RegionOp.Fresh(made, Label.FREE));
        for (Node argument : call.arguments()) {
            at.merge(made, elements.of(argument));
        }
    }

    /** A shell that synchronizes every access, over a container that nobody else has: nothing to track. */
    private boolean protectsItself() {
        return (model.has(Effect.Guarded.class) || model.has(Effect.Wraps.class)) && call.node() instanceof MethodInvocationNode shell
                && shell.getTreePath() != null && world.verdicts().isShareableValue(shell.getTreePath());
    }

    private boolean resultFrom(Effect effect, int made) {
        if (effect instanceof Effect.Freezes) {
            out.add(new RegionOp.Promised(made, at.site(made, "step.frozen")));
        } else if (effect instanceof Effect.Nests nests) {
            out.add(new RegionOp.Assign(made, at.element(nests.parent())));
        } else if (effect instanceof Effect.Fresh || effect instanceof Effect.Take || effect instanceof Effect.Acquires) {
            out.add(new RegionOp.Fresh(made, Label.FREE));
        } else if (effect instanceof Effect.Frozen) {
            out.add(new RegionOp.Fresh(made, Label.FROZEN));
        } else if (effect instanceof Effect.Global || effect instanceof Effect.ThreadState) {
            out.add(new RegionOp.Fresh(made, Label.SHARED));
        } else if (effect instanceof Effect.Peek) {
            peek(made);
        } else if (effect instanceof Effect.Inside inside) {
            at.region(inside.handle()).ifPresentOrElse(opened -> out.add(new RegionOp.Enter(made, opened.key(), RegionOp.NONE, at.with().elements().homeOf(opened.key()), Claim.OWNED, true)),
                    () -> out.add(new RegionOp.Fresh(made, Label.SHARED)));
        } else if (effect instanceof Effect.FrozenCopy copy) {
            copied(copy.place(), made, Label.FROZEN);
        } else if (effect instanceof Effect.Copy copy) {
            copied(copy.place(), made, Label.FREE);
        } else if (effect instanceof Effect.Same same) {
            if (isTakenOut(same)) {
                out.add(new RegionOp.Fresh(made, Label.FREE));
            } else {
                joined(same.place(), made);
            }
        } else if (effect instanceof Effect.View view) {
            joined(view.place(), made);
        } else if (effect instanceof Effect.Guarded guarded) {
            joined(guarded.place(), made);
        } else if (effect instanceof Effect.Wraps wraps) {
            joined(wraps.place(), made);
        } else if (effect instanceof Effect.Content content) {
            joined(content.box(), made);
        } else if (effect instanceof Effect.LockView || effect instanceof Effect.WaitsAll) {
            return false;
        } else {
            return false;
        }
        return true;
    }

    /** A second name for something that others can take out at any time. */
    private void peek(int made) {
        if (at.hasIsolatedElements(Place.THIS)) {
            out.add(new RegionOp.Report("isolated.aliased", "isolated.aliased.peeked", List.of(Naming.operation(call.tree())), Certainty.WITNESSED,
                    at.site(made, "step.used")));
            out.add(new RegionOp.Fresh(made, Label.FREE));
        } else {
            out.add(new RegionOp.Fresh(made, Label.SHARED));
            if (isContent() && at.with().sharing().handsOutMutable(call.receiver())) {
                out.add(new RegionOp.Dirty(made, at.site(made, model.has(Effect.Content.class) ? Site.PEEKED_SLOT : Site.PEEKED)));
            }
        }
    }

    /** What a method gives out that writes a collection of owned elements, and gets none, was taken out of it. */
    private boolean isTakenOut(Effect.Same same) {
        return same.place() instanceof Place.This && model.useOf(Place.THIS) == UseMode.WRITE && !model.has(Effect.Merge.class)
                && !model.has(Effect.Runs.class) && isContent() && at.hasIsolatedElements(Place.THIS);
    }

    /** Whether the result is an element or value itself, not a view of the container. */
    private boolean isContent() {
        if (call.receiver() == null || !(call.receiver().getType() instanceof DeclaredType container) || container.getTypeArguments().isEmpty()) {
            return false;
        }
        TypeMirror content = container.getTypeArguments().get(container.getTypeArguments().size() - 1);
        return world.program().types().isSameType(world.program().types().erasure(call.resultType()), world.program().types().erasure(content));
    }

    private void copied(Place place, int made, Label label) {
        out.add(new RegionOp.Fresh(made, label));
        if (at.elementsTrackedIn(call.resultType())) {
            out.add(new RegionOp.Fresh(made, Label.FREE));
            at.placesOf(place).forEach(source -> at.mergeElements(made, source));
        }
        // Whoever waits for each element of the copy waits for what they were in the first place.
        at.placesOf(place).forEach(source -> out.add(new RegionOp.CopyHandle(made, at.element(source), true)));
    }

    private void joined(Place place, int made) {
        List<Place> sources = at.placesOf(place);
        if (sources.size() == 1 && at.element(sources.get(0)) != RegionOp.NONE) {
            Node source = at.node(sources.get(0));
            if (source != null && !world.isTracked(source.getType())) {
                out.add(new RegionOp.Fresh(made, Label.FREE));
            } else {
                out.add(new RegionOp.Assign(made, at.element(sources.get(0))));
                if (source != null && world.canBeWaitedFor(call.resultType()) && !world.canBeWaitedFor(source.getType())) {
                    out.add(new RegionOp.OneHandle(made));
                }
            }
            return;
        }
        out.add(new RegionOp.Fresh(made, Label.FREE));
        sources.forEach(source -> at.merge(made, at.element(source)));
    }
}
