package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.RegionKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a caller is told first depends on the order in which it goes through a summary: it must be the same in each run of the compiler. */
class SummaryOrderTest {
    private static final List<Integer> ORDER = List.of(0, 1, 2, 3, 4, 5, 6, 7);

    @Test
    void formalsOfASummary_comeInTheirOrder() {
        Set<Integer> mixed = Set.of(7, 3, 0, 5, 1, 6, 2, 4);
        Map<Integer, Access> uses = Map.of(7, Access.READ, 3, Access.READ, 0, Access.READ, 5, Access.READ, 1, Access.READ, 6, Access.READ, 2,
                Access.READ, 4, Access.READ);
        Set<RegionKey> closed = Set.of(RegionKey.lock("c"), RegionKey.lock("a"), RegionKey.lock("d"), RegionKey.lock("b"));

        Summary summary = new Summary(uses, List.of(), List.of(), mixed, mixed, mixed, mixed, mixed, Map.of(), List.of(), Set.of(), closed,
                Summary.Result.SAME, mixed, null, mixed);

        for (Set<Integer> formals : List.of(summary.uses().keySet(), summary.moved(), summary.leftBehind(), summary.frozen(), summary.published(),
                summary.requiresFrozen(), summary.resultOf(), summary.dirty())) {
            assertEquals(ORDER, List.copyOf(formals));
        }
        assertEquals(List.of("a", "b", "c", "d"), summary.closed().stream().map(RegionKey::base).toList());
    }
}
