package dev.lungfish.checker.region;

import static dev.lungfish.checker.region.Bench.CALLERS_LOCK;
import static dev.lungfish.checker.region.Bench.LOCK;
import static dev.lungfish.checker.region.Bench.NONE;
import static dev.lungfish.checker.region.Bench.OTHER;
import static dev.lungfish.checker.region.Bench.in;
import static dev.lungfish.checker.region.Bench.site;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lungfish.checker.region.RegionKey.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each operation once: the state before, the operation, the state after. Stores, uses and moves have their tables in RegionTablesTest. */
class RegionOpTest {
    /** All of the lock's content but what the field at HOME alone leads to. */
    private static final int REST = 5;
    private static final int HOME = 6;
    private static final RegionOp OPEN = new RegionOp.Open(LOCK, Mode.WRITE, site(1, 0));
    private static final RegionOp CLOSE = new RegionOp.Close(LOCK, site(2, 0));

    private static Bench free(int... elements) {
        Bench bench = new Bench();
        for (int element : elements) {
            bench.fresh(element, Label.FREE);
        }
        return bench;
    }

    private static RegionOp unite(int a, int b) {
        return new RegionOp.Merge(a, b, site(90, a));
    }

    private static RegionOp lend(int element, int handle, int at) {
        return new RegionOp.Lend(element, handle, Set.of(), false, site(at, element));
    }

    @Test
    void freshAndAssign_moveNamesBetweenRegions() {
        assertEquals("{10 free} {11 12 free}", free(10, 11).run(new RegionOp.Assign(12, 11)).shown());
        assertEquals("{10 free} {11 free}", free(10, 11).run(new RegionOp.Assign(12, 11), new RegionOp.Assign(12, NONE)).shown());
        assertEquals("{10 shared} {11 free}", free(10, 11).run(unite(10, 11), new RegionOp.Fresh(10, Label.SHARED)).shown());
    }

    @Test
    void assign_takesTheHandleAlong_andFreshForgetsIt() {
        Bench bench = free(20, 21).run(new RegionOp.Handles(20, 5), new RegionOp.Assign(21, 20));
        assertEquals("{20 21 free} handle 20[5]! handle 21[5]!", bench.shown());
        assertEquals("{20 free} {21 free} handle 21[5]!", bench.run(new RegionOp.Fresh(20, Label.FREE)).shown());
    }

    @Test
    void await_endsTheLoanOfItsHandleOnly() {
        Bench bench = free(10, 11).run(lend(10, 30, 5), lend(11, 31, 6));
        assertEquals("{10 free lend@5} {11 free lend@6} handle 30[5]! handle 31[6]!", bench.shown());
        assertEquals("{10 free} {11 free lend@6} handle 30[5]! handle 31[6]!", bench.run(new RegionOp.Await(30, false)).shown());
    }

    @Test
    void await_ofManyLoansAtOneSite_needsACollectivePoint() {
        RegionOp lend = new RegionOp.Lend(10, 30, Set.of(), true, site(5, 10));
        Bench bench = free(10).run(lend, lend);
        assertEquals("{10 free lend@5r*} handle 30[5]!", bench.shown());
        assertEquals("{10 free lend@5r*} handle 30[5]!ITSELF", bench.run(new RegionOp.Await(30, false)).shown());
        assertEquals("{10 free} handle 30[5]!ITSELF", bench.run(new RegionOp.Await(30, true)).shown());
    }

    @Test
    void oneOfMany_isBackUnderItsName_untilSomethingLeavesAgain() {
        RegionOp lend = new RegionOp.Lend(10, 10, Set.of(), true, site(5, 10));
        Bench bench = free(10).run(lend, lend, new RegionOp.Await(10, false), new RegionOp.Assign(11, 10), new RegionOp.CopyHandle(12, 10, false));
        assertEquals("{10 11 free lend@5r*} handle 10[5]!ITSELF handle 11[5]! handle 12[5]!ITSELF", bench.shown());
        assertEquals("{10 11 free lend@5r*} handle 10[5]! handle 11[5]! handle 12[5]!", bench.run(lend).shown());
    }

