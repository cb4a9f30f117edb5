package dev.lungfish.concurrency.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import dev.lungfish.runtime.RegionException;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A moved region has one owner, who sees all that the last one wrote. */
public final class MoveStress {
  private MoveStress() {}

  private static int used(Region<Ledger> region) {
    try {
      region.run(ledger -> ledger.enter(1));
      return 1;
    } catch (RegionException refused) {
      return 0;
    }
  }

  @JCStressTest
  @Outcome(id = {"1, 0", "0, 1"}, expect = ACCEPTABLE, desc = "one of two claims the region")
  @Outcome(expect = FORBIDDEN, desc = "two owners, or none")
  @State
  public static class Claim {
    private final Region<Ledger> region = Region.create("ledger", Ledger::new).move();

    @Actor
    public void one(II_Result r) {
      r.r1 = used(region);
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = used(region);
    }
  }

  /** Asks and takes in two steps. */
  @JCStressTest
  @Outcome(id = {"1, 0", "0, 1"}, expect = ACCEPTABLE, desc = "one of two claims the region")
  @Outcome(expect = FORBIDDEN, desc = "two owners, or none")
  @State
  public static class ClaimControl {
    private volatile Thread owner;

    private int claim() {
      if (owner != null) {
        return 0;
      }
      owner = Thread.currentThread();
      return 1;
    }

    @Actor
    public void one(II_Result r) {
      r.r1 = claim();
    }

    @Actor
    public void two(II_Result r) {
      r.r2 = claim();
    }
  }

  /** A handle that two threads have: one moves the region on, or the other uses it, never both. */
  @JCStressTest
  @Outcome(id = {"1, 0", "0, 1"}, expect = ACCEPTABLE, desc = "moved on, or used, by its one owner")
  @Outcome(expect = FORBIDDEN, desc = "moved and used from one handle")
  @State
  public static class MoveOrUse {
    private final Region<Ledger> region = Region.create("ledger", Ledger::new).move();

    @Actor
    public void mover(II_Result r) {
      try {
        region.move();
        r.r1 = 1;
      } catch (RegionException refused) {
        r.r1 = 0;
      }
    }

    @Actor
    public void user(II_Result r) {
      r.r2 = used(region);
    }
  }

  @JCStressTest
  @Outcome(id = {"-1, -1", "7, 1"}, expect = ACCEPTABLE, desc = "nothing yet, or all that was written")
  @Outcome(expect = FORBIDDEN, desc = "a region whose writes are not seen")
  @State
  public static class Send {
    private final Channel<Ledger> channel = new Channel<>(1);

    @Actor
    public void sender() {
      Region<Ledger> region = Region.create("ledger", Ledger::new);
      region.run(ledger -> ledger.enter(7));
      channel.offer(region);
    }

    @Actor
    public void receiver(II_Result r) {
      Optional<Region<Ledger>> got = channel.poll();
      r.r1 = got.isPresent() ? got.get().<Integer>call(ledger -> ledger.balance) : -1;
      r.r2 = got.isPresent() ? got.get().<Integer>call(ledger -> ledger.entries) : -1;
    }
  }

  /** Keeps the content across the send and writes to it afterwards. */
  @JCStressTest
  @Outcome(id = {"-1, -1", "7, 1"}, expect = ACCEPTABLE, desc = "nothing yet, or all that was written")
  @Outcome(expect = FORBIDDEN, desc = "a region whose writes are not seen")
  @State
  public static class SendControl {
    private final Channel<Ledger> channel = new Channel<>(1);

    @Actor
    public void sender() {
      Ledger stray = new Ledger();
      channel.offer(Region.create("ledger", () -> stray));
      for (int i = 0; i < 50; i++) {
        Thread.onSpinWait(); // gives the receiver time to come first
      }
      stray.enter(7);
    }

    @Actor
    public void receiver(II_Result r) {
      Optional<Region<Ledger>> got = channel.poll();
      r.r1 = got.isPresent() ? got.get().<Integer>call(ledger -> ledger.balance) : -1;
      r.r2 = got.isPresent() ? got.get().<Integer>call(ledger -> ledger.entries) : -1;
    }
  }

  /** Two that send into room for one, and the region that found no room stays whole with its owner. */
  @JCStressTest
  @Outcome(id = {"1, 1"}, expect = ACCEPTABLE, desc = "one is on its way, one stayed")
  @Outcome(expect = FORBIDDEN, desc = "lost or sent twice")
  @State
  public static class Room {
    private final Channel<Ledger> channel = new Channel<>(1);
    private int stayedWithOne;
    private int stayedWithTwo;

    private int send() {
      Region<Ledger> region = Region.create("ledger", Ledger::new);
      return channel.offer(region) ? 0 : used(region);
    }

    @Actor
    public void one() {
      stayedWithOne = send();
    }

    @Actor
    public void two() {
      stayedWithTwo = send();
    }

    @Arbiter
    public void after(II_Result r) {
      int sent = 0;
      while (channel.poll().isPresent()) {
        sent++;
      }
      r.r1 = sent;
      r.r2 = stayedWithOne + stayedWithTwo;
    }
  }

  /** Room that is looked at first and taken later. */
  @JCStressTest
  @Outcome(id = {"1, 1"}, expect = ACCEPTABLE, desc = "one is on its way, one stayed")
  @Outcome(expect = FORBIDDEN, desc = "lost or sent twice")
  @State
  public static class RoomControl {
    private volatile int onTheirWay;
    private int stayedWithOne;
    private int stayedWithTwo;

    private int send() {
      if (onTheirWay == 0) {
        onTheirWay = onTheirWay + 1;
        return 0;
      }
      return 1;
    }

    @Actor
    public void one() {
      stayedWithOne = send();
    }

    @Actor
    public void two() {
      stayedWithTwo = send();
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = onTheirWay;
      r.r2 = stayedWithOne + stayedWithTwo;
    }
  }
}
