package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.RegionSemantics;
import dev.lungfish.checker.region.State;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.analysis.Store.FlowRule;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.nullaway.dataflow.cfg.block.Block;
import org.checkerframework.nullaway.dataflow.cfg.block.ConditionalBlock;
import org.checkerframework.nullaway.dataflow.cfg.block.ExceptionBlock;
import org.checkerframework.nullaway.dataflow.cfg.block.RegularBlock;
import org.checkerframework.nullaway.dataflow.cfg.block.SingleSuccessorBlock;
import org.checkerframework.nullaway.dataflow.cfg.node.ConditionalAndNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ConditionalNotNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ConditionalOrNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/**
 * The silent fixpoint over one graph, and then one sweep over the stable result in which the journal speaks. Dead names are dropped on every
 * edge, before states are joined. Ends after a bounded number of visits of each block.
 */
final class RegionFlow {
    /** Most visits of one block; beyond that the body is not understood. */
    static final int MOST_VISITS = 50;

    /** The states in which a boolean expression was true and false; the same if nothing is known of it. */
    record Pair(State whenTrue, State whenFalse) {
        static Pair of(State state) {
            return new Pair(state, state);
        }

        State joined() {
            return whenTrue == whenFalse ? whenTrue : whenTrue.join(whenFalse);
        }

        Pair join(Pair other) {
            State t = whenTrue.join(other.whenTrue);
            State f = whenTrue == whenFalse && other.whenTrue == other.whenFalse ? t : whenFalse.join(other.whenFalse);
            return new Pair(t, f);
        }
    }

    private final ControlFlowGraph graph;
    private final RegionSemantics semantics;
    private final Function<Node, Lowered> lowering;
    private final Liveness liveness;
    private final ElementTable elements;
    private final Map<Block, Pair> inputs = new IdentityHashMap<>();
    private final Map<Block, Integer> visits = new IdentityHashMap<>();
    private final Map<Block, Integer> rank = new IdentityHashMap<>();
    private final TreeSet<Integer> work = new TreeSet<>();
    private final List<Block> order;
    private boolean settled = true;

    RegionFlow(ControlFlowGraph graph, RegionSemantics semantics, Function<Node, Lowered> lowering, Liveness liveness, ElementTable elements) {
        this.graph = graph;
        this.semantics = semantics;
        this.lowering = lowering;
        this.liveness = liveness;
        this.elements = elements;
        this.order = liveness.order();
        for (int i = 0; i < order.size(); i++) {
            rank.put(order.get(i), i);
        }
    }

    /** Runs to the fixpoint. False: a block was visited too often, and the result is not stable. */
    boolean solve(State entry) {
        inputs.put(graph.getEntryBlock(), Pair.of(entry));
        work.add(rank.get(graph.getEntryBlock()));
        while (!work.isEmpty() && settled) {
            Block block = order.get(work.pollFirst());
            settled = visits.merge(block, 1, Integer::sum) <= MOST_VISITS;
            run(block, inputs.get(block), true);
        }
        return settled;
    }

    /** Runs every reached block once more, in order; nothing changes, but the journal hears of it. */
    void sweep() {
        for (Block block : order) {
            if (inputs.containsKey(block)) {
                run(block, inputs.get(block), false);
            }
        }
    }

    /** The state at the end of the body, or null if it never ends normally. */
    State regularExit() {
        Pair exit = inputs.get(graph.getRegularExitBlock());
        return exit == null ? null : exit.joined();
    }

    private void run(Block block, Pair input, boolean propagate) {
        Pair now = input;
        if (block instanceof ConditionalBlock branch) {
            if (propagate) {
                propagate(branch.getThenSuccessor(), now, branch.getThenFlowRule());
                propagate(branch.getElseSuccessor(), now, branch.getElseFlowRule());
            }
            return;
        }
        if (block instanceof ExceptionBlock thrower) {
            Lowered lowered = lowering.apply(thrower.getNode());
            State before = now.joined();
            if (propagate) {
                thrower.getExceptionalSuccessors().forEach((type, handlers) -> propagateThrown(handlers, before, lowered, type));
            }
            now = node(thrower.getNode(), now);
        } else if (block instanceof RegularBlock regular) {
            for (Node node : regular.getNodes()) {
                now = node(node, now);
            }
        }
        if (propagate && block instanceof SingleSuccessorBlock single && single.getSuccessor() != null) {
            propagate(single.getSuccessor(), now, single.getFlowRule());
        }
    }

    private void propagateThrown(java.util.Set<Block> handlers, State before, Lowered lowered, TypeMirror type) {
        State thrown = apply(before, lowered.whenThrown(type));
        for (Block handler : handlers) {
            propagate(handler, Pair.of(thrown), FlowRule.EACH_TO_EACH);
        }
    }

    private Pair node(Node node, Pair input) {
        if (node instanceof ConditionalNotNode) {
            return new Pair(input.whenFalse(), input.whenTrue());
        }
        if (node instanceof ConditionalAndNode || node instanceof ConditionalOrNode) {
            return input;
        }
        Lowered lowered = lowering.apply(node);
        if (lowered.isEmpty()) {
            return input;
        }
        State after = apply(input.joined(), lowered.ops());
        if (!lowered.isConditional()) {
            return Pair.of(after);
        }
        return new Pair(lowered.isNever(true) ? State.UNREACHED : apply(after, lowered.whenTrue()),
                lowered.isNever(false) ? State.UNREACHED : apply(after, lowered.whenFalse()));
    }

    State apply(State state, List<RegionOp> ops) {
        if (state == State.UNREACHED) {
            return state;
        }
        State now = state;
        for (RegionOp op : ops) {
            now = semantics.apply(now, op);
        }
        return now;
    }

    private void propagate(Block target, Pair output, FlowRule rule) {
        Pair routed = switch (rule) {
            case EACH_TO_EACH -> output;
            case THEN_TO_BOTH, THEN_TO_THEN -> Pair.of(output.whenTrue());
            case ELSE_TO_BOTH, ELSE_TO_ELSE -> Pair.of(output.whenFalse());
        };
        boolean thenOnly = rule == FlowRule.THEN_TO_THEN;
        boolean elseOnly = rule == FlowRule.ELSE_TO_ELSE;
        State live = keepLive(routed.whenTrue(), target);
        Pair pruned = routed.whenTrue() == routed.whenFalse() ? Pair.of(live) : new Pair(live, keepLive(routed.whenFalse(), target));
        if (thenOnly) {
            pruned = new Pair(pruned.whenTrue(), State.UNREACHED);
        } else if (elseOnly) {
            pruned = new Pair(State.UNREACHED, pruned.whenFalse());
        }
        Pair old = inputs.get(target);
        Pair next = old == null ? pruned : old.join(pruned);
        if (!next.equals(old)) {
            inputs.put(target, next);
            work.add(rank.get(target));
        }
    }

    private State keepLive(State state, Block target) {
        return state.keep(element -> elements.isPinned(element) || liveness.isLiveAt(target, element));
    }
}