    @Test
    void secondLoanForWriting_isReported_andCountsAsTheOnlyOne() {
        Bench bench = free(10).run(lend(10, 30, 5), lend(10, 30, 5));
        assertEquals("{10 free lend@5} handle 30[5]!", bench.shown());
        assertEquals(List.of("use.after.move.again"), bench.violations());
    }

    @Test
    void copyHandle_replacesOrCollects() {
        Bench bench = new Bench().run(new RegionOp.Handles(1, 5), new RegionOp.Handles(2, 6), new RegionOp.CopyHandle(1, 2, true));
        assertEquals(" handle 1[5, 6]! handle 2[6]!", bench.shown());
        assertEquals(" handle 1[6]! handle 2[6]!", bench.run(new RegionOp.CopyHandle(1, 2, false)).shown());
        assertEquals(" handle 1[6]! handle 2[6]!", bench.run(new RegionOp.CopyHandle(1, 9, true)).shown());
    }

    @Test
    void awaitGroup_endsEverythingLentUnderTheName() {
        Bench bench = free(10, 11).run(new RegionOp.Lend(10, NONE, Set.of("scope"), false, site(5, 10)), lend(11, NONE, 6));
        assertEquals("{10 free} {11 free lend@6}", bench.run(new RegionOp.AwaitGroup("scope")).shown());
    }

    @Test
    void awaitGroup_endsNothingIfMoreIsOutThanItCounts() {
        RegionOp first = new RegionOp.Lend(10, NONE, Set.of("latch"), false, site(5, 10));
        RegionOp[] counted = {new RegionOp.Lend(40, NONE, Set.of("latch"), true, site(5, 40)), new RegionOp.Lend(40, NONE, Set.of("latch"), true, site(6, 40))};
        Bench one = free(10, 40).run(first, counted[0]);
        assertEquals("{10 free} {40 free}", one.run(new RegionOp.AwaitGroup("latch", 40, 1)).shown());
        Bench two = free(10, 40).run(first, counted[0], counted[1]);
        String out = two.shown();
        assertEquals(out, two.run(new RegionOp.AwaitGroup("latch", 40, 1)).shown());
        assertEquals("{10 free} {40 free}", two.run(new RegionOp.AwaitGroup("latch", 40, 2)).shown());
        Bench again = free(10, 40).run(first, counted[0], counted[0]);
        String often = again.shown();
        assertEquals(often, again.run(new RegionOp.AwaitGroup("latch", 40, 1)).shown());
    }

    @Test
    void oneHandle_ofSeveralIsNotKnown() {
        Bench one = new Bench().run(new RegionOp.Handles(1, 5), new RegionOp.OneHandle(1));
        assertEquals(" handle 1[5]!", one.shown());
        assertEquals(" handle 1[5, 6] handle 2[6]!", one.run(new RegionOp.Handles(2, 6), new RegionOp.CopyHandle(1, 2, true), new RegionOp.OneHandle(1)).shown());
    }

    @Test
    void outcome_carriesTheConditionOfAMoveToTheResult() {
        RegionOp offer = new RegionOp.Move(10, OutEntry.Kind.MOVE, 50, site(5, 10));
        assertEquals("{10 free move@5{50=true, 60=true}}", free(10).run(offer, new RegionOp.Outcome(60, 50, null)).shown());
        assertEquals("{10 free move@5{50=true}}", free(10).run(offer, new RegionOp.Outcome(60, 51, null)).shown());
        assertEquals("{10 free move@5{50=true, 60=false}} fact 60=false", free(10).run(offer, new RegionOp.Outcome(60, NONE, false)).shown());
        assertEquals("{10 free} fact 50=false fact 60=false", free(10).run(offer, new RegionOp.Fact(50, false), new RegionOp.Outcome(60, 50, null)).shown());
    }

    @Test
    void openAndClose_nest_andTheLastCloseEndsTheBorrows() {
        Bench bench = new Bench().run(OPEN, OPEN, new RegionOp.Enter(10, LOCK, NONE, REST));
        assertEquals("{5 10 in(lock)} open lock:W2", bench.shown());
        assertEquals("{5 10 in(lock)} open lock:W1", bench.run(CLOSE).shown());
        assertEquals("{5 10 was(lock)}", bench.run(CLOSE).shown());
        assertEquals("{5 10 was(lock)}", bench.run(CLOSE).shown());
    }

