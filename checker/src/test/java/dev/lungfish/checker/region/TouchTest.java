package dev.lungfish.checker.region;

import static dev.lungfish.checker.region.Bench.NONE;
import static dev.lungfish.checker.region.Bench.site;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.region.MethodContext.Ownership;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A task over the fields of an object meets later uses of the same fields only. Element 0 is {@code this}, 11 is a task over it, 12 a value of its own. */
class TouchTest {
    private static final RegionKey LOCK = RegionKey.lock("this");
    private static final RegionKey OTHER_LOCK = RegionKey.lock("var:lock@1");
    private static final Touch COUNT_WRITTEN = Touch.of("A.count", Access.WRITE);
    private static final Touch COUNT_READ = Touch.of("A.count", Access.READ);
    private static final Touch NAME_READ = Touch.of("A.name", Access.READ);

    private static RegionOp start(Touch touch) {
        return new RegionOp.Lend(11, NONE, Set.of(), false, touch, site(5, 11));
    }

    private static RegionOp use(int element, Access access, Touch touch) {
        return new RegionOp.Use(element, access, touch, site(7, element));
    }

    /** {@code this}, and a task over it. */
    private static Bench object(Ownership ownership) {
        return new Bench().formal(0, ownership).fresh(0, Label.caller(0)).run(new RegionOp.Assign(11, 0)).quiet();
    }

    @Test
    void useOfAnotherField_isNoConflict() {
        Bench bench = object(Ownership.INFERRED).run(start(COUNT_WRITTEN));
        assertEquals("{0 11 caller[0] lend@5[A.count:WRITE]}", bench.shown());
        bench.run(use(0, Access.READ, NAME_READ));
        assertEquals("{0 11 caller[0] lend@5[A.count:WRITE]}", bench.shown());
        assertEquals(List.of(), bench.violations());
    }

    @Test
    void useOfTheSameField_isToldForCertain() {
        assertEquals("! use.after.move.lent [this, v11] <[link]> <[v11, op5]>",
                object(Ownership.INFERRED).connecting().run(start(COUNT_WRITTEN)).quiet().run(use(0, Access.READ, COUNT_READ)).heard().replace("used 0 READ\n", ""));
        assertEquals(List.of(), object(Ownership.INFERRED).run(start(COUNT_READ), use(0, Access.READ, COUNT_READ)).violations());
    }

    @Test
    void valueGivenToATask_isTheTasksWithAllItsFields() {
        Bench bench = new Bench().connecting().fresh(12, Label.FREE).run(new RegionOp.Assign(11, 12), start(COUNT_WRITTEN.giving(true))).quiet();
        assertEquals("! use.after.move.lent [v12, v11] <[link]> <[v11, op5]>", bench.run(use(12, Access.READ, NAME_READ)).heard());
    }

    @Test
    void useUnderAnotherName_isInDoubtWhereNothingShowsTheConnection() {
        assertEquals("! use.after.move.lent [this, v11] POSSIBLE <[v11, op5]>",
                object(Ownership.INFERRED).run(start(COUNT_WRITTEN)).quiet().run(use(0, Access.READ, COUNT_READ)).heard().replace("used 0 READ\n", ""));
    }

    @Test
    void startOverThis_isAnErrorOnlyWithASecondAccess() {
        RegionOp move = new RegionOp.Move(11, OutEntry.Kind.MOVE, NONE, COUNT_WRITTEN, site(5, 11));
        assertEquals("! move.not.owned.this [v11, this] POSSIBLE", lastOf(object(Ownership.OPEN).run(move)));
        assertEquals("! move.not.owned.this [v11, this] <[A.count]>", lastOf(object(Ownership.OPEN).alsoTouched("A.count").run(move)));
        assertEquals("! move.not.owned.this [v11, this] <[A.count]>", lastOf(object(Ownership.INFERRED).alsoTouched("A.count").run(move)));
        assertEquals(List.of(), object(Ownership.OPEN).run(new RegionOp.Move(11, OutEntry.Kind.MOVE, NONE, Touch.NOTHING, site(5, 11))).violations());
    }

    @Test
    void startToldOnce_isNotToldAgainWhereItIsCalled() {
        RegionOp called = new RegionOp.Move(0, OutEntry.Kind.TASK, NONE, COUNT_WRITTEN.or(Touch.ANYTHING), site(5, 0));
        Bench bench = object(Ownership.OPEN).alsoTouched("A.count").run(called);
        assertEquals(List.of(), bench.violations());
        assertEquals("{0 11 caller[0] task@5[A.count:WRITE anything]}", bench.shown());
        assertEquals(List.of(), bench.run(use(0, Access.READ, NAME_READ)).violations());
        assertEquals(List.of("use.after.move.lent"), bench.run(use(0, Access.READ, COUNT_READ)).violations());
    }

