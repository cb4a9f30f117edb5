package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.elsewhere;
import static dev.lungfish.runtime.Verdicts.refused;
import static dev.lungfish.runtime.Verdicts.refusedElsewhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final String HERE = "Shop.java:18";

  @Test
  void recordedHolder_blocksTheMove_untilItLetsGo() {
    Book bridge = new Book("bridge");
    List<Object> holder = new ArrayList<>(List.of(bridge.lines));
    Checks.borrowed(bridge, holder, HERE);
    RegionException e = refused("move.while.borrowed", () -> Checks.isolated(bridge, "Shop.java:21", "the list is a field"),
        "Shop.java:21", "java.util.ArrayList since " + HERE, "borrow count is 2", "the list is a field");
    assertTrue(e instanceof BorrowedException);
    holder.clear();
    Checks.isolated(bridge, "Shop.java:22", "why");
  }

  @Test
  void aNameIsGone_ifItsObjectWentAlong_andTheHandOverHappened() {
    Book moved = new Book("moved");
    Book inside = moved.next = new Book("inside");
    String gone = Checks.nameMoved(true, null, Checks.moving(moved, inside, HERE));
    RegionException e = refused("use.after.move", () -> Checks.nameNotMoved(gone, "inside", "Shop.java:20"), "at Shop.java:20: 'inside' was moved at " + HERE);
    assertTrue(e instanceof MovedException);
    assertEquals(HERE, Checks.moving(moved, moved, HERE));
    assertEquals(gone, Checks.nameMoved(true, gone, null));
    assertEquals("Shop.java:19", Checks.nameMoved(true, gone, "Shop.java:19"));

    assertNull(Checks.nameMoved(false, null, Checks.moving(moved, inside, HERE)));
    assertNull(Checks.moving(moved, new Book("another"), HERE));
    assertNull(Checks.moving(inside, moved, HERE));
    assertNull(Checks.moving(null, inside, HERE));
    assertNull(Checks.moving(moved, null, HERE));
    Checks.nameNotMoved(null, "inside", "Shop.java:20");
  }

  @Test
  void whatCannotChangeGoesNowhere() {
    Object shared = List.of("a", "b");
    assertNull(Checks.moving(shared, shared, HERE));
    assertNull(Checks.moving(new ArrayList<>(List.of("a")), "a", HERE));
  }

  @Test
  void collectedOrInnerHolder_doesNotCount() {
    Book bridge = new Book("bridge");
    Checks.borrowed(bridge, bridge.next = new Book("inner"), HERE);
    bridge.next.next = bridge;
    lose(bridge);
    Checks.isolated(bridge, HERE, "why");
  }

  private static void lose(Book bridge) {
    Checks.borrowed(bridge, new ArrayList<>(List.of(bridge)), HERE);
  }

  @Test
  void holderOfWhatATaskHasCaptured_blocksTheMoveOfTheTask() {
    Book captured = new Book("captured");
    Runnable task = () -> captured.lines.add("x");
    List<Object> holder = new ArrayList<>(List.of(captured));
    Checks.borrowed(captured, holder, HERE);
    refused("move.while.borrowed", () -> Checks.isolated(task, "Shop.java:21", "why"), "java.util.ArrayList since " + HERE);
    holder.clear();
    Checks.isolated(task, "Shop.java:22", "why");
  }

  @Test
  void unawareCode_isNamedAsPossibleReason() {
    Book bridge = new Book("bridge");
    Object[] holder = {bridge};
    Checks.touchedByUnaware(bridge, "Shop.java:9");
    Checks.isolated(bridge, HERE, "why");
    Checks.borrowed(bridge, holder, HERE);
    refused("move.while.borrowed", () -> Checks.isolated(bridge, HERE, "why"), "unknown code at Shop.java:9");
  }

  @Test
  void tombstone_bindsTheThreadThatMoved() throws Exception {
    Book bridge = new Book("bridge");
    Checks.notMoved(bridge, HERE);
    Checks.moved(bridge, HERE);
    refused("use.after.move", () -> Checks.notMoved(bridge, "Shop.java:30"), HERE, "Shop.java:30");
    elsewhere(() -> {
      Checks.notMoved(bridge, HERE);
      Checks.moved(bridge, "Shop.java:40");
      return null;
    });
    Checks.notMoved(bridge, HERE);
    Region<Book> region = Book.region("r");
    region.move();
    refused("use.after.move", () -> Checks.notMoved(region, HERE), "'r'");
    refused("use.after.move", () -> Checks.isolated(region, HERE, "why"), "'r'");
    Checks.notMoved(null, HERE);
  }

  @Test
  void disjointParts_shareNothingMutable() {
    Book a = new Book("a");
    Book b = new Book("b");
    a.extra = List.of("shared text");
    b.extra = a.extra;
    Checks.disjoint(List.of(a, b), HERE, "why");
    b.extra = a.lines;
    refused("region.cross.reference", () -> Checks.disjoint(List.of(a, b), HERE, "why"), "parts 0 and 1", "ArrayList");
    refused("region.cross.reference", () -> Checks.disjoint(new Object[] {null, a, b}, HERE, "why"), "parts 1 and 2", "ArrayList");
  }

  @Test
  void heldLocks_ofEachKind() throws Exception {
    Object monitor = new Object();
    refused("region.not.open", () -> Checks.held(monitor, HERE), HERE);
    synchronized (monitor) {
      Checks.held(monitor, HERE);
      refusedElsewhere("region.not.open", () -> Checks.held(monitor, HERE));
    }
    ReentrantLock lock = new ReentrantLock();
    refused("region.not.open", () -> Checks.held(lock, HERE));
    lock.lock();
    Checks.held(lock, HERE);
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    refused("region.not.open", () -> Checks.held(both, HERE));
    refused("region.not.open", () -> Checks.held(both.writeLock(), HERE));
    both.readLock().lock();
    Checks.held(both, HERE);
    Cown<Book> cown = Cown.create("c", () -> new Book("c"));
    refused("cown.not.acquired", () -> Checks.held(cown, HERE), "'c'");
    cown.run(b -> Checks.held(cown, HERE));
    Region<Book> region = Book.region("r");
    refused("region.not.open", () -> Checks.held(region, HERE));
    region.run(b -> Checks.held(region, HERE));
  }

  @Test
  void confinement_belongsToOneThread() throws Exception {
    Checks.onThread("checks-test", HERE);
    Checks.onThread("checks-test", HERE);
    refusedElsewhere("confined.wrong.thread", () -> Checks.onThread("checks-test", HERE));
    refused("confined.wrong.thread", () -> Checks.onThread("EDT", HERE), "event dispatch");
  }
}