    @Test
    void close_insideAConflict_leavesOneOwnerOfEachKind() {
        Bench bench = new Bench().run(OPEN).fresh(10, in(LOCK).lub(Label.SHARED)).run(CLOSE);
        assertEquals("{10 shared|was(lock)}", bench.shown());
        assertEquals(new Label.Was(LOCK).lub(Label.SHARED), bench.state().partition().labelOf(10));
    }

    @Test
    void enter_joinsWhatIsInTheRegion_orTheFreeOwner() {
        assertEquals("{5 10 11 in(lock)}", new Bench().run(new RegionOp.Enter(10, LOCK, NONE, REST), new RegionOp.Enter(11, LOCK, NONE, REST)).shown());
        assertEquals("{10 11 free}", free(10).run(new RegionOp.Enter(11, LOCK, 10, REST)).shown());
    }

    @Test
    void keep_putsAFreeValueIntoTheRegion() {
        RegionOp keep = new RegionOp.Keep(LOCK, NONE, 10, REST, site(5, 10));
        assertEquals("{5 10 in(lock)} open lock:W1", free(10).run(OPEN, keep).shown());
        assertEquals("{10 was(lock)}", free(10).run(keep).shown());
        assertEquals("{5 10 11 in(lock)} open lock:W1", free(10).run(OPEN, new RegionOp.Enter(11, LOCK, NONE, REST), keep).shown());
        assertEquals("{10 11 free}", free(10, 11).run(new RegionOp.Keep(LOCK, 11, 10, REST, site(5, 10))).shown());
        assertEquals("! region.cross.reference [v10, other, lock]", new Bench().fresh(10, in(OTHER)).run(keep).heard());
        assertEquals("kept 2 in lock", new Bench().fresh(10, Label.caller(2)).run(keep).heard());
    }

    @Test
    void detach_freesWhatTheOverwrittenFieldAloneLedTo() {
        RegionOp read = new RegionOp.Enter(10, LOCK, NONE, HOME);
        RegionOp overwrite = new RegionOp.Detach(HOME, LOCK);
        assertEquals("{10 free} open lock:W1", new Bench().home(REST, HOME).run(OPEN, read, overwrite).shown());
        assertEquals("{6 10 was(lock)} open lock:W1", new Bench().home(REST, HOME).run(OPEN, read, CLOSE, OPEN, overwrite).shown());
        assertEquals("{6 10 in(lock)} open lock:R1", new Bench().home(REST, HOME)
                .run(new RegionOp.Open(LOCK, Mode.READ, site(1, 0)), read, overwrite).shown());
    }

    @Test
    void detach_leavesWhatCameTogetherWithTheRest() {
        Bench bench = new Bench().home(REST, HOME).run(OPEN, new RegionOp.Enter(10, LOCK, NONE, HOME), new RegionOp.Enter(11, LOCK, NONE, REST));
        assertEquals("{5 11 in(lock)} {6 10 in(lock)} open lock:W1", bench.shown());
        assertEquals("{5 6 10 11 in(lock)} open lock:W1", bench.run(unite(11, 10), new RegionOp.Detach(HOME, LOCK)).shown());
    }

    private static RegionOp enter(int element, int home, Claim claim) {
        return new RegionOp.Enter(element, LOCK, NONE, home, claim, false);
    }

    @Test
    void whatPerhapsBelongsToTheLock_isPossiblyAnEscape() {
        Bench bench = new Bench().run(OPEN, enter(10, REST, Claim.PERHAPS), CLOSE);
        assertEquals("{5 10 was(lock)?}", bench.shown());
        assertEquals("! region.escape.used.perhaps [v10, lock] POSSIBLE", bench.run(new RegionOp.Use(10, Access.READ, site(5, 10))).heard());
        assertEquals("! region.escape.used [v10, lock]", new Bench().run(OPEN, enter(10, REST, Claim.GUARDED), CLOSE)
                .run(new RegionOp.Use(10, Access.READ, site(5, 10))).heard());
    }

