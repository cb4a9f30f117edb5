package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.nullaway.dataflow.cfg.block.Block;
import org.checkerframework.nullaway.dataflow.cfg.node.ArrayAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/**
 * How two names came to share a region, and how one came into the region of a lock or became shared: the assignments and stores of a body as edges,
 * the shortest path, and whether there is one that only leads down. Built once, for messages and how certain they are; the analysis never looks at it.
 */
final class Connections {
    private static final int MOST_STEPS = 3;
    /** Stands for shared state where a region is asked for. */
    private static final String SHARED = "";
    private static final Set<Kind> ALIAS = EnumSet.of(Kind.SAME, Kind.RESULT);
    private static final Set<Kind> SEEN = EnumSet.of(Kind.SAME, Kind.PART, Kind.READ);
    private static final Set<Kind> DOWN = EnumSet.of(Kind.SAME, Kind.RESULT, Kind.PART, Kind.READ);
    private static final Set<Kind> ANY = EnumSet.allOf(Kind.class);

    /** What the element at the end of an edge is to the one at its start. */
    private enum Kind {
        /** The same, or perhaps: either leads to what the other leads to. */
        SAME,
        /** Something that it holds. */
        PART,
        /** What a call gave back of it: the same, a part, or something that holds it. */
        RESULT,
        /** In one region with it; which of them leads to the other, if any does, is not known. */
        TOGETHER,
        /** Something that holds it. */
        HOLDER,
        /** What was read out of it: perhaps any part. */
        READ,
        /** What it was read out of. */
        SOURCE
    }

    private record Edge(int from, int to, Kind kind, Violation.Step step) {
    }

    /** An element came into a region here. */
    private record Origin(String region, Violation.Step step) {
    }

    private final Classes classes;
    private final Map<Integer, List<Edge>> edges = new HashMap<>();
    private final Map<Integer, List<Origin>> origins = new HashMap<>();
    private final Map<String, List<Violation.Step>> opened = new HashMap<>();
    private final Map<String, List<Violation.Step>> closed = new HashMap<>();
    private final Map<Integer, Set<Integer>> together = new HashMap<>();
    private final Map<Integer, Set<Integer>> aliases = new HashMap<>();
    private final Map<Integer, Set<Integer>> led = new HashMap<>();

    Connections(ControlFlowGraph graph, Translator translator, ElementTable elements, Classes classes) {
        this.classes = classes;
        for (Block block : graph.getDepthFirstOrderedBlocks()) {
            for (Node node : block.getNodes()) {
                for (RegionOp op : translator.lower(node).ops()) {
                    add(op, node, translator, elements);
                }
            }
        }
    }

    private void add(RegionOp op, Node node, Translator translator, ElementTable elements) {
        addOrigin(op, node, translator, elements);
        if (op instanceof RegionOp.Merge merge && merge.holder() != RegionOp.NONE && merge.value() != RegionOp.NONE) {
            connect(merge.holder(), merge.value(), merge.site(), elements);
        } else if (op instanceof RegionOp.Gather gather) {
            gather.values().forEach(value -> connect(gather.holder(), value, gather.site(), elements));
        } else if (op instanceof RegionOp.Heap heap) {
            connect(heap.heap(), heap.value(), heap.site(), elements);
        } else if (op instanceof RegionOp.Share share) {
            link(share.portion().of(), share.whole(), Kind.SAME, null);
        } else if (op instanceof RegionOp.Spread spread) {
            link(spread.holder(), spread.heap(), Kind.SAME, null);
        } else if (op instanceof RegionOp.Assign assign && assign.s() != RegionOp.NONE) {
            boolean named = node instanceof AssignmentNode assignment && assignment.getTarget() instanceof LocalVariableNode
                    && assign.s() < RegionOp.FIRST_TEMPORARY && assign.d() < RegionOp.FIRST_TEMPORARY;
            boolean isRead = node instanceof FieldAccessNode || node instanceof ArrayAccessNode
                    || node instanceof MethodInvocationNode call && classes.isMadeAccessor(call.getTarget().getMethod());
            link(assign.s(), assign.d(), isRead ? Kind.READ : node instanceof MethodInvocationNode ? Kind.RESULT : Kind.SAME, !named ? null : new Violation.Step("step.named",
                    List.of(elements.nameOf(assign.d()), elements.nameOf(assign.s())), translator.pointOf(node.getTree())));
        }
    }

