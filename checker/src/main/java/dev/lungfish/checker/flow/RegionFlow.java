package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.RegionSemantics;
import dev.lungfish.checker.region.State;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.analysis.Store.FlowRule;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.nullaway.dataflow.cfg.block.Block;
import org.checkerframework.nullaway.dataflow.cfg.block.ConditionalBlock;
import org.checkerframework.nullaway.dataflow.cfg.block.ExceptionBlock;
import org.checkerframework.nullaway.dataflow.cfg.block.RegularBlock;
import org.checkerframework.nullaway.dataflow.cfg.block.SingleSuccessorBlock;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ConditionalAndNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ConditionalNotNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ConditionalOrNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.TypeCastNode;

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
    private final Map<Node, State> thrownOut = new IdentityHashMap<>();
    private Leaving leaving;
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

    /** Hears of each way out of the body. */
    interface Leaving {
        /**
         * @param last the node after which the body is left, or the one that throws; null if nothing says which
         * @param byException whether it is left by an exception
         */
        void left(Node last, boolean byException, State state);
    }

    /** Runs every reached block once more, in order; nothing changes, but the journal hears of it, and the listener of each way out. */
    void sweep(Leaving listener) {
        leaving = listener;
        for (Block block : order) {
            if (inputs.containsKey(block)) {
                run(block, inputs.get(block), false);
            }
        }
    }

    /** The state in which an exception ends the body, or null if none does. */
    State exceptionalExit() {
        return at(graph.getExceptionalExitBlock());
    }

    /** The state at the end of the body, or null if it never ends normally. */
    State regularExit() {
        return at(graph.getRegularExitBlock());
    }

    private State at(Block exit) {
        State state = inputs.containsKey(exit) ? inputs.get(exit).joined() : State.UNREACHED;
        return state == State.UNREACHED ? null : state;
    }

    private void run(Block block, Pair input, boolean propagate) {
        Pair now = input;
        Node last = null;
        if (block instanceof ConditionalBlock branch) {
            Node condition = branch.getPredecessors().stream().findFirst().map(Block::getLastNode).orElse(null);
            go(branch.getThenSuccessor(), now, branch.getThenFlowRule(), condition, propagate);
            go(branch.getElseSuccessor(), now, branch.getElseFlowRule(), condition, propagate);
            return;
        }
        if (block instanceof ExceptionBlock thrower) {
            last = thrower.getNode();
            State before = now.joined();
            if (propagate) {
                propagateThrown(thrower, before);
            } else if (thrownOut.containsKey(last)) {
                leaving.left(last, true, thrownOut.get(last));
            }
            now = node(last, now);
        } else if (block instanceof RegularBlock regular) {
            for (Node node : regular.getNodes()) {
                now = node(node, now);
                last = node;
            }
        }
        if (block instanceof SingleSuccessorBlock single && single.getSuccessor() != null) {
            go(single.getSuccessor(), now, single.getFlowRule(), last, propagate);
        }
    }

    /** Exceptions of several types often leave the same state to the same handler: that is followed once. */
    private void propagateThrown(ExceptionBlock thrower, State before) {
        Lowered lowered = lowering.apply(thrower.getNode());
        Map<List<RegionOp>, Set<Block>> followed = new IdentityHashMap<>();
        for (Map.Entry<TypeMirror, Set<Block>> way : thrower.getExceptionalSuccessors().entrySet()) {
            List<RegionOp> ops = lowered.whenThrown(way.getKey());
            Set<Block> reached = followed.computeIfAbsent(ops, o -> Collections.newSetFromMap(new IdentityHashMap<>()));
            if (reached.containsAll(way.getValue())) {
                continue;
            }
            State thrown = apply(before, ops);
            for (Block handler : way.getValue()) {
                if (reached.add(handler)) {
                    propagate(handler, Pair.of(thrown), FlowRule.EACH_TO_EACH);
                    if (handler == graph.getExceptionalExitBlock() && thrown != State.UNREACHED) {
                        thrownOut.merge(thrower.getNode(), keepLive(thrown, handler), State::join);
                    }
                }
            }
        }
    }

    /** One edge is followed: to the fixpoint, or, in the sweep, out of the body. */
    private void go(Block target, Pair output, FlowRule rule, Node last, boolean propagate) {
        if (propagate) {
            propagate(target, output, rule);
        } else if (target == graph.getRegularExitBlock() || target == graph.getExceptionalExitBlock()) {
            State state = keepLive(routed(output, rule).joined(), target);
            if (state != State.UNREACHED) {
                leaving.left(target == graph.getExceptionalExitBlock() ? null : last, target == graph.getExceptionalExitBlock(), state);
            }
        }
    }

    private static Pair routed(Pair output, FlowRule rule) {
        return switch (rule) {
            case EACH_TO_EACH -> output;
            case THEN_TO_BOTH, THEN_TO_THEN -> Pair.of(output.whenTrue());
            case ELSE_TO_BOTH, ELSE_TO_ELSE -> Pair.of(output.whenFalse());
        };
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
            return isAnotherBoolean(node) ? Pair.of(input.joined()) : input;
        }
        State after = apply(decided(lowered.decided(), input), lowered.ops());
        if (!lowered.isConditional()) {
            return Pair.of(after);
        }
        return new Pair(lowered.isNever(true) ? State.UNREACHED : apply(after, lowered.whenTrue()),
                lowered.isNever(false) ? State.UNREACHED : apply(after, lowered.whenFalse()));
    }

    /** Whether the node has a truth of its own, of which nothing is known, whatever was true of what it is made of. */
    private static boolean isAnotherBoolean(Node node) {
        return node.getType().getKind() == TypeKind.BOOLEAN && !node.isLValue() && !(node instanceof AssignmentNode) && !(node instanceof TypeCastNode);
    }

    /** A boolean gets the value of the expression before: it is true on the one way that led here and false on the other. */
    private State decided(int variable, Pair input) {
        if (variable == RegionOp.NONE) {
            return input.joined();
        } else if (input.whenTrue() == input.whenFalse()) {
            return decided(variable, null, input.whenTrue());
        }
        return decided(variable, true, input.whenTrue()).join(decided(variable, false, input.whenFalse()));
    }

    private State decided(int variable, Boolean value, State state) {
        return apply(state, List.of(new RegionOp.Decide(variable, value), new RegionOp.Fact(variable, null), new RegionOp.Fact(variable, value)));
    }

    State apply(State state, List<RegionOp> ops) {
        State now = state;
        for (RegionOp op : ops) {
            if (now == State.UNREACHED) {
                return now;
            }
            now = semantics.apply(now, op);
        }
        return now;
    }

    private void propagate(Block target, Pair output, FlowRule rule) {
        Pair routed = routed(output, rule);
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