    @Test
    void part_ofWhatOnlyTheVariableIsGuarded_perhapsBelongsToTheLock() {
        assertEquals("{5 10 in(lock)!} {11 in(lock)?} open lock:W1",
                new Bench().run(OPEN, enter(10, REST, Claim.GUARDED), new RegionOp.Part(11, 10)).shown());
        assertEquals("{5 10 11 in(lock)} open lock:W1", new Bench().run(OPEN, enter(10, REST, Claim.OWNED), new RegionOp.Part(11, 10)).shown());
    }

    @Test
    void merge_intoAGuardedContainer_leavesAloneWhatMayProtectItself() {
        RegionOp[] guarded = {OPEN, enter(10, REST, Claim.GUARDED)};
        assertEquals("{5 10 in(lock)!} {11 in(lock)?} open lock:W1", free(11).protecting(11).run(guarded).run(unite(10, 11)).shown());
        assertEquals("{5 10 11 in(lock)!} open lock:W1", free(11).run(guarded).run(unite(10, 11)).shown());
        Bench parameter = new Bench().protecting(11).fresh(11, Label.caller(2)).run(guarded).run(unite(10, 11));
        assertEquals("{5 10 in(lock)!} {11 caller[2]} open lock:W1", parameter.shown());
        assertEquals("kept 2 in lock", parameter.heard());
    }

    @Test
    void requireOpen_isUncertainWhereTheHeldLockMayBeTheSame() {
        RegionOp require = new RegionOp.RequireOpen(OTHER, Mode.READ, NONE, site(5, 10));
        assertEquals("! region.not.open [v10, other]", new Bench().run(OPEN, require).heard());
        assertEquals("! region.not.open.given [v10, other] POSSIBLE", new Bench().given(OTHER).run(OPEN, require).heard());
        assertEquals("! region.not.open.given [v10, other] POSSIBLE", new Bench().given(LOCK).run(OPEN, require).heard());
        assertEquals("! region.not.open [v10, other]", new Bench().given(OTHER).run(require).heard());
    }

    @Test
    void requireOpen_asksCallersWhereThatIsPossible() {
        RegionOp require = new RegionOp.RequireOpen(CALLERS_LOCK, Mode.WRITE, NONE, site(5, 10));
        assertEquals("! region.not.open [v10, account]", new Bench().run(require).heard());
        assertEquals("required account WRITE", new Bench().callersOpen(CALLERS_LOCK).run(require).heard());
    }

    @Test
    void requireClosed_isTheMoveOfABorrowedRegion() {
        RegionOp closed = new RegionOp.RequireClosed(LOCK, site(5, 10));
        assertEquals("", new Bench().run(closed).heard());
        assertEquals("! move.while.borrowed [lock]", new Bench().run(OPEN, closed).heard());
    }

    @Test
    void requireFrozen_acceptsFrozenOnly() {
        RegionOp require = new RegionOp.RequireFrozen(10, "place", "part", site(5, 10));
        assertEquals("", new Bench().fresh(10, Label.FROZEN).run(require).heard());
        assertEquals("! frozen.mutable.part.path [v10, place, part]", free(10).run(require).heard());
        assertEquals("! frozen.mutable.part.path [v10, place, part] POSSIBLE", new Bench().fresh(10, Label.MAYBE_FROZEN).run(require).heard());
    }

    @Test
    void publish_sharesTheWholeRegion() {
        assertEquals("{10 11 shared}", free(10, 11).run(unite(10, 11), new RegionOp.Publish(10, site(5, 10))).shown());
        assertEquals("published 2", new Bench().fresh(10, Label.caller(2)).run(new RegionOp.Publish(10, site(5, 10))).heard());
    }

