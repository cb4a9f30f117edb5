package dev.lungfish.checker.flow;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionOp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.node.ArrayAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LessThanNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.TypeCastNode;

/**
 * The enhanced for loops of one body, as the graph spells them: a variable without a name in the source holds the iterator or the array, a
 * call or a comparison asks whether there is one more. Where there is none, a loop that waited for each element has waited for all. Loops that
 * count an index walk as well: their elements stand under names of our own.
 */
final class Walks {
    private final World world;
    private final Translator translator;
    private final Closures closures;
    private final ElementTable elements;
    private final Map<VariableElement, EnhancedForLoopTree> loops = new HashMap<>();

    Walks(World world, Translator translator, ElementTable elements) {
        this.translator = translator;
        this.world = world;
        this.closures = translator.closures();
        this.elements = elements;
    }

    static boolean isMadeUp(Node node) {
        return node instanceof LocalVariableNode local && local.getName().contains("#");
    }

    /** Whether this gives the variable of a loop its next value: what an iterator or array of the graph's own has. */
    static boolean isNext(Node value) {
        Node next = bare(value);
        return next instanceof MethodInvocationNode call && isMadeUp(call.getTarget().getReceiver()) && call.getTarget().getMethod().getSimpleName().contentEquals("next")
                || next instanceof ArrayAccessNode element && element.getEnhancedForLoop() != null;
    }

    /** Where that value comes from. */
    static Node collectionOf(Node next) {
        return bare(next) instanceof MethodInvocationNode call ? call.getTarget().getReceiver() : ((ArrayAccessNode) bare(next)).getArray();
    }

    private static Node bare(Node value) {
        return value instanceof TypeCastNode cast ? bare(cast.getOperand()) : value;
    }

    /** The graph's own variable gets the iterator of a collection, or an array, that a loop goes through. */
    void begin(VariableElement variable, Node value, Lowered out) {
        Node walked = value instanceof MethodInvocationNode call && call.getTarget().getMethod().getSimpleName().contentEquals("iterator")
                ? call.getTarget().getReceiver() : value;
        TreePath path = walked == null || walked.getTree() == null ? null : closures.pathOf(walked.getTree());
        if (path != null && path.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop && loop.getExpression() == walked.getTree()) {
            loops.put(variable, loop);
            elements.goesThrough(elements.local(variable), elements.of(walked));
            out.add(new RegionOp.CopyHandle(elements.local(variable), elements.of(walked), false));
        }
    }

    /** Whether an iterator has one more. */
    void hasNext(LocalVariableNode iterator, Lowered out) {
        ends(iterator, out);
    }

    /** Whether the index of a loop over an array is below its length. */
    void compare(LessThanNode test, Lowered out) {
        if (!test.getInSource() && test.getRightOperand() instanceof FieldAccessNode length && length.getReceiver() instanceof LocalVariableNode array) {
            ends(array, out);
        }
        translator.indexed().testedBy(test.getTree()).ifPresent(loop -> translator.indexed().of(loop).forEach(element -> step(element, test, out)));
    }

    /** The index of a counted loop gets its first value: the walks over what the loop only reads begin. */
    void beginCounting(Tree declaration, Lowered out) {
        translator.indexed().begunBy(declaration).ifPresent(loop -> translator.indexed().of(loop).stream().filter(element -> !element.isFilled()).forEach(element -> {
            int collection = elements.local(element.collection());
            int walker = walkerOf(element);
            Access access = world.holdsThreads(element.collection().asType()) ? Access.IDENTITY : Access.READ;
            out.add(new RegionOp.Use(collection, access, translator.site(declaration, collection, "step.used")));
            out.add(new RegionOp.Assign(walker, collection));
            elements.goesThrough(walker, collection);
        }));
    }

    /** A counted loop has one more round, with an element of its own, or none; then a loop that waited for each has waited for all. */
    private void step(IndexedElements.Element element, LessThanNode test, Lowered out) {
        int own = elementOf(element);
        out.ifTrue(new RegionOp.Assign(own, RegionOp.NONE));
        if (!element.isFilled()) {
            int walker = walkerOf(element);
            out.ifTrue(new RegionOp.NextElement(own, walker, walker, translator.site(test.getTree(), own, "step.element")));
            if (translator.indexed().hasRoundForEach(element) && Loops.waitsForEach(element.loop().tree().getStatement(), e -> translator.indexed().is(e, element), world)) {
                out.ifFalse(new RegionOp.Await(walker, true));
            }
            out.ifFalse(new RegionOp.Assign(walker, RegionOp.NONE));
        }
        out.ifFalse(new RegionOp.Assign(own, RegionOp.NONE));
    }

    /** Whether an expression names the element that a counted loop has in this round; if so, it is that. */
    boolean readsOwn(Node read, Lowered out) {
        Optional<IndexedElements.Element> element = translator.indexed().at(read.getTree());
        element.ifPresent(own -> {
            out.add(new RegionOp.Assign(elements.of(read), elementOf(own)));
            out.add(new RegionOp.CopyHandle(elements.of(read), elementOf(own), false));
        });
        return element.isPresent();
    }

    /** The element that a counted loop has in this round, if an expression names it. */
    Optional<Integer> ownOf(Node read) {
        return read == null ? Optional.empty() : translator.indexed().at(read.getTree()).map(this::elementOf);
    }

    /** An array gets an element: what waits for the element waits for the array, and in this round of a counted loop it is the element. */
    void put(ArrayAccessNode target, Node value, Lowered out) {
        translator.indexed().at(target.getTree()).ifPresent(own -> out.add(new RegionOp.Assign(elementOf(own), elements.of(value))));
        if (target.getArray() instanceof LocalVariableNode array && translator.indexed().keepsAll(array.getElement())) {
            out.add(new RegionOp.CopyHandle(elements.of(array), elements.of(value), true));
        }
    }

    /** What a walk by index goes through, if an expression names its element. */
    Optional<Integer> walkedBy(Tree expression) {
        return translator.indexed().at(expression).filter(own -> !own.isFilled()).map(this::walkerOf);
    }

    private int elementOf(IndexedElements.Element element) {
        return elements.slot("element:" + keyOf(element), element.name());
    }

    private int walkerOf(IndexedElements.Element element) {
        return elements.slot("walker:" + keyOf(element), element.collection().getSimpleName().toString());
    }

    /** A collection and the loop through it, told apart by the variables. */
    private String keyOf(IndexedElements.Element element) {
        return world.variable(element.collection()) + " by " + world.variable(element.loop().index());
    }

    private void ends(LocalVariableNode walker, Lowered out) {
        EnhancedForLoopTree loop = loops.get(walker.getElement());
        if (isMadeUp(walker) && Loops.waitsForEach(loop, world) && !translator.indexed().hasLost(loop.getExpression(), loop)) {
            out.ifFalse(new RegionOp.Await(elements.of(walker), true));
        }
    }
}
