package dev.lungfish.runtime;

import static dev.lungfish.runtime.Verdicts.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ownership is of the virtual thread, whichever carriers it runs on. Skipped where there are none (before 21). */
@Timeout(60)
class VirtualThreadTest {
  private static final int THREADS = 50;

  @BeforeEach
  void requireVirtualThreads() {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads");
  }

  private static Thread start(Runnable body) {
    try {
      return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, body);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <R> FutureTask<R> begin(Callable<R> body) {
    FutureTask<R> task = new FutureTask<>(body);
    start(task);
    return task;
  }

  private static <R> R ended(FutureTask<R> task) throws Exception {
    return task.get(20, TimeUnit.SECONDS);
  }

  /** Gives the carrier to others in the midst of a change. */
  private static void slowly(Book book) {
    int read = book.pages;
    Thread.yield();
    book.pages = read + 1;
  }

  private static void inManyThreads(Runnable step) throws Exception {
    List<FutureTask<Void>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      all.add(begin(() -> {
        for (int n = 0; n < 20; n++) {
          step.run();
        }
        return null;
      }));
    }
    for (FutureTask<Void> each : all) {
      ended(each);
    }
  }

  @Test
  void cown_holdsOneVirtualThreadAtATime() throws Exception {
    Cown<Book> cown = Cown.create("c", () -> new Book("c"));
    inManyThreads(() -> cown.run(VirtualThreadTest::slowly));
    assertEquals(20 * THREADS, cown.<Integer>call(b -> b.pages));
  }

  @Test
  void negativeControl_bareCounter_losesSteps() throws Exception {
    Book bare = new Book("bare");
    for (int round = 0; round < 200 && bare.pages == 20 * THREADS * round; round++) {
      inManyThreads(() -> slowly(bare));
      if (bare.pages < 20 * THREADS * (round + 1)) {
        return;
      }
    }
    throw new AssertionError("the harness must be able to see a lost step");
  }

  @Test
  void regionOfAParkedVirtualThread_isNotItsCarriers() throws Exception {
    CountDownLatch parked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Region<Book>[] shared = handles();
    FutureTask<Integer> owner = begin(() -> {
      Region<Book> mine = Book.region("mine");
      shared[0] = mine;
      try (Borrow<Book> book = mine.borrow()) {
        parked.countDown();
        goOn.await();
        book.get().turn();
      }
      return mine.call(b -> b.pages);
    });
    parked.await();
    for (int i = 0; i < THREADS; i++) {
      ended(begin(() -> refused("region.not.open", () -> shared[0].run(Book::turn))));
    }
    goOn.countDown();
    assertEquals(1, ended(owner));
  }

  @SuppressWarnings("unchecked") // a generic array
  private static Region<Book>[] handles() {
    return new Region[1];
  }

  @Test
  void regionsGoRoundBetweenVirtualThreads_andEveryWriteIsSeen() throws Exception {
    Channel<Book> ring = new Channel<>(2);
    ring.send(Book.region("one"));
    ring.send(Book.region("two"));
    List<FutureTask<Void>> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(begin(() -> {
        for (int n = 0; n < 500; n++) {
          Region<Book> ball = ring.receive();
          ball.run(VirtualThreadTest::slowly);
          ring.send(ball);
        }
        return null;
      }));
    }
    for (FutureTask<Void> each : all) {
      ended(each);
    }
    assertEquals(2_000, ring.receive().<Integer>call(b -> b.pages) + ring.receive().<Integer>call(b -> b.pages));
  }

  @Test
  void behavioursInVirtualThreads_haveAllTheirCowns() throws Exception {
    Cown<Book> a = Cown.create("a", () -> new Book("a"));
    Cown<Book> b = Cown.create("b", () -> new Book("b"));
    Executor virtual = VirtualThreadTest::start;
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      all.add(Cown.when(a, b).on(virtual).run((x, y) -> {
        assertTrue(a.isHeldByCurrentThread() && b.isHeldByCurrentThread());
        slowly(x);
        slowly(y);
      }));
      all.add(Cown.when(b, a).on(virtual).run((y, x) -> {
        x.pages--;
        y.pages--;
      }));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    assertEquals(0, a.<Integer>call(x -> x.pages) + b.<Integer>call(y -> y.pages));
  }
}