    @Test
    void slot_isTakenMovedRefilled_orMissed() {
        RegionOp check = new RegionOp.CheckSlots(Set.of(20), site(9, NONE));
        Bench bench = new Bench().run(new RegionOp.TakeSlot(10, 20, site(5, 10)));
        assertEquals("{10 20 free} slot 20:HELD", bench.shown());
        bench.run(new RegionOp.Move(10, OutEntry.Kind.MOVE, NONE, site(6, 10)));
        assertEquals("{10 20 free move@6} slot 20:HELD", bench.shown());
        State moved = bench.state();
        assertEquals("! isolated.not.restored [v20] <[v10, op6]>", bench.quiet().run(check).heard());
        Bench refilled = new Bench().from(moved).fresh(11, Label.FREE).run(new RegionOp.PutSlot(20, 11, site(7, 11)));
        assertEquals("{10 free move@6} {11 free slot@7} {20 free} slot 20:FULL", refilled.shown());
        assertEquals("", refilled.quiet().run(check).heard());
    }

    @Test
    void slotStoredIntoAnother_hasTwoOwners() {
        Bench bench = new Bench().run(new RegionOp.TakeSlot(10, 20, site(5, 10)), new RegionOp.PutSlot(21, 10, site(6, 10))).quiet();
        assertEquals(List.of("region.two.owners.slot"), bench.run(new RegionOp.CheckSlots(Set.of(20, 21), site(9, NONE))).violations());
    }

    @Test
    void returned_joinsTheResult_andMustBeOwnedIfPromised() {
        RegionOp returned = new RegionOp.Return(10, 99, true, site(5, 10));
        assertEquals("{10 99 free}", free(10).run(returned).shown());
        assertEquals("! return.not.owned [v10, v2]", new Bench().fresh(10, Label.caller(2)).run(returned).heard());
        assertEquals(List.of("region.escape.returned"), new Bench().run(OPEN).fresh(10, in(LOCK)).run(new RegionOp.Return(10, 99, false, site(5, 10)))
                .violations());
        assertEquals(List.of("isolated.aliased.returned"), new Bench().run(new RegionOp.TakeSlot(10, 20, site(4, 10)), returned).violations());
    }

    @Test
    void fact_isKnownUntilForgotten_andGuardsGoWithIt() {
        Bench bench = free(10).run(new RegionOp.Move(10, OutEntry.Kind.MOVE, 50, site(5, 10)), new RegionOp.Fact(51, true));
        assertEquals("{10 free move@5{50=true}} fact 51=true", bench.shown());
        assertEquals("{10 free move@5}", bench.run(new RegionOp.Fact(50, null), new RegionOp.Fact(51, null)).shown());
    }

    @Test
    void elementsHandedOutOneByOne_leaveTheWalkAlone() {
        Bench bench = free(10).run(new RegionOp.Assign(11, 10), new RegionOp.MoveElement(11, 10, NONE, Set.of(), site(5, 11)));
        assertEquals("{10 11 free move@5}", bench.shown());
        assertEquals(List.of("residual.check.disjoint"), bench.violations());
        assertEquals("{10 free move@5} {11 free}", bench.run(new RegionOp.NextElement(11, 10, 10, site(6, 11))).shown());
        assertEquals("{10 11 free}", free(10).run(new RegionOp.NextElement(11, 10, 10, site(6, 11))).shown());
    }

    @Test
    void nest_aroundItself_isACycle() {
        RegionOp nest = new RegionOp.Nest(10, 11, site(5, 10));
        assertEquals("", free(10, 11).run(nest).heard());
        assertEquals("! region.cycle [v10, v11]", free(10, 11).run(unite(10, 11), nest).heard());
    }

    @Test
    void whatCannotBeFollowed_isSaid() {
        assertEquals("! capture.multi [v10]", free(10).run(new RegionOp.ParallelWrite(10, site(5, 10))).heard());
        assertEquals("! residual.check [why] UNPROVED", free(10).run(new RegionOp.Residual(Unproved.RUNS_APART, "residual.check", "why", site(5, 10))).heard());
        Bench bench = free(10).run(new RegionOp.NotUnderstood(11, new TreeSet<>(Set.of(10)), "why", site(5, 10)));
        assertEquals("{10 free dirty} {11 free}", bench.shown());
        assertEquals("! why [op5] POSSIBLE", bench.heard());
        assertEquals("! some.message [a]", new Bench().run(new RegionOp.Report("some.key", "some.message", List.of("a"), Certainty.WITNESSED,
                site(5, 10))).heard());
    }

