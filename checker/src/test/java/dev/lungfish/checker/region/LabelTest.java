package dev.lungfish.checker.region;

import static dev.lungfish.checker.region.Bench.LOCK;
import static dev.lungfish.checker.region.Bench.OTHER;
import static dev.lungfish.checker.region.Bench.in;
import static dev.lungfish.checker.region.Bench.was;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of least upper bounds, cell by cell. */
class LabelTest {
    private static final Label[] ALL = {Label.FREE, Label.FROZEN, Label.MAYBE_FROZEN, Label.caller(1), new Label.Caller(new TreeSet<>(Set.of(1, 2))),
            in(LOCK), in(OTHER), was(LOCK), was(OTHER), Label.SHARED};

    @Test
    void everyPair_isAsInTheTable() {
        StringBuilder table = new StringBuilder();
        for (Label row : ALL) {
            table.append(Printing.show(row)).append(" :");
            for (Label column : ALL) {
                table.append(' ').append(Printing.show(row.lub(column)).replace(" ", ""));
            }
            table.append('\n');
        }
        assertEquals("""
                free : free frozen? frozen? caller[1] caller[1,2] in(lock) in(other) was(lock) was(other) shared
                frozen : frozen? frozen frozen? caller[1] caller[1,2] in(lock) in(other) was(lock) was(other) shared
                frozen? : frozen? frozen? frozen? caller[1] caller[1,2] in(lock) in(other) was(lock) was(other) shared
                caller[1] : caller[1] caller[1] caller[1] caller[1] caller[1,2] in(lock) in(other) was(lock) was(other) shared
                caller[1, 2] : caller[1,2] caller[1,2] caller[1,2] caller[1,2] caller[1,2] in(lock) in(other) was(lock) was(other) shared
                in(lock) : in(lock) in(lock) in(lock) in(lock) in(lock) in(lock) in(lock)|in(other) was(lock) in(lock)|was(other) in(lock)|shared
                in(other) : in(other) in(other) in(other) in(other) in(other) in(lock)|in(other) in(other) in(other)|was(lock) was(other) in(other)|shared
                was(lock) : was(lock) was(lock) was(lock) was(lock) was(lock) was(lock) in(other)|was(lock) was(lock) was(lock)|was(other) shared|was(lock)
                was(other) : was(other) was(other) was(other) was(other) was(other) in(lock)|was(other) was(other) was(lock)|was(other) was(other) shared|was(other)
                shared : shared shared shared shared shared in(lock)|shared in(other)|shared shared|was(lock) shared|was(other) shared
                """, table.toString());
    }

    @Test
    void theStrongerClaimCounts_andTheRegionIsClosedIfItWasOnOnePath() {
        Label perhaps = new Label.In(LOCK, Claim.PERHAPS);
        assertEquals("in(lock)! in(lock) was(lock)! was(lock)?", String.join(" ", Printing.show(perhaps.lub(new Label.In(LOCK, Claim.GUARDED))),
                Printing.show(perhaps.lub(in(LOCK))), Printing.show(perhaps.lub(new Label.Was(LOCK, Claim.GUARDED))),
                Printing.show(perhaps.lub(new Label.Was(LOCK, Claim.PERHAPS)))));
        assertEquals("in(other)|was(lock)", Printing.show(perhaps.lub(in(OTHER)).lub(was(LOCK))));
    }

    @Test
    void conflictAbsorbs_andKeepsEachOwnerOnce() {
        Label conflict = in(LOCK).lub(in(OTHER));
        assertEquals("in(lock)|in(other)", Printing.show(conflict.lub(Label.FREE)));
        assertEquals("in(lock)|in(other)", Printing.show(conflict.lub(Label.caller(3))));
        assertEquals("in(lock)|in(other)", Printing.show(conflict.lub(Label.FROZEN)));
        assertEquals("in(lock)|in(other)|shared", Printing.show(conflict.lub(Label.SHARED).lub(in(OTHER))));
        // What was borrowed and what may have been: it was.
        assertEquals("in(other)|was(lock)", Printing.show(conflict.lub(was(LOCK))));
    }
}
