package dev.lungfish.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Races that must have one outcome. Each property stands beside a negative control: the same harness
 * over an unprotected twin, where it must see the race. A harness that sees nothing proves nothing.
 */
@Timeout(60)
class ConcurrencyTest {
  private static final int THREADS = 4;

  /** Starts all tasks at one moment and returns their results. */
  private static <R> List<R> together(List<? extends Callable<R>> tasks) throws Exception {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    List<FutureTask<R>> running = new ArrayList<>();
    for (Callable<R> task : tasks) {
      FutureTask<R> future = new FutureTask<>(() -> {
        start.await();
        return task.call();
      });
      running.add(future);
      Thread thread = new Thread(future);
      thread.setDaemon(true);
      thread.start();
    }
    List<R> results = new ArrayList<>();
    for (FutureTask<R> each : running) {
      results.add(each.get(20, TimeUnit.SECONDS));
    }
    return results;
  }

  private static <R> List<Callable<R>> times(int count, Callable<R> task) {
    return java.util.Collections.nCopies(count, task);
  }

  // ---- claiming

  private static boolean claims(Runnable use) {
    try {
      use.run();
      return true;
    } catch (RegionException e) {
      return false;
    }
  }

  @Test
  void oneOfManyThreads_claimsAMovedRegion() throws Exception {
    for (int round = 0; round < 300; round++) {
      Region<Book> moved = Book.region("ball").move();
      List<Boolean> claimed = together(times(THREADS, () -> claims(moved::borrow)));
      assertEquals(1, claimed.stream().filter(each -> each).count());
    }
  }

  @Test
  void oneOfManyThreads_movesOnFromOneHandle() throws Exception {
    for (int round = 0; round < 300; round++) {
      Region<Book> shared = Book.region("ball").move();
      List<Boolean> moved = together(times(THREADS, () -> claims(shared::move)));
      assertEquals(1, moved.stream().filter(each -> each).count());
      assertTrue(shared.isMoved());
    }
  }

  /** What a handle would be that is not torched, and asks who owns it in two steps. */
  private static final class CarelessHandle {
    private volatile Thread owner;

    boolean claim() {
      boolean free = owner == null;
      if (free) {
        Thread.yield();
        owner = Thread.currentThread();
      }
      return free;
    }
  }

  @Test
  void negativeControl_carelessHandle_isClaimedTwice() throws Exception {
    boolean seenTwice = false;
    for (int round = 0; round < 3_000 && !seenTwice; round++) {
      CarelessHandle handle = new CarelessHandle();
      seenTwice = together(times(THREADS, handle::claim)).stream().filter(each -> each).count() > 1;
    }
    assertTrue(seenTwice, "the harness must be able to see two owners");
  }

  // ---- counting

  private static int countTo(int each, Runnable step, java.util.function.IntSupplier total) throws Exception {
    together(times(THREADS, () -> {
      for (int i = 0; i < each; i++) {
        step.run();
      }
      return null;
    }));
    return total.getAsInt();
  }

  private static void slowly(Book book) {
    int read = book.pages;
    if (read % 20 == 0) {
      Thread.yield();
    }
    book.pages = read + 1;
  }

  @Test
  void counterInACown_losesNothing_throughEachWayIn() throws Exception {
    Cown<Book> cown = Cown.create("counter", () -> new Book("counter"));
    AtomicInteger turn = new AtomicInteger();
    List<CompletableFuture<Void>> behaviours = java.util.Collections.synchronizedList(new ArrayList<>());
    Runnable step = () -> {
      switch (turn.incrementAndGet() % 3) {
        case 0 -> cown.run(ConcurrencyTest::slowly);
        case 1 -> behaviours.add(Cown.when(cown).run(ConcurrencyTest::slowly));
        default -> {
          try (Acquired<Book> hold = cown.tryAcquire(Duration.ofSeconds(10)).orElseThrow()) {
            slowly(hold.get());
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
      }
    };
    countTo(3_000, step, () -> 0);
    CompletableFuture.allOf(behaviours.toArray(CompletableFuture[]::new)).get();
    assertEquals(THREADS * 3_000, cown.<Integer>call(b -> b.pages));
  }

  @Test
  void negativeControl_bareCounter_losesSteps() throws Exception {
    boolean lost = false;
    for (int round = 0; round < 200 && !lost; round++) {
      Book bare = new Book("bare");
      lost = countTo(1_000, () -> slowly(bare), () -> bare.pages) < THREADS * 1_000;
    }
    assertTrue(lost, "the harness must be able to see a lost step");
  }

  // ---- deadlock

  @Test
  void behavioursInOpposedOrder_allEnd() throws Exception {
    List<Cown<Book>> cowns = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int n = i;
      cowns.add(Cown.create("c" + n, () -> new Book("c" + n)));
    }
    List<CompletableFuture<Void>> all = java.util.Collections.synchronizedList(new ArrayList<>());
    AtomicInteger seed = new AtomicInteger();
    together(times(THREADS, () -> {
      java.util.Random random = new java.util.Random(seed.incrementAndGet());
      for (int i = 0; i < 2_000; i++) {
        Cown<Book> a = cowns.get(random.nextInt(5));
        Cown<Book> b = cowns.get(random.nextInt(5));
        Cown<Book> c = cowns.get(random.nextInt(5));
        all.add(Cown.when(a, b, c).run((x, y, z) -> {
          x.pages++;
          y.pages--;
        }));
      }
      return null;
    }));
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
    int sum = 0;
    for (Cown<Book> each : cowns) {
      sum += each.<Integer>call(b -> b.pages);
    }
    assertEquals(0, sum);
  }

  @Test
  void negativeControl_nestedAcquiresInOpposedOrder_block() throws Exception {
    Cown<Book> a = Cown.create("a", () -> new Book("a"));
    Cown<Book> b = Cown.create("b", () -> new Book("b"));
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    List<Callable<Boolean>> opposed = List.of(() -> nested(a, b, bothHoldOne), () -> nested(b, a, bothHoldOne));
    assertEquals(List.of(false, false), together(opposed), "the harness must be able to see a deadlock");
  }

  private static boolean nested(Cown<Book> first, Cown<Book> second, CyclicBarrier bothHoldOne) throws Exception {
    try (Acquired<Book> outer = first.acquire()) {
      bothHoldOne.await();
      boolean got = second.tryAcquire(Duration.ofMillis(100)).isPresent();
      bothHoldOne.await();
      return got && outer.get() != null;
    }
  }

  // ---- handing over

  @Test
  void regionsGoRound_andEveryWriteIsSeen() throws Exception {
    Channel<Book> ring = new Channel<>(2);
    Callable<Integer> worker = () -> {
      for (int i = 0; i < 2_000; i++) {
        Region<Book> ball = ring.receive();
        ball.run(Book::turn);
        ring.send(ball);
      }
      return 0;
    };
    ring.send(Book.region("one"));
    ring.send(Book.region("two"));
    // two balls and room for two: a sender never waits for a receiver that waits for it
    together(List.of(worker, worker));
    int total = ring.receive().<Integer>call(b -> b.pages) + ring.receive().<Integer>call(b -> b.pages);
    assertEquals(4_000, total);
  }
}