    private void connect(int holder, int value, Site site, ElementTable elements) {
        link(holder, value, site.certainty() == Certainty.WITNESSED ? Kind.PART : Kind.TOGETHER, new Violation.Step("step.connected", List.of(elements.nameOf(value), elements.nameOf(holder), site.name()), site.at()));
    }

    private void addOrigin(RegionOp op, Node node, Translator translator, ElementTable elements) {
        if (op instanceof RegionOp.Enter enter) {
            origin(enter.d(), enter.region().toString(), new Violation.Step("step.entered",
                    List.of(elements.nameOf(enter.d()), enter.region().shown()), translator.pointOf(node.getTree())));
        } else if (op instanceof RegionOp.Fresh fresh && fresh.label().equals(Label.SHARED)) {
            origin(fresh.d(), SHARED, new Violation.Step("step.shared", List.of(elements.nameOf(fresh.d())), translator.pointOf(node.getTree())));
        } else if (op instanceof RegionOp.Publish publish) {
            origin(publish.e(), SHARED, new Violation.Step("step.published", List.of(elements.nameOf(publish.e()), publish.site().name()), publish.site().at()));
        } else if (op instanceof RegionOp.Open open) {
            opened.computeIfAbsent(open.region().toString(), r -> new ArrayList<>())
                    .add(new Violation.Step("step.opened", List.of("'" + open.region().shown() + "'", open.site().name()), open.site().at()));
        } else if (op instanceof RegionOp.Close close) {
            closed(close.region(), close.site());
        } else if (op instanceof RegionOp.LeaveMonitor leave) {
            closed(leave.region(), leave.site());
        }
    }

    private void closed(RegionKey region, Site site) {
        closed.computeIfAbsent(region.toString(), r -> new ArrayList<>())
                .add(new Violation.Step("step.released", List.of("'" + region.shown() + "'"), site.at()));
    }

    private void origin(int element, String region, Violation.Step step) {
        origins.computeIfAbsent(element, e -> new ArrayList<>()).add(new Origin(region, step));
    }

