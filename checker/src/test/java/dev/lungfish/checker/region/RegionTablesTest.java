package dev.lungfish.checker.region;

import static dev.lungfish.checker.region.Bench.CALLERS_LOCK;
import static dev.lungfish.checker.region.Bench.COWN;
import static dev.lungfish.checker.region.Bench.LOCK;
import static dev.lungfish.checker.region.Bench.NONE;
import static dev.lungfish.checker.region.Bench.OTHER;
import static dev.lungfish.checker.region.Bench.in;
import static dev.lungfish.checker.region.Bench.site;
import static dev.lungfish.checker.region.Bench.was;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.region.MethodContext.Ownership;
import dev.lungfish.checker.region.RegionKey.Mode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tables of what a store, a use, a move, a loan and a freeze do and demand, row by row. Element 10 is the holder, 11 the value. */
class RegionTablesTest {
    private static final RegionOp STORE = new RegionOp.Merge(10, 11, site(1, 11));
    private static final RegionOp MOVE = new RegionOp.Move(11, OutEntry.Kind.MOVE, NONE, site(2, 11));
    private static final RegionOp LEND = new RegionOp.Lend(11, NONE, Set.of(), false, site(3, 11));
    private static final RegionOp LEND_TO_READ = new RegionOp.Lend(11, NONE, Set.of(), true, site(4, 11));
    private static final RegionOp FREEZE = new RegionOp.Freeze(11, "", site(5, 11));

    private static Bench value(Label label) {
        return new Bench().fresh(11, label);
    }

    private static Bench holderAndValue(Label holder, Label value) {
        return new Bench().fresh(10, holder).fresh(11, value);
    }

    private static void expect(Bench bench, String state, String heard) {
        assertEquals(state, bench.shown());
        assertEquals(heard, bench.heard());
    }

    private static RegionOp use(Access access) {
        return new RegionOp.Use(11, access, site(9, 11));
    }

    // --- stores

    @Test
    void store_free_unites() {
        expect(holderAndValue(Label.FREE, Label.FREE).run(STORE), "{10 11 free}", "");
        expect(holderAndValue(Label.caller(1), Label.FREE).run(STORE), "{10 11 caller[1]}", "");
    }

    @Test
    void store_withFrozenOnEitherSide_unitesNothing() {
        expect(holderAndValue(Label.FREE, Label.FROZEN).run(STORE), "{10 free} {11 frozen}", "");
        expect(holderAndValue(Label.FROZEN, Label.FREE).run(STORE), "{10 frozen} {11 free}", "");
    }

    @Test
    void store_freeIntoRegion_becomesPartOfIt() {
        expect(holderAndValue(in(LOCK), Label.FREE).run(STORE), "{10 11 in(lock)}", "");
    }

    @Test
    void store_ofWhatHoldsTheOwner_isABackReference() {
        expect(holderAndValue(in(LOCK), Label.caller(0)).owner(LOCK, 11).run(STORE), "{10 in(lock)} {11 caller[0]}", "");
    }

    @Test
    void store_ofCallersIntoRegion_isKept_andRefusedIfBorrowed() {
        expect(holderAndValue(in(LOCK), Label.caller(2)).run(STORE), "{10 11 in(lock)}", "kept 2 in lock");
        expect(holderAndValue(in(LOCK), Label.caller(2)).formal(2, Ownership.BORROWED).run(STORE), "{10 11 in(lock)}",
                "kept 2 in lock\n! capture.not.owned [v11, v2]");
    }

    @Test
    void store_ofCallersIntoShared_isPublished() {
        expect(holderAndValue(Label.SHARED, Label.caller(2)).run(STORE), "{10 shared} {11 shared}", "published 2");
    }

    @Test
    void store_fromOneRegionIntoAnother_isReported() {
        expect(holderAndValue(in(LOCK), in(OTHER)).run(STORE), "{10 in(lock)} {11 in(other)}", "! region.cross.reference [v11, other, lock]");
        expect(holderAndValue(in(LOCK), Label.SHARED).run(STORE), "{10 in(lock)} {11 shared}", "! region.cross.reference.shared [v11, lock] POSSIBLE");
    }

