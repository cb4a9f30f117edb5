package dev.lungfish.checker.flow;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.region.RegionOp;
import java.util.HashMap;
import java.util.Map;
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
 * call or a comparison asks whether there is one more. Where there is none, a loop that waited for each element has waited for all.
 */
final class Walks {
    private final World world;
    private final Closures closures;
    private final ElementTable elements;
    private final Map<VariableElement, EnhancedForLoopTree> loops = new HashMap<>();

    Walks(World world, Closures closures, ElementTable elements) {
        this.world = world;
        this.closures = closures;
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
    }

    private void ends(LocalVariableNode walker, Lowered out) {
        if (isMadeUp(walker) && Loops.waitsForEach(loops.get(walker.getElement()), world)) {
            out.ifFalse(new RegionOp.Await(elements.of(walker), true));
        }
    }
}
