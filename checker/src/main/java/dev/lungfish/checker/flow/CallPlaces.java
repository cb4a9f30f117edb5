package dev.lungfish.checker.flow;

import com.sun.source.tree.TryTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/**
 * The places that a model's row speaks of, in one call: which argument, element and region each of them is here.
 *
 * @param with what lowers the body that the call stands in
 * @param call the call
 * @param model the row
 * @param out where the operations go
 * @param gone the places whose values have left
 */
record CallPlaces(Lowering with, Calls.Call call, MethodModel model, Lowered out, Set<Place> gone) {
    CallPlaces(Lowering with, Calls.Call call, MethodModel model, Lowered out) {
        this(with, call, model, out, new HashSet<>());
    }

    /** What is at this place belongs to somebody else from here on: it does not become part of its new holder once more. */
    void left(Place place) {
        gone.add(place);
    }

    List<Place> placesOf(Place place) {
        if (!(place instanceof Place.AllArgs)) {
            return List.of(place);
        }
        List<Place> all = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            all.add(Place.arg(i));
        }
        return all;
    }

    Node node(Place place) {
        if (place instanceof Place.This) {
            return call.receiver();
        } else if (place instanceof Place.Arg arg) {
            return arg.index() < call.arguments().size() ? call.arguments().get(arg.index()) : null;
        } else if (place instanceof Place.Last) {
            return call.arguments().isEmpty() ? null : call.arguments().get(call.arguments().size() - 1);
        } else if (place instanceof Place.Elements of) {
            return node(of.container());
        } else if (place instanceof Place.Content of) {
            return node(of.box());
        }
        return null;
    }

    int element(Place place) {
        if (place instanceof Place.Result) {
            return call.made();
        } else if (place instanceof Place.This && call.isCreation()) {
            return call.made();
        } else if (place instanceof Place.Content of && (of.box() instanceof Place.Result || of.box() instanceof Place.This && call.isCreation())) {
            return call.made();
        }
        Node node = node(place);
        return node == null ? RegionOp.NONE : with.elements().of(node);
    }

    Optional<Paths.Opened> region(Place place) {
        return with.paths().opened(node(place));
    }

    boolean elementsTracked(Place place) {
        Node node = node(place);
        return node != null && elementsTrackedIn(node.getType());
    }

    /** Where the call stands; one that the graph made up, for a loop, where its receiver stands. */
    Site site(int element, String what) {
        Site site = with.translator().site(call.tree(), element, what);
        return site.at().isKnown() || call.receiver() == null ? site : site.at(with.translator().pointOf(call.receiver().getTree()), element);
    }

    /** What stands for the only thread of the executor that is called, if it has only one. */
    Optional<RegionKey> serialThread() {
        return call.receiver() == null ? Optional.empty() : with.translator().serial().threadOf(call.receiver().getTree());
    }

    /** Where the receiver is closed: at the call, or, if try-with-resources makes it, where its block ends. */
    Site leaving() {
        Site site = site(RegionOp.NONE, "step.left");
        TreePath declared = site.at().isKnown() || !(call.receiver() instanceof LocalVariableNode resource) ? null
                : with.world().program().index().path(resource.getElement());
        return declared == null || !(declared.getParentPath().getLeaf() instanceof TryTree block) ? site
                : site.at(with.world().end(declared.getCompilationUnit(), block.getBlock()), RegionOp.NONE);
    }

    void merge(Place holder, Place value) {
        merge(holder, value, false);
    }

    /** The holder gets the elements of a container. */
    void mergeElements(Place holder, Place container) {
        merge(holder, container, true);
    }

    /** As {@link #mergeElements(Place, Place)}, where the container is only looked into. */
    void mergeElements(int holder, Place container) {
        merge(holder, elementsOf(container));
    }

    private void merge(Place holder, Place value, boolean elements) {
        if (holder instanceof Place.Elements || value instanceof Place.Elements) {
            if (!elementsTracked(value instanceof Place.Elements ? value : holder)) {
                return;
            }
        }
        if (gone.contains(value)) {
            return;
        }
        Node node = node(value);
        if (node != null && !(node instanceof FunctionalInterfaceNode) && !with.world().isTracked(node.getType())) {
            return;
        }
        int element = element(value);
        if (with.waiting().isStartedBeside(node, call.node())) {
            return;
        }
        int heap = holder instanceof Place.This && !elements ? with.translator().heaps().of(call.receiver()) : RegionOp.NONE;
        boolean left = model.all(Effect.Move.class).stream().anyMatch(m -> m.what().equals(value));
        if (node != null && !(node instanceof FunctionalInterfaceNode) && !left) {
            Access access = heap != RegionOp.NONE || with.world().isHandle(node.getType()) ? Access.IDENTITY : Access.READ;
            out.add(new RegionOp.Use(element, access, site(element, "step.used").at(with.translator().pointOf(node.getTree()), element)));
        }
        if (heap == RegionOp.NONE) {
            merge(element(holder), elements ? elementsOf(value) : element);
        } else {
            out.add(new RegionOp.Heap(heap, element, site(element, "step.stored")));
        }
    }

    /** What is in a container: the container itself, unless its elements may protect themselves. */
    private int elementsOf(Place container) {
        Node node = node(container);
        int element = element(container);
        if (node == null || element == RegionOp.NONE || !elementsMayProtectThemselves(node.getType())) {
            return element;
        }
        int parts = with.elements().partsOf(element);
        out.add(new RegionOp.Part(parts, element));
        return parts;
    }

    private boolean elementsMayProtectThemselves(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return with.world().mayProtectItself(array.getComponentType());
        }
        return type instanceof DeclaredType declared && !declared.getTypeArguments().isEmpty()
                && declared.getTypeArguments().stream().filter(with.world()::isTracked).allMatch(with.world()::mayProtectItself);
    }

    void merge(int holder, int value) {
        if (holder != RegionOp.NONE && value != RegionOp.NONE && holder != value) {
            out.add(new RegionOp.Merge(holder, value, site(value, "step.stored")));
        }
    }

    /** Whether the container owns each of its elements by itself: {@code Deque<@Isolated Job>}. */
    boolean hasIsolatedElements(Place container) {
        Node node = node(container);
        return node != null && node.getType() instanceof DeclaredType declared && declared.getTypeArguments().stream()
                .anyMatch(Annotations::isIsolated);
    }

    static boolean isResult(Place place) {
        return place instanceof Place.Result || place instanceof Place.Content of && isResult(of.box());
    }

    /** Whether a container's elements are tracked: its type arguments, or the components of an array. */
    boolean elementsTrackedIn(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return with.world().isTracked(array.getComponentType());
        }
        return !(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty() ? with.world().isTracked(type)
                : declared.getTypeArguments().stream().anyMatch(with.world()::isTracked);
    }

    /** The group of handles that something stands for: whoever waits for it waits for all of them. */
    Optional<LoanGroup> group(Place place) {
        Node node = place instanceof Place.Result ? null : node(place);
        return with.paths().opened(node).map(opened -> new LoanGroup(LoanGroup.Kind.ALL, opened.key()));
    }
}
