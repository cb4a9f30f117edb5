package dev.lungfish.checker.threads;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Through which nodes of a graph every way from its roots to a node leads: its dominators. Computed once for all nodes, as Cooper, Harvey and
 * Kennedy do ("A Simple, Fast Dominance Algorithm"), so that a question costs no walk over the graph. Immutable after construction.
 *
 * @param <N> what the graph connects; with {@code equals} and {@code hashCode}
 */
final class Gates<N> {
    private static final int OUTSIDE = 0;

    /** Nodes in reverse postorder; number 0 is whoever comes from outside, and stands before all roots. */
    private final List<N> nodes = new ArrayList<>();
    private final Map<N, Integer> numbers = new HashMap<>();
    private final int[] nearest;

    Gates(List<N> roots, Function<N, List<N>> successors) {
        number(roots, successors);
        this.nearest = new int[nodes.size()];
        settle(entrances(roots, successors));
    }

    /** The node itself and every other one that no way from outside goes around, nearest first; nothing for a node that no way leads to. */
    List<N> of(N node) {
        List<N> found = new ArrayList<>();
        for (int at = numbers.getOrDefault(node, OUTSIDE); at != OUTSIDE; at = nearest[at]) {
            found.add(nodes.get(at));
        }
        return found;
    }

    private void number(List<N> roots, Function<N, List<N>> successors) {
        Deque<Visit<N>> open = new ArrayDeque<>();
        open.push(new Visit<>(null, roots.iterator()));
        while (!open.isEmpty()) {
            Visit<N> visit = open.peek();
            if (!visit.next().hasNext()) {
                nodes.add(open.pop().node());
                continue;
            }
            N next = visit.next().next();
            if (numbers.putIfAbsent(next, OUTSIDE) == null) {
                open.push(new Visit<>(next, successors.apply(next).iterator()));
            }
        }
        Collections.reverse(nodes);
        for (int i = 1; i < nodes.size(); i++) {
            numbers.put(nodes.get(i), i);
        }
    }

    /** A node on the way down, null for outside, with what is still to be visited after it. */
    private record Visit<N>(N node, Iterator<N> next) {
    }

    private List<List<Integer>> entrances(List<N> roots, Function<N, List<N>> successors) {
        List<List<Integer>> entrances = new ArrayList<>();
        nodes.forEach(node -> entrances.add(new ArrayList<>()));
        roots.forEach(root -> entrances.get(numbers.get(root)).add(OUTSIDE));
        for (int i = 1; i < nodes.size(); i++) {
            for (N next : successors.apply(nodes.get(i))) {
                entrances.get(numbers.get(next)).add(i);
            }
        }
        return entrances;
    }

    private void settle(List<List<Integer>> entrances) {
        int unknown = -1;
        Arrays.fill(nearest, 1, nearest.length, unknown);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < nearest.length; i++) {
                int found = unknown;
                for (int from : entrances.get(i)) {
                    if (nearest[from] != unknown) {
                        found = found == unknown ? from : meet(found, from);
                    }
                }
                changed |= nearest[i] != found;
                nearest[i] = found;
            }
        }
    }

    private int meet(int one, int two) {
        int a = one;
        int b = two;
        while (a != b) {
            if (a > b) {
                a = nearest[a];
            } else {
                b = nearest[b];
            }
        }
        return a;
    }
}
