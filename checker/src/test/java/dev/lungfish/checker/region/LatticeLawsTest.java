package dev.lungfish.checker.region;

import static dev.lungfish.checker.region.Bench.LOCK;
import static dev.lungfish.checker.region.Bench.NONE;
import static dev.lungfish.checker.region.Bench.OTHER;
import static dev.lungfish.checker.region.Bench.in;
import static dev.lungfish.checker.region.Bench.site;
import static dev.lungfish.checker.region.Bench.was;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.region.MethodContext.Ownership;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws on which the fixpoint rests. The seeds are fixed, so that a build fails for a reason and not by chance. */
class LatticeLawsTest {
    private static final int ELEMENTS = 6;
    private static final int TRIES = 400;

    // --- labels

    @Provide
    Arbitrary<Label> labels() {
        return Arbitraries.of(Label.FREE, Label.FROZEN, Label.MAYBE_FROZEN, Label.caller(0), Label.caller(1), Label.SHARED, in(LOCK), in(OTHER),
                was(LOCK), was(OTHER), new Label.In(LOCK, Claim.PERHAPS), new Label.In(LOCK, Claim.GUARDED), new Label.Was(LOCK, Claim.PERHAPS)).list().ofMinSize(1).ofMaxSize(3).map(list -> list.stream().reduce(Label::lub).orElseThrow());
    }

    @Property(tries = TRIES, seed = "1")
    void labels_formALattice(@ForAll("labels") Label a, @ForAll("labels") Label b, @ForAll("labels") Label c) {
        assertEquals(a, a.lub(a));
        assertEquals(a.lub(b), b.lub(a));
        assertEquals(a.lub(b).lub(c), a.lub(b.lub(c)));
        assertEquals(a.lub(b), a.lub(b).lub(b));
    }

    // --- partitions and states

    /** Operations that any translation may emit, each with a site number of its own. */
    private static List<RegionOp> operations() {
        List<RegionOp> ops = new ArrayList<>();
        for (int e = 0; e < ELEMENTS; e++) {
            for (Label label : List.of(Label.FREE, Label.caller(e), in(LOCK), in(OTHER), new Label.In(LOCK, Claim.GUARDED), new Label.In(LOCK, Claim.PERHAPS), Label.SHARED, Label.FROZEN)) {
                ops.add(new RegionOp.Fresh(e, label));
            }
            for (int other = 0; other < ELEMENTS; other++) {
                ops.add(new RegionOp.Assign(e, other));
                ops.add(new RegionOp.Merge(e, other, site(100 + e, e)));
            }
            ops.add(new RegionOp.Assign(e, NONE));
            ops.add(new RegionOp.Use(e, Access.READ, site(200 + e, e)));
            ops.add(new RegionOp.Move(e, OutEntry.Kind.MOVE, NONE, site(300 + e, e)));
            ops.add(new RegionOp.Lend(e, NONE, Set.of("scope"), false, site(400 + e, e)));
            ops.add(new RegionOp.Lend(e, NONE, Set.of(), true, site(500 + e, e)));
            ops.add(new RegionOp.Dirty(e, site(600 + e, e)));
            ops.add(new RegionOp.Freeze(e, "", site(700 + e, e)));
            ops.add(new RegionOp.Publish(e, site(800 + e, e)));
        }
        ops.add(new RegionOp.AwaitGroup("scope"));
        return ops;
    }

