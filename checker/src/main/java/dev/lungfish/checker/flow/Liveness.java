package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionOp;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.nullaway.dataflow.cfg.block.Block;
import org.checkerframework.nullaway.dataflow.cfg.block.ExceptionBlock;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ObjectCreationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.SwitchExpressionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.TernaryExpressionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.VariableDeclarationNode;

/**
 * Which elements may still be read from here on. A backward pass of our own: every occurrence of a local is a use, also in a condition, as an
 * array or as a receiver, and what a lambda captures is used where the lambda is made. Errs towards "live".
 */
final class Liveness {
    private final ElementTable elements;
    private final Function<Node, Collection<Integer>> capturedBy;
    private final Map<Block, BitSet> liveIn = new IdentityHashMap<>();
    private final Map<Integer, Integer> dense = new HashMap<>();
    private final List<Block> order;

    Liveness(ControlFlowGraph graph, ElementTable elements, Function<Node, Collection<Integer>> capturedBy) {
        this.elements = elements;
        this.capturedBy = capturedBy;
        this.order = graph.getDepthFirstOrderedBlocks();
        solve();
    }

    private void solve() {
        Deque<Block> work = new ArrayDeque<>();
        for (int i = order.size() - 1; i >= 0; i--) {
            work.add(order.get(i));
        }
        Set<Block> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
        waiting.addAll(order);
        while (!work.isEmpty()) {
            Block block = work.poll();
            waiting.remove(block);
            BitSet live = new BitSet();
            for (Block next : successors(block)) {
                BitSet in = liveIn.get(next);
                if (in != null) {
                    live.or(in);
                }
            }
            List<Node> nodes = block.getNodes();
            for (int i = nodes.size() - 1; i >= 0; i--) {
                step(nodes.get(i), live);
            }
            if (!live.equals(liveIn.get(block))) {
                liveIn.put(block, live);
                block.getPredecessors().stream().filter(waiting::add).forEach(work::add);
            }
        }
    }

    static List<Block> successors(Block block) {
        List<Block> all = new ArrayList<>(block.getSuccessors());
        if (block instanceof ExceptionBlock thrower) {
            thrower.getExceptionalSuccessors().values().forEach(all::addAll);
        }
        return all;
    }

    private void step(Node node, BitSet live) {
        if (node instanceof AssignmentNode assignment) {
            if (assignment.getTarget() instanceof LocalVariableNode target) {
                live.clear(bit(elements.local(target.getElement())));
            } else {
                assignment.getTarget().getOperands().forEach(operand -> use(operand, live));
            }
            use(assignment.getExpression(), live);
            return;
        }
        if (node instanceof VariableDeclarationNode || node instanceof LocalVariableNode) {
            return;
        }
        if (node instanceof FunctionalInterfaceNode || node instanceof ObjectCreationNode) {
            capturedBy.apply(node).forEach(captured -> live.set(bit(captured)));
        }
        int own = elements.of(node);
        if (own >= RegionOp.FIRST_TEMPORARY) {
            live.clear(bit(own));
        } else if (node instanceof TernaryExpressionNode || node instanceof SwitchExpressionNode) {
            live.set(bit(own));
        }
        node.getOperands().forEach(operand -> use(operand, live));
    }

    private void use(Node operand, BitSet live) {
        if (operand == null) {
            return;
        }
        live.set(bit(elements.of(operand)));
        if (operand instanceof FunctionalInterfaceNode || operand instanceof LocalVariableNode || operand instanceof MethodInvocationNode) {
            capturedBy.apply(operand).forEach(captured -> live.set(bit(captured)));
        }
        if (!(operand instanceof LocalVariableNode) && isTransparent(operand)) {
            operand.getOperands().forEach(inner -> use(inner, live));
        }
    }

    /** Nodes that are no values of their own: a method access stands for its receiver. */
    private static boolean isTransparent(Node operand) {
        return operand instanceof org.checkerframework.nullaway.dataflow.cfg.node.MethodAccessNode;
    }

    private int bit(int element) {
        return dense.computeIfAbsent(element, e -> dense.size());
    }

    /** Whether the element may be read after this block is entered. */
    boolean isLiveAt(Block block, int element) {
        Integer bit = dense.get(element);
        BitSet live = liveIn.get(block);
        return bit != null && live != null && live.get(bit);
    }

    List<Block> order() {
        return order;
    }
}