    @Test
    void store_ofRegionIntoLongerLived_escapes() {
        expect(holderAndValue(Label.caller(1), in(LOCK)).run(STORE), "{10 caller[1]} {11 in(lock)}", "! region.escape.stored [v11, lock, v10]");
        expect(holderAndValue(Label.SHARED, in(LOCK)).run(STORE), "{10 shared} {11 in(lock)}", "! region.escape.stored [v11, lock, v10]");
        expect(holderAndValue(Label.FREE, was(LOCK)).run(STORE), "{10 free} {11 was(lock)}", "! region.escape.used [v11, lock]");
    }

    @Test
    void store_ofCallersIntoCallers_isACapture() {
        expect(holderAndValue(Label.caller(1), Label.caller(2)).run(STORE), "{10 11 caller[1, 2]}", "captured 2 by 1");
        expect(holderAndValue(Label.caller(1), Label.caller(2)).formal(2, Ownership.BORROWED).run(STORE), "{10 11 caller[1, 2]}",
                "captured 2 by 1\n! capture.not.owned [v11, v2]");
    }

    // --- uses

    @Test
    void identity_neverViolates() {
        for (Label label : List.of(Label.FREE, Label.FROZEN, in(LOCK), was(LOCK), Label.SHARED)) {
            assertEquals("", value(label).run(use(Access.IDENTITY)).heard());
        }
        assertEquals("", value(Label.FREE).run(MOVE).quiet().run(use(Access.IDENTITY)).heard());
    }

    @Test
    void useOfWhatLeft_isToldOnce() {
        Bench bench = value(Label.FREE).run(MOVE).quiet();
        expect(bench.run(use(Access.READ)), "{11 free}", "! use.after.move.same [v11, v11] <[v11, op2]>");
        expect(bench.quiet().run(use(Access.READ)), "{11 free}", "");
    }

    @Test
    void readOfWhatWasLentToRead_isFine_andAWriteIsNot() {
        assertEquals("", value(Label.FREE).run(LEND_TO_READ).quiet().run(use(Access.READ)).heard());
        assertEquals(List.of("use.after.move.lent"), value(Label.FREE).run(LEND_TO_READ).quiet().run(use(Access.WRITE)).violations());
    }

    @Test
    void useUnderAContradictedGuard_isFine() {
        Bench moved = value(Label.FREE).run(new RegionOp.Fact(50, true), MOVE, new RegionOp.Fact(50, null)).quiet();
        assertEquals(List.of("use.after.move.same"), moved.run(use(Access.READ)).violations());
        Bench kept = value(Label.FREE).run(new RegionOp.Move(11, OutEntry.Kind.MOVE, 50, site(2, 11)), new RegionOp.Fact(50, false)).quiet();
        expect(kept.run(use(Access.READ)), "{11 free move@2{50=true}} fact 50=false", "");
    }

    @Test
    void useInRegion_needsItOpenInThisMode() {
        assertEquals(List.of("region.not.open"), value(in(LOCK)).run(use(Access.READ)).violations());
        assertEquals("", value(in(LOCK)).run(new RegionOp.Open(LOCK, Mode.READ, site(1, 0)), use(Access.READ)).heard());
        assertEquals(List.of("region.not.open.write"), value(in(LOCK)).run(new RegionOp.Open(LOCK, Mode.READ, site(1, 0)), use(Access.WRITE)).violations());
        assertEquals(List.of("cown.not.acquired"), value(in(COWN)).run(use(Access.READ)).violations());
        assertEquals("required lock WRITE", value(in(LOCK)).callersOpen(LOCK).run(use(Access.WRITE)).heard());
    }

    @Test
    void useInRegionOfAFreeOwner_needsNoLock() {
        assertEquals("", value(in(CALLERS_LOCK)).owner(CALLERS_LOCK, 12).fresh(12, Label.FREE).run(use(Access.WRITE)).heard());
    }

    @Test
    void useOfWhatWasBorrowed_escapes() {
        expect(value(was(LOCK)).run(use(Access.READ)), "{11 free}", "! region.escape.used [v11, lock]");
    }

    @Test
    void writeToFrozen_isReported_andReadIsNot() {
        assertEquals("", value(Label.FROZEN).run(use(Access.READ)).heard());
        assertEquals("! frozen.write [v11]", value(Label.FROZEN).run(use(Access.WRITE)).heard());
        assertEquals("! frozen.write [v11] POSSIBLE\nperhaps frozen", value(Label.MAYBE_FROZEN).run(use(Access.WRITE)).heard());
    }

    @Test
    void useOfARegion_isAUseOfTheFormalsInIt() {
        assertEquals("used 2 READ", new Bench().fresh(2, Label.caller(2)).run(new RegionOp.Assign(11, 2), use(Access.READ)).heard());
    }