    /** Operations on what is not the partition. */
    private static List<RegionOp> others() {
        List<RegionOp> ops = new ArrayList<>();
        for (RegionKey key : List.of(LOCK, OTHER)) {
            ops.add(new RegionOp.Open(key, RegionKey.Mode.READ, site(1, 0)));
            ops.add(new RegionOp.Open(key, RegionKey.Mode.WRITE, site(2, 0)));
            ops.add(new RegionOp.Close(key, site(3, 0)));
        }
        for (int e = 0; e < 3; e++) {
            ops.add(new RegionOp.Fact(50 + e, true));
            ops.add(new RegionOp.Fact(50 + e, false));
            ops.add(new RegionOp.Fact(50 + e, null));
            ops.add(new RegionOp.Decide(50 + e, true));
            ops.add(new RegionOp.Decide(50 + e, false));
            ops.add(new RegionOp.Decide(50 + e, null));
            ops.add(new RegionOp.Assume(50 + e, true));
            ops.add(new RegionOp.Assume(50 + e, false));
            ops.add(new RegionOp.Returning(60, 50 + e));
            ops.add(new RegionOp.TakeSlot(e, 3, site(20 + e, e)));
            ops.add(new RegionOp.PutSlot(3, NONE, site(30 + e, e)));
            ops.add(new RegionOp.Handles(e, 40 + e));
            ops.add(new RegionOp.CopyHandle(e, (e + 1) % 3, true));
            ops.add(new RegionOp.Await(e, false));
        }
        return ops;
    }

    private static Bench bench() {
        Bench bench = new Bench();
        for (int e = 0; e < ELEMENTS; e++) {
            bench.formal(e, Ownership.INFERRED);
        }
        return bench;
    }

    private static Arbitrary<State> statesFrom(List<RegionOp> ops) {
        return Arbitraries.of(ops).list().ofMaxSize(14).map(list -> bench().run(list.toArray(RegionOp[]::new)).state());
    }

    @Provide
    Arbitrary<State> states() {
        List<RegionOp> all = new ArrayList<>(operations());
        all.addAll(others());
        all.addAll(others());
        return statesFrom(all);
    }

    @Provide
    Arbitrary<State> partitions() {
        return statesFrom(operations());
    }

    @Provide
    Arbitrary<RegionOp> monotoneOps() {
        return Arbitraries.of(operations());
    }

    /**
     * Whether a handle is exclusive depends on what is out where the two paths meet; it is a fact about pairs of paths, not an element of the
     * lattice, and has no laws. Only {@code Await} reads it, and an inclusive handle only ends less.
     */
    private static State withoutExclusive(State state) {
        TreeMap<Integer, State.Handle> handles = new TreeMap<>();
        state.handles().forEach((variable, handle) -> handles.put(variable, new State.Handle(handle.sites(), true)));
        return new State(state.partition(), state.open(), state.slots(), state.facts(), Collections.unmodifiableSortedMap(handles), state.conditions());
    }

    private static boolean atMost(State a, State b) {
        return withoutExclusive(a.join(b)).equals(withoutExclusive(b));
    }

    @Property(tries = TRIES, seed = "2")
    void partitions_formALattice(@ForAll("partitions") State x, @ForAll("partitions") State y, @ForAll("partitions") State z) {
        Partition a = x.partition();
        Partition b = y.partition();
        Partition c = z.partition();
        assertEquals(a, a.join(a));
        assertEquals(a.join(b), b.join(a));
        assertEquals(a.join(b).join(c), a.join(b.join(c)));
        assertEquals(a.join(b), a.join(b).join(b));
    }

    @Property(tries = TRIES, seed = "3")
    void states_formALattice(@ForAll("states") State a, @ForAll("states") State b, @ForAll("states") State c) {
        assertEquals(a, a.join(a));
        assertEquals(withoutExclusive(a.join(b)), withoutExclusive(b.join(a)));
        assertEquals(withoutExclusive(a.join(b).join(c)), withoutExclusive(a.join(b.join(c))));
        assertEquals(withoutExclusive(a.join(b)), withoutExclusive(a.join(b).join(b)));
        assertEquals(a, a.join(State.UNREACHED));
        assertEquals(a, State.UNREACHED.join(a));
    }

    // --- the form of a partition

    /** The same partition made from nothing by insertion: equal only if numbers and states stand where they should. */
    private static Partition rebuilt(Partition partition) {
        Partition again = Partition.EMPTY;
        for (int region : partition.allRegions()) {
            RegionState state = partition.state(region);
            again = again.fresh(region, Label.FREE).update(region, r -> state);
            for (int member : partition.members(region)) {
                again = again.assign(member, region);
            }
        }
        return again;
    }