    @Test
    void close_endsTheModeThatItNames() {
        Bench downgraded = free(10).run(OPEN, new RegionOp.Open(LOCK, Mode.READ, site(2, 0)), new RegionOp.Enter(10, LOCK, NONE, REST),
                new RegionOp.Close(LOCK, Mode.WRITE, site(3, 0)));
        assertEquals("{5 10 in(lock)} open lock:R1", downgraded.shown());
        assertEquals("{5 10 was(lock)}", downgraded.run(new RegionOp.Close(LOCK, Mode.READ, site(4, 0))).shown());
    }

    @Test
    void leaveMonitor_closesOnlyWhatItsBlockOpened() {
        RegionOp leave = new RegionOp.LeaveMonitor(OTHER, LOCK, Set.of(), site(3, 0));
        assertEquals("{10 free} open lock:W1", free(10).run(OPEN, leave).shown());
        assertEquals("{10 free}", free(10).run(OPEN, new RegionOp.Open(OTHER, Mode.WRITE, site(2, 0)), leave, leave).shown());
    }

    @Test
    void emptySlot_isToldWhereItsHolderIsLeft_unlessItIsFilledOrSomethingUnforeseenWasThrown() {
        RegionOp empty = new RegionOp.EmptySlot(10, site(2, 10));
        RegionOp check = new RegionOp.CheckSlots(Set.of(10), site(3, 10));
        assertEquals("! isolated.not.restored [v10] <[v10, op2]>", free(10).run(empty, check).heard());
        assertEquals("", free(10).run(empty, new RegionOp.PutSlot(10, NONE, site(4, 10)), check).heard());
        assertEquals("", free(10).run(empty, new RegionOp.Unforeseen(), check).heard());
    }

    @Test
    void exitThrown_leavesWhatWasLentBehind() {
        Bench bench = new Bench();
        bench.fresh(1, Label.caller(1));
        String heard = bench.run(lend(1, 30, 5), new RegionOp.ExitThrown(site(6, 1))).heard();
        assertEquals(true, heard.contains("left 1"), heard);
    }

    @Test
    void promised_isFrozen_andGoesToNoPlaceForWriting() {
        RegionOp store = new RegionOp.StoreWritable(10, "names", site(4, 10));
        String heard = free(10).run(new RegionOp.Promised(10, site(3, 10))).quiet().run(store).heard();
        assertEquals(true, heard.startsWith("! frozen.write"), heard);
        assertEquals("", free(10).run(store).heard());
    }

    @Test
    void heap_holdsRegionsApart_untilItIsLookedInto() {
        RegionOp put = new RegionOp.Heap(40, 10, site(3, 10));
        Bench bench = free(10, 11, 12).run(put, new RegionOp.Heap(40, 11, site(3, 11)), lend(10, 30, 5));
        assertEquals("{10 free lend@5 heap[40]} {11 free heap[40]} {12 free} {40 free} handle 30[5]!", bench.shown());
        assertEquals("{10 11 12 free lend@5} handle 30[5]!", bench.run(new RegionOp.Spread(40, 12)).shown());
        assertEquals("{12 free}", free(12).run(new RegionOp.Spread(40, 12)).shown());
    }

    @Test
    void heap_knowsWhatHasNoNameAnyMore_andCountsWhatLeftTwiceAtOnePlace() {
        RegionOp put = new RegionOp.Heap(40, 10, site(3, 10));
        Bench bench = free(10).run(put, lend(10, 30, 5), new RegionOp.Fresh(10, Label.FREE));
        assertEquals("{10 free} {40 free lend@5} handle 30[5]!", bench.shown());
        bench.run(put, lend(10, 30, 5), new RegionOp.Fresh(10, Label.FREE));
        assertEquals("{10 free} {40 free lend@5*} handle 30[5]!", bench.shown());
        assertEquals("{10 free} {40 free lend@5*} handle 30[5]!ITSELF", bench.run(new RegionOp.Await(30, false)).shown());
        assertEquals("{10 free} {40 free} handle 30[5]!ITSELF", bench.run(new RegionOp.Await(30, true)).shown());
    }

