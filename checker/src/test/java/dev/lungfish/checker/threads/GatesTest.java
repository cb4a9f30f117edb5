package dev.lungfish.checker.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Gates by their definition: without the gate, no way from outside leads to the node. The seed is fixed. */
class GatesTest {
    private static final int NODES = 7;

    @Provide
    Arbitrary<List<List<Integer>>> graphs() {
        Arbitrary<Integer> node = Arbitraries.integers().between(0, NODES - 1);
        return node.list().ofMaxSize(3).list().ofSize(NODES + 1);
    }

    @Property(tries = 2000, seed = "1")
    void gates_areWhatNoWayGoesAround(@ForAll("graphs") List<List<Integer>> graph) {
        List<Integer> roots = graph.get(NODES);
        Gates<Integer> gates = new Gates<>(roots, graph::get);
        for (int node = 0; node < NODES; node++) {
            int target = node;
            Set<Integer> expected = reached(roots, graph::get, -1).contains(target)
                    ? new HashSet<>(IntStream.range(0, NODES).filter(gate -> !reached(roots, graph::get, gate).contains(target)).boxed().toList())
                    : Set.of();
            assertEquals(expected, new HashSet<>(gates.of(node)), () -> "gates of " + target + " in " + graph);
        }
    }

    @Test
    void gates_comeNearestFirst() {
        Map<String, List<String>> calls = Map.of("main", List.of("left", "right"), "left", List.of("both"), "right", List.of("both", "both"),
                "both", List.of("end"), "end", List.of("both"));

        Gates<String> gates = new Gates<>(List.of("main"), calls::get);

        assertEquals(List.of("end", "both", "main"), gates.of("end"));
        assertEquals(List.of(), gates.of("unheard of"));
    }

    private static Set<Integer> reached(List<Integer> roots, Function<Integer, List<Integer>> successors, int without) {
        Set<Integer> found = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            int node = open.remove();
            if (node != without && found.add(node)) {
                open.addAll(successors.apply(node));
            }
        }
        return found;
    }
}
