package dev.lungfish.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.runtime.RegionModel.BorrowModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Random programs over regions give, step by step, what the reference model gives: the same refusals by
 * the same keys, the same counts, the same open and closed regions. 1,000 programs of 100 steps.
 */
class RegionStateMachineTest {
  private static final int STEPS = 100;
  private static final int MOST_REGIONS = 12;
  private static final String FINE = "fine";

  enum Act {
    CREATE, BORROW, CLOSE, GET, MOVE, ATTACH, DETACH, MERGE, MERGE_FREE, DISSOLVE, REVOKE, SCOPE
  }

  record Step(Act act, int first, int second) {}

  /** A region with every handle it ever had; exactly one is alive, a free handle or an edge. */
  private static final class Both {
    final RegionModel model;
    Region<Book> free;
    Child<Book> edge;
    Region<Book> lastDead;

    Both(String name) {
      model = new RegionModel(name);
      free = Book.region(name);
    }
  }

  private record Borrowed(BorrowModel model, Borrow<Book> real) {}

  private final List<Both> regions = new ArrayList<>();
  private final List<Borrowed> borrows = new ArrayList<>();
  private int names;

  @Provide
  Arbitrary<List<Step>> programs() {
    Arbitrary<Integer> index = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(Arbitraries.of(Act.class), index, index).as(Step::new).list().ofSize(STEPS);
  }

  @Property(tries = 1_000, shrinking = ShrinkingMode.BOUNDED)
  void everyProgram_goesAsTheModelSays(@ForAll("programs") List<Step> program) {
    regions.clear();
    borrows.clear();
    regions.add(new Both("r" + names++));
    for (Step step : program) {
      run(step);
      assertConsistent();
    }
  }

  private void run(Step step) {
    Both one = regions.get(step.first() % regions.size());
    Both two = regions.get(step.second() % regions.size());
    switch (step.act()) {
      case CREATE -> {
        if (regions.size() < MOST_REGIONS) {
          regions.add(new Both("r" + names++));
        }
      }
      case BORROW -> borrow(one);
      case CLOSE -> close(step.first());
      case GET -> get(step.first());
      case MOVE -> move(one);
      case ATTACH -> attach(one, two);
      case DETACH -> detach(one);
      case MERGE -> merge(one);
      case MERGE_FREE -> mergeFree(one, two);
      case DISSOLVE -> dissolve(one);
      case REVOKE -> revoke(one);
      case SCOPE -> scope(one);
    }
  }

  private static String outcome(Runnable act) {
    try {
      act.run();
      return FINE;
    } catch (RegionException e) {
      return e.key();
    }
  }

  private static String freeHandle(Both one) {
    return one.free == null ? "use.after.move" : FINE;
  }

  private static Region<Book> handle(Both one) {
    return one.free != null ? one.free : one.lastDead;
  }

  private static void freed(Both one) {
    one.lastDead = one.free;
    one.free = null;
  }

  private void borrow(Both one) {
    Supplier<Borrow<Book>> begin = one.edge != null ? one.edge::borrow : handle(one)::borrow;
    String expected = one.model.ended ? "use.after.move" : FINE;
    Borrow<?>[] got = new Borrow<?>[1];
    assertEquals(expected, outcome(() -> got[0] = begin.get()));
    if (got[0] != null) {
      BorrowModel model = new BorrowModel();
      one.model.borrows.add(model);
      @SuppressWarnings("unchecked")
      Borrow<Book> real = (Borrow<Book>) got[0];
      borrows.add(new Borrowed(model, real));
    }
  }

  private void scope(Both one) {
    if (!one.model.ended) {
      int before = one.model.borrows.size();
      if (one.edge != null) {
        one.edge.run(Book::turn);
      } else {
        one.free.run(b -> assertEquals(before + 2, one.free.borrowCount()));
      }
    }
  }

  private void close(int index) {
    if (!borrows.isEmpty()) {
      Borrowed borrow = borrows.get(index % borrows.size());
      borrow.real().close();
      RegionModel.close(regions.stream().map(each -> each.model).toList(), borrow.model());
    }
  }