    @Test
    void heap_isPartOfTheRegionOfWhatIsNotOnesOwn() {
        Bench bench = new Bench().fresh(1, Label.caller(1)).run(new RegionOp.Heap(40, 1, site(3, 1)));
        assertEquals("{1 40 caller[1]}", bench.shown());
        assertEquals("{10 frozen}", new Bench().fresh(10, Label.FROZEN).run(new RegionOp.Heap(40, 10, site(3, 10))).shown());
    }

    /** Where a way on which the lock was acquired and 50 is true meets one on which neither is so. */
    private static Bench perhapsHeld(RegionOp... before) {
        State held = new Bench().run(before).run(OPEN, new RegionOp.Decide(50, true)).state();
        State not = new Bench().run(before).run(new RegionOp.Decide(50, false)).state();
        return new Bench().from(held.join(not));
    }

    @Test
    void whereAWayThatLockedMeetsOneThatDidNot_theBooleanTellsThemApart() {
        assertEquals(" if 50=true open lock1", perhapsHeld().shown());
        assertEquals(" open lock:W1", perhapsHeld().run(new RegionOp.Assume(50, true)).shown());
        assertEquals("", perhapsHeld().run(new RegionOp.Assume(50, false)).shown());
        assertEquals(" open lock:W1 if 50=true open lock2", perhapsHeld(OPEN).shown());
    }

    @Test
    void aBooleanThatIsOverwritten_tellsNothingAnyMore() {
        assertEquals("", perhapsHeld().run(new RegionOp.Decide(50, null), new RegionOp.Assume(50, true)).shown());
        assertEquals("", perhapsHeld().run(new RegionOp.Decide(50, true)).shown());
    }

    @Test
    void whatIsClosedOrOpened_isSoWhateverTheBoolean() {
        assertEquals("", perhapsHeld().run(CLOSE, new RegionOp.Assume(50, true)).shown());
        assertEquals(" open lock:W1", perhapsHeld(OPEN).run(CLOSE, new RegionOp.Assume(50, true)).shown());
        assertEquals(" open lock:W1 if 50=true open lock2", perhapsHeld().run(OPEN).shown());
    }

    @Test
    void aTestThatCannotHaveThisOutcome_leadsNowhere() {
        assertSame(State.UNREACHED, new Bench().run(new RegionOp.Decide(50, true), new RegionOp.Assume(50, false)).state());
        assertEquals(" open lock:W1", new Bench().run(OPEN, new RegionOp.Decide(50, true), new RegionOp.Assume(50, true)).shown());
    }

    @Test
    void theResult_isWhatTheReturnedBooleanTurnsOutToBe() {
        RegionOp returning = new RegionOp.Returning(60, 50);
        State locked = new Bench().run(OPEN, new RegionOp.Decide(50, null), returning).state();
        State kept = new Bench().from(locked).run(new RegionOp.Assume(50, true)).state();
        State released = new Bench().from(locked).run(new RegionOp.Assume(50, false), CLOSE).state();
        assertEquals(Map.of(LOCK, Mode.WRITE), kept.join(released).openIf(60, true));
        assertEquals(Map.of(), kept.join(released).openIf(60, false));
        assertEquals(Map.of(LOCK, Mode.WRITE), perhapsHeld().run(returning, new RegionOp.Decide(50, null)).state().openIf(60, true));
        State overwritten = new Bench().from(locked).run(new RegionOp.Decide(50, null)).state();
        State stillOpen = new Bench().from(overwritten).run(new RegionOp.Assume(50, true)).state();
        assertEquals(Map.of(), stillOpen.join(new Bench().from(overwritten).run(new RegionOp.Assume(50, false), CLOSE).state()).openIf(60, true));
    }

    @Test
    void gather_putsANewObjectIntoTheRegionItRefersTo_whateverComesFirst() {
        Bench bench = new Bench().formal(1, MethodContext.Ownership.INFERRED).fresh(1, Label.caller(1)).fresh(10, new Label.In(LOCK)).fresh(11, Label.FREE).run(OPEN);
        assertEquals("{1 10 11 in(lock)} open lock:W1", bench.run(new RegionOp.Gather(11, List.of(1, 10), site(3, 11))).shown());
        assertEquals("kept 1 in lock", bench.heard());
    }

