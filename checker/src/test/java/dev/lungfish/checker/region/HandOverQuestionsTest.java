package dev.lungfish.checker.region;

import static dev.lungfish.checker.region.Bench.NONE;
import static dev.lungfish.checker.region.Bench.site;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which hand-overs the run time can be asked about where something is used after them. */
class HandOverQuestionsTest {
    private static RegionOp move(int element, OutEntry.Kind kind, Site at) {
        return new RegionOp.Move(element, kind, NONE, Touch.EVERYTHING, at);
    }

    private static List<String> asked(RegionOp... before) {
        Bench bench = new Bench().fresh(10, Label.FREE).fresh(30, Label.FREE).run(before);
        return bench.run(new RegionOp.Use(10, Access.WRITE, site(9, 10))).asked();
    }

    @Test
    void aMoveAndALoan_byTheirSites() {
        assertEquals(List.of("9 after [5]"), asked(move(10, OutEntry.Kind.MOVE, site(5, 10))));
        assertEquals(List.of("9 after [5]"), asked(new RegionOp.Lend(10, 30, Set.of(), false, site(5, 10))));
        assertEquals(List.of(), asked());
    }

    @Test
    void aLoanThatHasComeBackSomewhere_isNamed() {
        assertEquals(List.of("5 came back"), asked(new RegionOp.Lend(10, 30, Set.of(), false, site(5, 10)), new RegionOp.Await(30, false)));
        assertEquals(List.of("5 came back"), asked(new RegionOp.Lend(10, NONE, Set.of("scope"), false, site(5, 10)), new RegionOp.AwaitGroup("scope")));
    }

    @Test
    void whereItIsNotCertainThatItLeaves_nothingIsAsked() {
        assertEquals(List.of("9 after []"), asked(move(10, OutEntry.Kind.MOVE, site(5, 10).tentative())));
        assertEquals(List.of(), asked(move(10, OutEntry.Kind.SLOT, site(5, 10))));
    }
}
