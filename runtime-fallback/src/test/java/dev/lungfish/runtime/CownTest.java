package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.elsewhere;
import static dev.lungfish.runtime.Verdicts.refused;
import static dev.lungfish.runtime.Verdicts.refusedElsewhere;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CownTest {
  private static Cown<Book> withChild() {
    Region<Book> book = Book.region("book");
    Child<Book> index = Book.region("index").attachTo(book);
    book.run(b -> b.part = index);
    return Cown.of(book);
  }

  @Test
  void openRegion_makesNoCown_andComesBack() {
    Region<Book> book = Book.region("book");
    Borrow<Book> open = book.borrow();
    refused("move.while.borrowed", () -> Cown.of(book), "'book'");
    refused("move.while.borrowed", () -> Cown.create("c", () -> List.of(book)), "'book'");
    assertFalse(book.isMoved(), "the nested handle lives on");
    open.close();
    assertEquals("book", Cown.of(book).name());
  }

  @Test
  void ofFrozen_refusesWhatCanChange() {
    assertTrue(refused("freeze.unfreezable", () -> Cown.ofFrozen(new ArrayList<>())) instanceof NotFreezableException);
    assertThrows(NullPointerException.class, () -> Cown.ofFrozen(null));
    Cown<String> cown = Cown.ofFrozen("x");
    try (Acquired<String> hold = cown.acquire()) {
      assertEquals("x", hold.swap("y"));
      Region<String> old = hold.swap(Region.of("z", "z"));
      assertEquals("y", old.dissolve());
    }
    assertEquals("z", cown.call(x -> x));
  }

  @Test
  void acquiringAgain_failsAtOnce_inEachForm() {
    Cown<Book> cown = Cown.create("c", () -> new Book("c"));
    try (Acquired<Book> hold = cown.acquire()) {
      refused("cown.not.acquired", cown::acquire, "already");
      refused("cown.not.acquired", () -> cown.tryAcquire(Duration.ofSeconds(1)));
      refused("cown.not.acquired", () -> cown.run(b -> { }));
      assertSame(hold.get(), hold.get());
    }
    assertFalse(cown.isHeldByCurrentThread());
  }

  @Test
  void close_byOthersOrTwice_isRefused() throws Exception {
    Cown<Book> cown = Cown.create("c", () -> new Book("c"));
    Acquired<Book> hold = cown.acquire();
    refusedElsewhere("cown.not.acquired", hold::close);
    refusedElsewhere("cown.not.acquired", hold::get);
    hold.close();
    refused("cown.not.acquired", hold::close);
    refused("cown.not.acquired", hold::get);
    refused("cown.not.acquired", hold::take);
    refused("cown.not.acquired", () -> hold.set(new Book("x")));
    try (Acquired<Book> next = cown.acquire()) {
      refused("cown.not.acquired", hold::get);
      assertEquals("c", next.get().title);
    }
  }

  @Test
  void takeAndSet_renewTheContent() {
    Cown<Book> cown = Cown.create("c", () -> new Book("old"));
    try (Acquired<Book> hold = cown.acquire()) {
      Book old = hold.take();
      assertEquals("old", old.title);
      refused("use.after.move", hold::get, "was taken");
      refused("use.after.move", hold::take);
      hold.set(new Book("new"));
      assertEquals("new", hold.swap(new Book("newest")).title);
    }
    assertEquals("newest", cown.call(b -> b.title));
  }

  @Test
  void emptyRelease_isReported_andHangsNobody() throws Exception {
    Cown<Book> cown = Cown.create("c", () -> new Book("old"));
    Acquired<Book> hold = cown.acquire();
    hold.take();
    refused("isolated.not.restored", hold::close, "'c'");
    assertFalse(cown.isHeldByCurrentThread());
    elsewhere(() -> {
      refused("use.after.move", () -> cown.run(b -> { }));
      return null;
    });
  }

  @Test
  void emptyRelease_underStay_canBeRepaired() {
    Cown<Book> cown = Cown.create("c", () -> new Book("old")).onOpenRelease(ReleasePolicy.STAY);
    Acquired<Book> hold = cown.acquire();
    Book taken = hold.take();
    refused("isolated.not.restored", hold::close, "stays acquired");
    hold.set(taken);
    hold.close();
    assertEquals("old", cown.call(b -> b.title));
  }

  @Test
  void openRelease_underRevoke_countsBorrowsOfChildren() throws Exception {
    Cown<Book> cown = withChild();
    List<Borrow<Book>> leak = new ArrayList<>();
    RegionException e = refused("move.while.borrowed", () -> cown.run(b -> {
      leak.add(b.part.borrow());
      leak.add(b.part.borrow());
    }), "cown 'book'", "child region 'index' is open (borrow count is 3", "revoked");
    assertTrue(e instanceof BorrowedException);
    leak.forEach(borrow -> refused("region.not.open", borrow::get, "revoked"));
    assertEquals("index", elsewhere(() -> cown.call(b -> b.part.call(x -> x.title))));
  }

  @Test
  void openRelease_underStay_keepsTheCown() throws Exception {
    Cown<Book> cown = withChild().onOpenRelease(ReleasePolicy.STAY);
    Acquired<Book> hold = cown.acquire();
    Borrow<Book> open = hold.get().part.borrow();
    refused("move.while.borrowed", hold::close, "stays acquired", "'index'");
    assertTrue(cown.isHeldByCurrentThread());
    assertEquals("index", open.get().title);
    elsewhere(() -> {
      assertEquals(Optional.empty(), cown.tryAcquire(Duration.ofMillis(10)));
      return null;
    });
    open.close();
    hold.close();
    assertEquals("book", elsewhere(() -> cown.call(b -> b.title)));
    // in a scope nobody could try again: it releases
    List<Borrow<Book>> leak = new ArrayList<>();
    refused("move.while.borrowed", () -> cown.run(b -> leak.add(b.part.borrow())), "revoked");
    assertFalse(cown.isHeldByCurrentThread());
  }

  @Test
  void openRelease_underPending_waitsForTheLastBorrow() throws Exception {
    Cown<Book> cown = withChild().onOpenRelease(ReleasePolicy.PENDING);
    List<Borrow<Book>> leak = new ArrayList<>();
    cown.run(b -> leak.add(b.part.borrow()));
    assertTrue(cown.isHeldByCurrentThread());
    refused("cown.not.acquired", cown::acquire);
    elsewhere(() -> {
      assertTrue(cown.tryAcquire(Duration.ofMillis(10)).isEmpty());
      return null;
    });
    leak.get(0).close();
    assertFalse(cown.isHeldByCurrentThread());
    assertEquals("book", elsewhere(() -> cown.call(b -> b.title)));
  }

  @Test
  void bodyFailure_arrivesUnchanged_withTheReleaseFailureAdded() {
    Cown<Book> cown = withChild();
    IllegalCallerException boom = new IllegalCallerException("boom");
    assertSame(boom, assertThrows(IllegalCallerException.class, () -> cown.run(b -> {
      b.part.borrow();
      throw boom;
    })));
    assertEquals("move.while.borrowed", ((RegionException) boom.getSuppressed()[0]).key());
    assertFalse(cown.isHeldByCurrentThread());
  }

  @Test
  void swapOfRegions_refusesOpenOnes_andKeepsThem() {
    Cown<Book> cown = Cown.of(Book.region("old"));
    Region<Book> next = Book.region("next");
    Borrow<Book> open = next.borrow();
    try (Acquired<Book> hold = cown.acquire()) {
      refused("move.while.borrowed", () -> hold.swap(next), "'next'");
      assertEquals("old", hold.get().title);
      open.close();
      assertEquals("old", hold.swap(next).dissolve().title);
    }
  }

  @Test
  void interruptedTryAcquire_leavesNoGap() throws Exception {
    Cown<Book> cown = Cown.create("c", () -> new Book("c"));
    Acquired<Book> hold = cown.acquire();
    Thread waiter = new Thread(() -> assertThrows(InterruptedException.class, () -> cown.tryAcquire(Duration.ofSeconds(5))));
    waiter.start();
    while (waiter.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    waiter.interrupt();
    waiter.join();
    hold.close();
    assertEquals("c", elsewhere(() -> cown.call(b -> b.title)));
  }
}
