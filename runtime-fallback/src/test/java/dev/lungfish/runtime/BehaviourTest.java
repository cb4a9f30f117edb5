package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BehaviourTest {
  private static Cown<Book> cown(String name) {
    return Cown.create(name, () -> new Book(name));
  }

  private static Throwable failureOf(CompletableFuture<?> future) {
    return assertThrows(ExecutionException.class, () -> future.get(5, TimeUnit.SECONDS)).getCause();
  }

  @Test
  void allCownsAreHeldByTheRunningThread() throws Exception {
    Cown<Book> a = cown("a");
    Cown<Book> b = cown("b");
    assertEquals("ab", Cown.when(a, b).call((x, y) -> {
      assertTrue(a.isHeldByCurrentThread() && b.isHeldByCurrentThread());
      refused("cown.not.acquired", a::acquire);
      return x.title + y.title;
    }).get());
    assertFalse(a.isHeldByCurrentThread());
  }

  @Test
  void anyNumberOfCowns_inTheirOrder() throws Exception {
    List<Cown<Book>> cowns = List.of(cown("c"), cown("a"), cown("b"));
    assertEquals(List.of("c", "a", "b"), Cown.when(cowns).call(all -> all.stream().map(x -> x.title).toList()).get());
    Cown.when(cowns).run(all -> all.forEach(Book::turn)).get();
    assertEquals(3, Cown.when(cowns).call(all -> all.stream().mapToInt(x -> x.pages).sum()).get());
    assertEquals(0, Cown.when(List.<Cown<Book>>of()).call(List::size).get());
    assertThrows(NullPointerException.class, () -> Cown.when((Cown<Book>) null));
    assertThrows(NullPointerException.class, () -> Cown.when(cown("x")).run(null));
  }

  @Test
  void failureOfTheBody_isInTheFuture_andTheCownsAreFree() throws Exception {
    Cown<Book> a = cown("a");
    Error boom = new AssertionError("boom");
    assertSame(boom, failureOf(Cown.when(a).run(x -> {
      throw boom;
    })));
    assertEquals("a", a.call(x -> x.title));
  }

  @Test
  void continuationMayAcquireAgain() throws Exception {
    Cown<Book> a = cown("a");
    assertEquals("a", Cown.when(a).on(Runnable::run).call(x -> 1).thenApply(n -> a.call(x -> x.title)).get());
  }

  @Test
  void rejectedBody_failsItsFuture_andPassesTheCownOn() throws Exception {
    Cown<Book> a = cown("a");
    ExecutorService closed = Executors.newSingleThreadExecutor();
    closed.shutdown();
    assertTrue(failureOf(Cown.when(a).on(closed).run(Book::turn)) instanceof RejectedExecutionException);
    assertEquals(0, a.<Integer>call(x -> x.pages));
  }

  @Test
  void disjointBehaviours_runBesideEachOther() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    CompletableFuture<Integer> one = Cown.when(cown("a")).call(x -> meet(both));
    CompletableFuture<Integer> two = Cown.when(cown("b")).call(x -> meet(both));
    assertEquals(1, one.get() + two.get());
  }

  private static int meet(CyclicBarrier barrier) {
    try {
      return barrier.await(5, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void longQueueOnADirectExecutor_needsNoDeepStack() throws Exception {
    Cown<Book> a = cown("a");
    Acquired<Book> hold = a.acquire();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      all.add(Cown.when(a).on(Runnable::run).run(Book::turn));
    }
    hold.close();
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
    assertEquals(50_000, a.<Integer>call(x -> x.pages));
  }

  @Test
  void givenUpWaiters_arePassedOver() throws Exception {
    Cown<Book> a = cown("a");
    Acquired<Book> hold = a.acquire();
    CountDownLatch tried = new CountDownLatch(4);
    for (int i = 0; i < 4; i++) {
      new Thread(() -> {
        try {
          assertTrue(a.tryAcquire(Duration.ofMillis(20)).isEmpty());
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
        tried.countDown();
      }).start();
    }
    CompletableFuture<Void> behind = Cown.when(a).run(Book::turn);
    tried.await();
    hold.close();
    behind.get(5, TimeUnit.SECONDS);
    assertEquals(1, a.<Integer>call(x -> x.pages));
  }

  @Test
  void openBorrowAtTheEnd_isInTheFuture() throws Exception {
    Region<Book> book = Book.region("book");
    Child<Book> index = Book.region("index").attachTo(book);
    book.run(b -> b.part = index);
    Cown<Book> a = Cown.of(book).onOpenRelease(ReleasePolicy.STAY);
    Throwable failure = failureOf(Cown.when(a).run(x -> x.part.borrow()));
    assertEquals("move.while.borrowed", ((RegionException) failure).key());
    assertEquals("book", a.call(x -> x.title));
  }

  @Test
  void pinnedContent_isBuiltAndUsedAtHome_oneBodyAtATime() throws Exception {
    ExecutorService home = Executors.newFixedThreadPool(3, task -> {
      Thread thread = new Thread(task, "home");
      thread.setDaemon(true);
      return thread;
    });
    PinnedCown<Book> pinned = PinnedCown.create("pinned", home, () -> new Book(Thread.currentThread().getName()));
    assertEquals("home", pinned.call(x -> x.title).get());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(pinned.run(Book::turn));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
    assertEquals(1_000, pinned.call(x -> x.pages).get());
    PinnedCown<Book> broken = PinnedCown.create("broken", home, () -> {
      throw new IllegalArgumentException("no table");
    });
    Throwable failure = failureOf(broken.run(Book::turn));
    assertTrue(failure.getMessage().contains("'broken'"));
    assertEquals("no table", failure.getCause().getMessage());
    home.shutdown();
  }
}