    // --- moves, loans, freezing

    @Test
    void moveByLabel() {
        expect(value(Label.FREE).run(MOVE), "{11 free move@2}", "proved");
        expect(value(Label.MAYBE_FROZEN).run(MOVE), "{11 frozen? move@2}", "proved");
        expect(value(Label.FROZEN).run(MOVE), "{11 frozen}", "");
        expect(value(Label.caller(2)).run(MOVE), "{11 caller[2]}", "! move.not.owned [v11, v2] POSSIBLE");
        expect(value(Label.caller(0)).run(MOVE), "{11 caller[0]}", "! move.not.owned.this [v11, this] POSSIBLE");
        expect(value(Label.caller(2)).formal(2, Ownership.INFERRED).run(MOVE), "{11 caller[2] move@2}", "moved 2");
        expect(value(in(LOCK)).run(MOVE), "{11 in(lock)}", "! move.guarded [v11, lock]");
        expect(value(was(LOCK)).run(MOVE), "{11 was(lock)}", "! region.escape.used [v11, lock]");
        expect(value(Label.SHARED).run(MOVE), "{11 shared}", "! move.shared [v11, ] POSSIBLE");
        expect(value(in(LOCK).lub(in(OTHER))).run(MOVE), "{11 in(lock)|in(other) move@2}", "! residual.check.conflict [v11] UNPROVED");
        expect(value(Label.FREE).run(new RegionOp.Dirty(11, site(8, 11)), MOVE), "{11 free move@2 dirty}",
                "unaware op8\n! residual.check.dirty [v11, op8] UNPROVED <[v11, op8]>");
    }

    @Test
    void secondMove_isAUseAfterTheFirst() {
        assertEquals(List.of("use.after.move.again"), value(Label.FREE).run(MOVE).quiet().run(MOVE).violations());
    }

    @Test
    void loanByLabel() {
        expect(value(Label.FREE).run(LEND), "{11 free lend@3}", "proved");
        expect(value(Label.FREE).run(LEND_TO_READ, LEND_TO_READ), "{11 free lend@4r*}", "proved\nproved");
        expect(value(Label.FROZEN).run(LEND), "{11 frozen}", "");
        expect(value(Label.caller(2)).run(LEND), "{11 caller[2] lend@3}", "");
        expect(value(Label.caller(2)).run(LEND, new RegionOp.Exit(NONE, null)), "{11 caller[2] lend@3}", "! move.not.owned [v11, v2] POSSIBLE");
        expect(value(in(LOCK)).run(LEND), "{11 in(lock)}", "! move.guarded [v11, lock]");
        expect(value(Label.SHARED).run(LEND), "{11 shared}", "! move.shared [v11, ] POSSIBLE");
    }

    @Test
    void freezeByLabel() {
        expect(value(Label.FREE).run(FREEZE), "{11 frozen dirty}", "owned");
        expect(value(Label.MAYBE_FROZEN).run(FREEZE), "{11 frozen dirty}", "owned");
        expect(value(Label.FROZEN).run(FREEZE), "{11 frozen}", "");
        expect(value(Label.caller(2)).run(FREEZE), "{11 caller[2]}", "! freeze.not.owned [v11, v2]");
        expect(value(Label.caller(2)).formal(2, Ownership.INFERRED).run(FREEZE), "{11 frozen dirty}", "frozen 2\nowned");
        expect(value(in(LOCK)).run(FREEZE), "{11 in(lock)}", "! freeze.not.owned [v11, lock]");
        expect(value(was(LOCK)).run(FREEZE), "{11 was(lock)}", "! region.escape.used [v11, lock]");
        expect(value(Label.SHARED).run(FREEZE), "{11 shared}", "! freeze.not.owned [v11, ]");
        expect(value(in(LOCK).lub(Label.SHARED)).run(FREEZE), "{11 frozen dirty}", "! residual.check.conflict [v11] UNPROVED");
        assertEquals(List.of("residual.check.dirty"), value(Label.FREE).run(new RegionOp.Dirty(11, site(8, 11)), FREEZE).violations());
        assertEquals(List.of("use.after.move.same"), value(Label.FREE).run(MOVE, FREEZE).violations());
        expect(value(Label.FREE).run(new RegionOp.Freeze(11, "job.thread", site(5, 11))), "{11 free}", "! freeze.unfreezable [v11, job.thread]");
    }
}