  private void get(int index) {
    if (!borrows.isEmpty()) {
      Borrowed borrow = borrows.get(index % borrows.size());
      String expected = borrow.model().closed || borrow.model().revoked ? "region.not.open" : FINE;
      assertEquals(expected, outcome(borrow.real()::get));
    }
  }

  private void move(Both one) {
    String expected = freeHandle(one);
    if (expected.equals(FINE) && one.model.isOpen()) {
      expected = "move.while.borrowed";
    }
    Region<?>[] got = new Region<?>[1];
    assertEquals(expected, outcome(() -> got[0] = handle(one).move()));
    if (got[0] != null) {
      @SuppressWarnings("unchecked")
      Region<Book> next = (Region<Book>) got[0];
      one.lastDead = one.free;
      one.free = next;
    }
  }

  private void attach(Both one, Both two) {
    String expected = freeHandle(one);
    if (expected.equals(FINE) && two.model.ended) {
      expected = "use.after.move";
    }
    if (expected.equals(FINE) && two.model.isWithin(one.model)) {
      expected = "region.cycle";
    }
    Child<?>[] got = new Child<?>[1];
    assertEquals(expected, outcome(() ->
        got[0] = two.edge != null ? handle(one).attachTo(two.edge) : handle(one).attachTo(handle(two))));
    if (got[0] != null) {
      @SuppressWarnings("unchecked")
      Child<Book> edge = (Child<Book>) got[0];
      freed(one);
      one.edge = edge;
      one.model.attachTo(two.model);
    }
  }

  private void detach(Both one) {
    if (one.edge != null) {
      one.free = one.edge.detach();
      assertEquals("use.after.move", outcome(one.edge::borrow));
      one.edge = null;
      if (one.model.parent != null) {
        one.model.detach();
      }
    }
  }

  private void merge(Both one) {
    if (one.edge != null) {
      assertEquals(one.model.parent == null ? "region.not.bridge" : FINE, outcome(one.edge::merge));
      if (one.model.parent != null) {
        one.model.mergeIntoParent();
        one.lastDead = one.lastDead == null ? Book.region("dead") : one.lastDead;
        one.edge = null;
      }
    }
  }

  private void mergeFree(Both into, Both other) {
    String expected = freeHandle(into).equals(FINE) ? freeHandle(other) : "use.after.move";
    if (expected.equals(FINE) && into == other) {
      expected = "region.cycle";
    }
    assertEquals(expected, outcome(() -> handle(into).merge(handle(other))));
    if (expected.equals(FINE)) {
      other.model.attachTo(into.model);
      other.model.mergeIntoParent();
      freed(other);
    }
  }

  private void dissolve(Both one) {
    String expected = freeHandle(one);
    if (expected.equals(FINE) && one.model.isOpen()) {
      expected = "move.while.borrowed";
    }
    assertEquals(expected, outcome(handle(one)::dissolve));
    if (expected.equals(FINE)) {
      List.copyOf(one.model.children).forEach(RegionModel::detach);
      one.model.ended = true;
      freed(one);
    }
  }

  private void revoke(Both one) {
    if (one.free != null) {
      assertEquals(one.model.revoke(), one.free.revokeBorrows());
    }
  }

  /** Every region that still exists agrees with its model, seen from outside and inside. */
  private void assertConsistent() {
    for (Both each : regions) {
      if (each.free != null) {
        assertEquals(1 + each.model.borrows.size(), each.free.borrowCount(), each.model.name);
        assertEquals(!each.model.isOpen(), each.free.isClosed(), each.model.name);
      }
      if (!each.model.ended) {
        var state = each.free != null ? each.free.state() : each.edge.state();
        assertEquals(each.model.borrows.size(), state.borrows(), each.model.name);
        assertEquals(each.model.children.stream().filter(RegionModel::isOpen).count(), state.openChildren(), each.model.name);
        assertEquals(each.model.children.size(), state.children().size(), each.model.name);
      }
    }
  }
}