    private static void assertCanonical(Partition partition) {
        for (int element : partition.elements()) {
            assertEquals(partition.members(element).get(0), partition.regionOf(element), partition::toString);
        }
        assertEquals(rebuilt(partition), partition);
        assertEquals(rebuilt(partition).hashCode(), partition.hashCode());
    }

    @Property(tries = TRIES, seed = "4")
    void everyOperation_keepsTheForm(@ForAll("partitions") State x, @ForAll("partitions") State y, @ForAll("element") int e,
            @ForAll("element") int f) {
        Partition a = x.partition();
        assertCanonical(a);
        assertCanonical(a.join(y.partition()));
        assertCanonical(a.drop(e));
        assertCanonical(a.keep(i -> i % 2 == e % 2));
        if (a.contains(f)) {
            assertCanonical(a.assign(e, f));
            if (a.contains(e)) {
                assertCanonical(a.merge(e, f));
                assertEquals(a.merge(e, f), a.merge(f, e));
            }
        }
    }

    @Provide
    Arbitrary<Integer> element() {
        return Arbitraries.integers().between(0, ELEMENTS - 1);
    }

    @Property(tries = TRIES, seed = "5")
    void whoIsForgotten_isForgottenWhole(@ForAll("partitions") State x, @ForAll("element") int e) {
        Partition without = x.partition().drop(e);
        assertEquals(false, without.contains(e));
        for (int other : without.elements()) {
            assertEquals(x.partition().labelOf(other), without.labelOf(other));
            assertEquals(x.partition().hasLeft(other), without.hasLeft(other));
        }
    }

    // --- transfer

    /**
     * More is assumed before, more is assumed after. Three kinds of steps are left out: those that report a violation (the state is repaired
     * there, so that each deed is told once), a store into what the stored value itself owns (the back reference does not merge), and a store
     * of the caller's own into shared state (it becomes shared, which says more than being in one region would).
     */
    @Property(tries = 1500, seed = "6", maxDiscardRatio = 20)
    void transfer_isMonotone(@ForAll("partitions") State a, @ForAll("partitions") State c, @ForAll("monotoneOps") RegionOp op) {
        State b = a.join(c);
        Bench low = bench().from(a).run(op);
        Bench high = bench().from(b).run(op);
        Assume.that(low.violations().isEmpty() && high.violations().isEmpty());
        Assume.that(!(op instanceof RegionOp.Merge merge && b.partition().contains(merge.holder())
                && b.partition().labelOf(merge.holder()) instanceof Label.Shared));
        assertEquals(true, atMost(low.state(), high.state()), () -> op + "\nlow  " + a + "\n  -> " + low.shown() + "\nhigh " + b + "\n  -> " + high.shown());
    }

    /** A list of stores done on one path is at least what two halves of it leave where they meet. */
    @Property(tries = TRIES, seed = "7")
    void storesOnTwoBranches_meetAsStoresOnOnePath(@ForAll("stores") List<RegionOp.Merge> left, @ForAll("stores") List<RegionOp.Merge> right) {
        Bench start = bench();
        for (int e = 0; e < ELEMENTS; e++) {
            start.fresh(e, Label.FREE);
        }
        State onLeft = bench().from(start.state()).run(left.toArray(RegionOp[]::new)).state();
        State onRight = bench().from(start.state()).run(right.toArray(RegionOp[]::new)).state();
        State onOne = bench().from(start.state()).run(left.toArray(RegionOp[]::new)).run(right.toArray(RegionOp[]::new)).state();
        assertEquals(onOne, onLeft.join(onRight));
    }

    @Provide
    Arbitrary<List<RegionOp.Merge>> stores() {
        Arbitrary<Integer> element = element();
        return net.jqwik.api.Combinators.combine(element, element).as((h, v) -> new RegionOp.Merge(h, v, site(1, h))).list().ofMaxSize(6);
    }
}