    /** The steps by which an element came into a region (null: to be shared), before it was used here. */
    List<Violation.Step> origin(int element, RegionKey region, SourcePoint use) {
        String wanted = region == null ? SHARED : region.toString();
        Set<Violation.Step> steps = new LinkedHashSet<>();
        Set<Integer> seen = new HashSet<>(Set.of(element));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && steps.isEmpty()) {
            int at = open.poll();
            Violation.Step origin = lastBefore(origins.getOrDefault(at, List.of()).stream().filter(o -> o.region().equals(wanted)).map(Origin::step).toList(), use);
            if (origin != null) {
                steps.add(origin);
                steps.addAll(between(at, element).stream().filter(step -> isBefore(step, use)).toList());
            }
            edges.getOrDefault(at, List.of()).stream().map(Edge::to).filter(seen::add).forEach(open::add);
        }
        Violation.Step last = steps.stream().reduce((a, b) -> b).orElse(null);
        Violation.Step before = lastBefore(opened.getOrDefault(wanted, List.of()), last == null ? use : last.at());
        Violation.Step after = lastBefore(closed.getOrDefault(wanted, List.of()), use);
        List<Violation.Step> all = new ArrayList<>(before == null ? List.of() : List.of(before));
        all.addAll(steps);
        if (after != null && last != null && isBefore(last, after.at())) {
            all.add(after);
        }
        return all;
    }

    private static Violation.Step lastBefore(List<Violation.Step> steps, SourcePoint use) {
        return steps.stream().filter(step -> isBefore(step, use)).max(java.util.Comparator.comparing(Violation.Step::at)).orElse(null);
    }

    private static boolean isBefore(Violation.Step step, SourcePoint use) {
        return step.at().isKnown() && step.at().compareTo(use) < 0;
    }

    private void link(int a, int b, Kind kind, Violation.Step step) {
        Kind back = kind == Kind.PART ? Kind.HOLDER : kind == Kind.READ ? Kind.SOURCE : kind;
        edges.computeIfAbsent(a, e -> new ArrayList<>()).add(new Edge(a, b, kind, step));
        edges.computeIfAbsent(b, e -> new ArrayList<>()).add(new Edge(b, a, back, step));
    }

    /** Whether there is a way from one to the other, and each leads down to something in the middle and up again. */
    boolean shareOnlyAPart(int a, int b) {
        return togetherWith(a).contains(b) && !leadsTo(a).contains(b) && !leadsTo(b).contains(a);
    }

    /** Whether something that came to be shared leads to the element. */
    boolean isPartOfShared(int element) {
        return togetherWith(element).stream().filter(this::cameToBeShared).anyMatch(at -> leadsTo(at).contains(element));
    }

    private boolean cameToBeShared(int element) {
        return origins.getOrDefault(element, List.of()).stream().anyMatch(o -> o.region().equals(SHARED));
    }

    /** Whether the second is the first, a part of it, or was read out of it, by nothing but names and fields. */
    boolean isSeenIn(int whole, int part) {
        return reach(whole, SEEN).contains(part);
    }

    /** What an element leads to: its parts, what was read out of them, and what was read, as perhaps the same part, out of another holder of one. */
    private Set<Integer> leadsTo(int element) {
        Set<Integer> known = led.get(element);
        if (known == null) {
            known = findLed(element);
            led.put(element, known);
        }
        return known;
    }

    private Set<Integer> findLed(int element) {
        Set<Integer> found = reach(element, DOWN);
        Set<Integer> open = found;
        while (!open.isEmpty()) {
            Set<Integer> more = new HashSet<>();
            for (int part : open) {
                Set<Integer> holders = next(aliasesOf(part), Kind.HOLDER);
                holders.addAll(next(aliasesOf(part), Kind.SOURCE));
                holders.forEach(holder -> next(aliasesOf(holder), Kind.READ).forEach(read -> more.addAll(reach(read, DOWN))));
            }
            more.removeAll(found);
            found.addAll(more);
            open = more;
        }
        return found;
    }

    private Set<Integer> next(Set<Integer> from, Kind kind) {
        Set<Integer> found = new HashSet<>();
        for (int at : from) {
            for (Edge edge : edges.getOrDefault(at, List.of())) {
                if (edge.kind() == kind) {
                    found.add(edge.to());
                }
            }
        }
        return found;
    }

    private Set<Integer> togetherWith(int element) {
        return classOf(element, ANY, together);
    }

    private Set<Integer> aliasesOf(int element) {
        return classOf(element, ALIAS, aliases);
    }

    /** What an element reaches by edges of kinds that go both ways: the same for all that it reaches. */
    private Set<Integer> classOf(int element, Set<Kind> kinds, Map<Integer, Set<Integer>> known) {
        Set<Integer> members = known.get(element);
        if (members == null) {
            members = reach(element, kinds);
            for (int member : members) {
                known.put(member, members);
            }
        }
        return members;
    }

    private Set<Integer> reach(int element, Set<Kind> kinds) {
        Set<Integer> seen = new HashSet<>(Set.of(element));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Edge edge : edges.getOrDefault(open.poll(), List.of())) {
                if (kinds.contains(edge.kind()) && seen.add(edge.to())) {
                    open.add(edge.to());
                }
            }
        }
        return seen;
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