    @Test
    void gather_ofAnObjectThatACallerHasAlready_isAnEscape() {
        Bench bench = new Bench().formal(1, MethodContext.Ownership.INFERRED).fresh(1, Label.caller(1)).fresh(10, new Label.In(LOCK)).fresh(11, Label.FREE)
                .run(OPEN, unite(1, 11)).quiet().run(new RegionOp.Gather(11, List.of(1, 10), site(3, 11)));
        assertEquals("region.escape", bench.heard().replaceAll("(?s).*(region\\.escape)[ .].*", "$1"));
    }

    @Test
    void everyKindOfOperation_isNamedInATestOfThisPackage() throws Exception {
        java.nio.file.Path folder = java.nio.file.Path.of("src/test/java/dev/lungfish/checker/region");
        String tests = java.nio.file.Files.readString(folder.resolve("RegionOpTest.java")) + java.nio.file.Files.readString(
                folder.resolve("RegionTablesTest.java"));
        assertEquals(Set.of(), Arrays.stream(RegionOp.class.getPermittedSubclasses()).map(Class::getSimpleName)
                .filter(op -> !tests.contains("new RegionOp." + op + "(")).collect(Collectors.toSet()));
    }

    private static RegionOp share(int task, int whole, Portion portion) {
        return new RegionOp.Share(task, whole, portion);
    }

    private static Portion places(int maker, boolean eachItsOwn, String from, String to) {
        return new Portion(40, false, maker, eachItsOwn, from, to);
    }

    @Test
    void tasksWithPlacesOfTheirOwn_mayHaveOneArrayAtOnce() {
        Portion own = places(1, true, "", "");
        Bench bench = free(10, 11, 12).run(share(10, 12, own), lend(10, 30, 5), share(11, 12, own), lend(11, 31, 6));
        assertEquals(List.of(), bench.violations());
        assertEquals(List.of("use.after.move.lent"), bench.run(new RegionOp.Use(12, Access.READ, site(7, 12))).violations());
    }

    @Test
    void tasksOfTwoMakers_meetUnlessTheirBoundsSayThatTheyDoNot() {
        assertEquals(List.of(), twoTasks(places(1, true, "0", "5"), places(2, true, "5", "9")));
        assertEquals(List.of(), twoTasks(places(1, true, "var:middle", ""), places(2, true, "0", "var:middle")));
        assertEquals(List.of("use.after.move.lent"), twoTasks(places(1, true, "0", "6"), places(2, true, "5", "9")));
        assertEquals(List.of("use.after.move.lent"), twoTasks(places(1, true, "", ""), places(2, true, "", "")));
        assertEquals(List.of("use.after.move.lent"), twoTasks(places(1, false, "", ""), places(1, false, "", "")));
    }

    @Test
    void tasksThatRead_meetOnlyWhoWrites() {
        assertEquals(List.of(), twoTasks(Portion.read(40), Portion.read(40)));
        assertEquals(List.of("use.after.move.lent"), twoTasks(Portion.read(40), places(1, true, "0", "1")));
    }

    private static List<String> twoTasks(Portion first, Portion second) {
        return free(10, 11, 12).run(share(10, 12, first), lend(10, 30, 5), share(11, 12, second), lend(11, 31, 6)).violations();
    }

    @Test
    void aTaskThatIsStored_isJoinedToWhatItHasAPortionOf() {
        Bench bench = new Bench().fresh(1, Label.caller(1)).fresh(10, Label.FREE).fresh(12, Label.FREE).run(share(10, 12, places(1, true, "", "")));
        assertEquals("{1 10 12 40 caller[1]}", bench.run(unite(1, 10)).shown());
    }

    @Test
    void aTaskThatIsPutTwiceIntoAHeap_hasNothingToItself() {
        RegionOp put = new RegionOp.Heap(41, 10, site(3, 10));
        assertEquals("{10 free range40@1 heap[41]} {12 40 free} {41 free}", free(10, 12).run(share(10, 12, places(1, true, "", "")), put).shown());
        assertEquals("{10 free range40@1! heap[41]} {12 40 free} {41 free}", free(10, 12).run(share(10, 12, places(1, true, "", "")), put, put).shown());
    }
}