    @Test
    void partMovedAsAWhole_meetsAFieldOfAnotherObjectOnlyPerhaps() {
        Bench bench = object(Ownership.INFERRED).run(new RegionOp.Move(11, OutEntry.Kind.MOVE, NONE, site(5, 11))).quiet();
        assertEquals("! use.after.move [this, v11] POSSIBLE <[v11, op5]>", lastOf(bench.run(use(0, Access.READ, NAME_READ))));
    }

    @Test
    void valueOfUnknownType_isMetOnlyPerhaps() {
        Bench bench = new Bench().opaque(12).fresh(12, Label.FREE).run(new RegionOp.Move(12, OutEntry.Kind.MOVE, NONE, site(5, 12)));
        assertTrue(lastOf(bench.run(use(12, Access.READ, Touch.ANYTHING))).contains("POSSIBLE"), bench.heard());
    }

    private static String lastOf(Bench bench) {
        String heard = bench.heard();
        return heard.substring(heard.lastIndexOf('!'));
    }

    @Test
    void meets_byFieldsContentAndRest() {
        assertEquals(Certainty.WITNESSED, NAME_READ.meets(Touch.EVERYTHING));
        assertEquals(Certainty.POSSIBLE, NAME_READ.meets(Touch.ANYTHING));
        assertEquals(Certainty.POSSIBLE, Touch.ANYTHING.meets(NAME_READ));
        assertEquals(Certainty.UNPROVED, Touch.ANYTHING.meets(Touch.NOTHING));
        assertEquals(Certainty.UNPROVED, NAME_READ.meets(COUNT_WRITTEN));
        assertEquals(Certainty.POSSIBLE, Touch.of("A.list*", Access.READ).meets(Touch.of("A.other*", Access.WRITE)));
        assertEquals(Certainty.UNPROVED, Touch.of("A.list*", Access.READ).meets(Touch.of("A.other*", Access.READ)));
        assertEquals(Certainty.UNPROVED, Touch.of("A.list*", Access.WRITE).meets(COUNT_WRITTEN));
    }

    @Test
    void locks_holdForAllThatIsTouched() {
        Touch locked = COUNT_WRITTEN.under(Set.of(LOCK));
        assertTrue(locked.isApartByLock(Touch.ANYTHING.under(Set.of(LOCK, OTHER_LOCK))));
        assertFalse(locked.isApartByLock(NAME_READ.under(Set.of(OTHER_LOCK))));
        assertFalse(locked.or(NAME_READ).isApartByLock(locked));
        assertTrue(locked.or(Touch.NOTHING).isApartByLock(locked));
        assertFalse(locked.heldOnly(LOCK::equals).heldOnly(OTHER_LOCK::equals).isApartByLock(locked));
    }

    @Provide
    Arbitrary<Touch> touches() {
        return Arbitraries.of(Touch.NOTHING, Touch.ANYTHING, Touch.EVERYTHING, COUNT_READ, COUNT_WRITTEN, NAME_READ, COUNT_WRITTEN.giving(true),
                Touch.of("A.list*", Access.WRITE), Touch.ANYTHING.under(Set.of(LOCK)), COUNT_WRITTEN.under(Set.of(LOCK, OTHER_LOCK)),
                NAME_READ.under(Set.of(OTHER_LOCK)), Touch.NOTHING.under(Set.of(LOCK))).list().ofMinSize(1).ofMaxSize(4).map(list -> list.stream().reduce(Touch::or).orElseThrow());
    }

    @Property(tries = 500, seed = "1")
    void or_isALattice_andMeetsMoreTheMoreIsTouched(@ForAll("touches") Touch a, @ForAll("touches") Touch b, @ForAll("touches") Touch c) {
        assertEquals(a, a.or(a));
        assertEquals(a.or(b), b.or(a));
        assertEquals(a.or(b).or(c), a.or(b.or(c)));
        assertTrue(a.or(b).meets(c).compareTo(a.meets(c)) <= 0, a + " or " + b + " meets " + c);
        assertTrue(!a.or(b).isApartByLock(c) || a.or(b).equals(a) || a.or(b).equals(b) || a.isApartByLock(c) && b.isApartByLock(c), a + " or " + b + " under the lock of " + c);
        assertTrue(a.meets(b.or(c)).compareTo(a.meets(b)) <= 0, a + " meets " + b + " or " + c);
    }
}
