package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.elsewhere;
import static dev.lungfish.runtime.Verdicts.refused;
import static dev.lungfish.runtime.Verdicts.refusedElsewhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionTest {
  @Test
  void newRegion_isClosedWithCountOne() {
    Region<Book> region = Book.region("book");
    assertEquals(1, region.borrowCount());
    assertTrue(region.isClosed());
  }

  @Test
  void nullArguments_areNamed() {
    assertEquals("content of region 'r'", assertThrows(NullPointerException.class, () -> Region.of("r", null)).getMessage());
    assertEquals("content of region 'r'", assertThrows(NullPointerException.class, () -> Region.create("r", () -> null)).getMessage());
    assertEquals("name", assertThrows(NullPointerException.class, () -> Region.of(null, "x")).getMessage());
    assertEquals("build", assertThrows(NullPointerException.class, () -> Region.create("r", null)).getMessage());
  }

  @Test
  void moveOfOpenRegion_isRefusedWithCountAndChild() {
    Region<Book> book = Book.region("book");
    Child<Book> index = Book.region("index").attachTo(book);
    Child<Book> leaf = Book.region("leaf").attachTo(index);
    Borrow<Book> own = book.borrow();
    Borrow<Book> deep = leaf.borrow();
    refused("move.while.borrowed", book::move, "'book'", "borrow count is 2, expected 1", "child region 'index' is open", "'leaf'");
    own.close();
    refused("move.while.borrowed", book::move, "borrow count is 1", "'index'");
    deep.close();
    assertEquals("book", book.move().name());
  }

  @Test
  void movedRegion_belongsToWhoUsesItFirst() throws Exception {
    Region<Book> moved = Book.region("book").move();
    assertEquals(1, moved.borrowCount(), "a question claims nothing");
    assertTrue(moved.isClosed());
    assertEquals("book", elsewhere(() -> moved.call(b -> b.title)));
    refused("region.not.open", moved::borrow, "'elsewhere'");
    refused("region.not.open", moved::borrowCount);
  }

  @Test
  void foreignThread_changesNothing() throws Exception {
    Region<Book> book = Book.region("book");
    Region<Book> theirs = elsewhere(() -> Book.region("theirs"));
    for (Runnable act : List.<Runnable>of(book::borrow, book::move, book::dissolve, book::freeze, book::revokeBorrows,
        () -> Cown.of(book), () -> Book.region("mine").merge(book), () -> book.run(b -> { }))) {
      refusedElsewhere("region.not.open", act::run);
    }
    refused("region.not.open", () -> book.merge(theirs));
    refused("region.not.open", () -> book.attachTo(theirs));
    assertFalse(book.isMoved());
    assertEquals("book", book.call(b -> b.title));
  }

  @Test
  void deadHandle_answersNameAndIsMovedOnly() {
    Region<Book> parent = Book.region("parent");
    Region<Book> moved = Book.region("moved");
    moved.move();
    Region<Book> nested = Book.region("nested");
    nested.attachTo(parent);
    Region<Book> merged = Book.region("merged");
    parent.merge(merged);
    Region<Book> dissolved = Book.region("dissolved");
    dissolved.dissolve();
    Region<String> frozen = Region.of("frozen", "text");
    frozen.freeze();
    Region<Book> inCown = Book.region("inCown");
    Cown.of(inCown);
    for (Region<?> dead : List.of(moved, nested, merged, dissolved, frozen, inCown)) {
      assertTrue(dead.isMoved());
      for (Runnable act : List.<Runnable>of(dead::borrow, dead::borrowCount, dead::isClosed, dead::move, dead::dissolve,
          dead::freeze, dead::revokeBorrows, () -> dead.attachTo(parent), () -> parent.merge(dead), () -> Cown.of(dead))) {
        assertTrue(refused("use.after.move", act::run, "'" + dead.name() + "'") instanceof MovedException);
      }
    }
  }

  @Test
  void attachToItselfOrBelowItself_isACycle() {
    Region<Book> a = Book.region("a");
    Child<Book> b = Book.region("b").attachTo(a);
    Child<Book> c = Book.region("c").attachTo(b);
    assertTrue(refused("region.cycle", () -> a.attachTo(c), "a > b > c > a") instanceof RegionTreeException);
    refused("region.cycle", () -> a.attachTo(a));
    refused("region.cycle", () -> a.merge(a));
    assertTrue(a.isClosed());
  }

  @Test
  void mergeOfFreeRegion_addsBorrowsAndForwardsHandles() {
    Region<Book> a = Book.region("a");
    Region<Book> b = Book.region("b");
    Child<Book> leaf = Book.region("leaf").attachTo(b);
    Borrow<Book> one = b.borrow();
    a.merge(b);
    assertEquals(2, a.borrowCount());
    assertEquals("b", one.get().title);
    try (Borrow<Book> deep = leaf.borrow()) {
      one.close();
      assertFalse(a.isClosed(), "open through the former child's child");
    }
    assertTrue(a.isClosed());
  }

  @Test
  void revocation_endsForwardedBorrowsToo_andScopesSurviveIt() {
    Region<Book> a = Book.region("a");
    Child<Book> b = Book.region("b").attachTo(a);
    Borrow<Book> forwarded = b.borrow();
    b.merge();
    a.run(content -> assertEquals(2, a.revokeBorrows()));
    refused("region.not.open", forwarded::get, "revoked");
    forwarded.close();
    assertEquals(1, a.borrowCount());
  }

  @Test
  void mergeWithinAScopeOfTheChild_endsTheScopeInTheParent() {
    Region<Book> a = Book.region("a");
    Child<Book> b = Book.region("b").attachTo(a);
    b.run(content -> {
      b.merge();
      assertEquals(2, a.borrowCount());
    });
    assertTrue(a.isClosed());
  }

  @Test
  void dissolve_freesChildren_andIsRefusedWhileOpen() {
    Region<Book> a = Book.region("a");
    Child<Book> b = Book.region("b").attachTo(a);
    Borrow<Book> open = b.borrow();
    refused("move.while.borrowed", a::dissolve, "'b'");
    open.close();
    Book local = a.dissolve();
    assertEquals("a", local.title);
    refused("region.not.bridge", b::merge);
    assertEquals("b", b.call(x -> x.title));
    assertEquals("b", b.detach().name());
  }

  @Test
  void takeover_refusesWhatCannotMove_byPathAndType() throws Exception {
    Book book = new Book("b");
    Thread started = new Thread(() -> { }, "t");
    started.start();
    started.join();
    Region<Book> open = Book.region("open");
    Borrow<Book> borrow = open.borrow();
    Region<Book> dead = Book.region("dead");
    dead.move();
    for (Object bad : List.of(started, new ArrayList<>(List.of(1)).iterator(), borrow, dead,
        ClassLoader.getSystemClassLoader(), List.of(1).stream(), Cown.create("c", () -> "x").acquire())) {
      book.lines.add(bad);
      refused("region.cross.reference", () -> Region.of("r", book), "Book.lines[0]");
      book.lines.clear();
    }
    for (Object fine : List.of(new Thread(() -> { }), System.out, new StringReader("x"), new ByteArrayInputStream(new byte[1]),
        new java.util.concurrent.ConcurrentHashMap<>(Map.of("k", dead)), new ThreadLocal<>(), new WeakReference<>(dead))) {
      book.lines.add(fine);
      assertEquals(1, Region.of("r", book).borrowCount());
      book.lines.clear();
    }
  }

  @Test
  void takeover_isAllOrNothing() {
    Region<Book> good = Book.region("good");
    Region<Book> dead = Book.region("dead");
    dead.move();
    List<Object> both = new ArrayList<>(List.of(good, dead));
    refused("region.cross.reference", () -> Region.of("r", both), "'dead'");
    assertFalse(good.isMoved());
    both.set(1, good);
    refused("region.two.owners", () -> Region.of("r", both), "'good'", "ArrayList[1]");
    assertFalse(good.isMoved());
    both.remove(1);
    Region<List<Object>> outer = Region.of("r", both);
    refused("use.after.move", good::borrow, "nested in region 'r'");
    outer.dissolve();
    assertEquals("good", good.call(b -> b.title), "the edge is a free region's handle again");
  }

  @Test
  void takeover_followsALongChainWithoutRecursion() {
    Book first = new Book("0");
    Book last = first;
    for (int i = 1; i < 200_000; i++) {
      last.next = new Book("n");
      last = last.next;
    }
    Region<Book> inner = Book.region("inner");
    last.extra = inner;
    assertEquals(1, Region.of("chain", first).borrowCount());
    assertTrue(inner.isMoved());
  }

  @Test
  void freedChildEdge_isTakenOverWithItsContent() {
    Region<Book> old = Book.region("old");
    Child<Book> part = Book.region("part").attachTo(old);
    old.run(b -> b.part = part);
    Region<Book> now = Region.of("now", old.dissolve());
    try (Borrow<Book> open = now.call(b -> b.part).borrow()) {
      assertFalse(now.isClosed());
      assertEquals("part", open.get().title);
    }
    assertTrue(now.isClosed());
  }

  @Test
  void deadHandlesKeepNothingAlive() throws Exception {
    Region<Book> old = Book.region("old");
    Borrow<Book> ended = old.borrow();
    WeakReference<Book> content = new WeakReference<>(ended.get());
    ended.close();
    Region<Book> parent = Book.region("parent");
    old.attachTo(parent);
    for (int i = 0; i < 100 && content.get() != null; i++) {
      System.gc();
      Thread.sleep(5);
    }
    assertEquals(null, content.get(), "an edge that is lost keeps no content");
    assertSame("old", old.name());
    assertEquals("parent", parent.name());
  }

  @Test
  void lostChildren_areForgottenByTheParent() {
    Region<Book> parent = Book.region("parent");
    for (int i = 0; i < 2_000; i++) {
      Book.region("lost").attachTo(parent);
      if (i % 500 == 0) {
        System.gc();
      }
    }
    assertTrue(parent.state().children().size() < 1_500);
    assertTrue(parent.isClosed());
  }
}
