package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.nullaway.dataflow.cfg.block.Block;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/**
 * How two names came to share a region: the assignments and stores of a body as edges, and the shortest path between the names. Built once, for
 * messages only; the analysis never looks at it.
 */
final class Connections {
    private static final int MOST_STEPS = 3;

    private record Edge(int from, int to, Violation.Step step) {
    }

    private final Map<Integer, List<Edge>> edges = new HashMap<>();

    Connections(ControlFlowGraph graph, Translator translator, ElementTable elements) {
        for (Block block : graph.getDepthFirstOrderedBlocks()) {
            for (Node node : block.getNodes()) {
                for (RegionOp op : translator.lower(node).ops()) {
                    add(op, node, translator, elements);
                }
            }
        }
    }

    private void add(RegionOp op, Node node, Translator translator, ElementTable elements) {
        if (op instanceof RegionOp.Merge merge && merge.holder() != RegionOp.NONE && merge.value() != RegionOp.NONE) {
            Site site = merge.site();
            link(merge.holder(), merge.value(), new Violation.Step("step.connected",
                    List.of(elements.nameOf(merge.value()), elements.nameOf(merge.holder()), site.name()), site.at()));
        } else if (op instanceof RegionOp.Assign assign && assign.s() != RegionOp.NONE) {
            boolean named = node instanceof AssignmentNode assignment && assignment.getTarget() instanceof LocalVariableNode
                    && assign.s() < RegionOp.FIRST_TEMPORARY && assign.d() < RegionOp.FIRST_TEMPORARY;
            link(assign.d(), assign.s(), !named ? null : new Violation.Step("step.named",
                    List.of(elements.nameOf(assign.d()), elements.nameOf(assign.s())), translator.pointOf(node.getTree())));
        }
    }

    private void link(int a, int b, Violation.Step step) {
        edges.computeIfAbsent(a, e -> new ArrayList<>()).add(new Edge(a, b, step));
        edges.computeIfAbsent(b, e -> new ArrayList<>()).add(new Edge(b, a, step));
    }

    /** The told steps of the shortest path, in the order in which they stand in the source. */
    List<Violation.Step> between(int a, int b) {
        Map<Integer, Edge> reachedBy = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(a));
        while (!open.isEmpty() && !reachedBy.containsKey(b)) {
            int at = open.poll();
            for (Edge edge : edges.getOrDefault(at, List.of())) {
                if (edge.to() != a && !reachedBy.containsKey(edge.to())) {
                    reachedBy.put(edge.to(), edge);
                    open.add(edge.to());
                }
            }
        }
        List<Violation.Step> steps = new ArrayList<>();
        for (int at = b; reachedBy.containsKey(at) && at != a; at = reachedBy.get(at).from()) {
            Violation.Step step = reachedBy.get(at).step();
            if (step != null && step.at().isKnown()) {
                steps.add(step);
            }
        }
        steps.sort(java.util.Comparator.comparing(Violation.Step::at));
        return steps.size() <= MOST_STEPS ? steps : steps.subList(0, MOST_STEPS);
    }
}
