package dev.lungfish.concurrency.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import java.time.Duration;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** One thread at a time is in a cown, and sees what the others did there. */
public final class CownStress {
  private CownStress() {}

  @JCStressTest
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "both entries are there")
  @Outcome(expect = FORBIDDEN, desc = "an entry is lost")
  @State
  public static class Acquire {
    private final Cown<Ledger> cown = Cown.create("ledger", Ledger::new);

    @Actor
    public void one() {
      cown.run(ledger -> ledger.enter(1));
    }

    @Actor
    public void two() {
      try (Acquired<Ledger> hold = cown.acquire()) {
        hold.get().enter(1);
      }
    }

    @Arbiter
    public void after(II_Result r) {
      cown.run(ledger -> {
        r.r1 = ledger.balance;
        r.r2 = ledger.entries;
      });
    }
  }

  /** The same entries in the same ledger, without the cown. */
  @JCStressTest
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "both entries are there")
  @Outcome(expect = FORBIDDEN, desc = "an entry is lost")
  @State
  public static class AcquireControl {
    private final Ledger ledger = new Ledger();

    @Actor
    public void one() {
      ledger.enter(1);
    }

    @Actor
    public void two() {
      ledger.enter(1);
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = ledger.balance;
      r.r2 = ledger.entries;
    }
  }

  /** Who gives up waiting takes nothing and blocks nobody. The first is how many got in, the second what they left. */
  @JCStressTest
  @Outcome(id = {"1, 1", "2, 2"}, expect = ACCEPTABLE, desc = "each that got in left one entry")
  @Outcome(expect = FORBIDDEN, desc = "an entry is lost, or made without the cown")
  @State
  public static class GiveUp {
    private static final Duration SHORT = Duration.ofNanos(300);

    private final Cown<Ledger> cown = Cown.create("ledger", Ledger::new);
    private int patient;
    private int hasty;

    @Actor
    public void one() {
      cown.run(ledger -> ledger.enter(1));
      patient = 1;
    }

    @Actor
    public void two() {
      Optional<Acquired<Ledger>> got = tryAcquire();
      if (got.isPresent()) {
        try (Acquired<Ledger> hold = got.get()) {
          hold.get().enter(1);
        }
        hasty = 1;
      }
    }

    private Optional<Acquired<Ledger>> tryAcquire() {
      try {
        return cown.tryAcquire(SHORT);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody interrupts", e);
      }
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = patient + hasty;
      r.r2 = cown.<Integer>call(ledger -> ledger.entries);
    }
  }

  /** Gives up as well, and then goes in nevertheless. */
  @JCStressTest
  @Outcome(id = {"1, 1", "2, 2"}, expect = ACCEPTABLE, desc = "each that got in left one entry")
  @Outcome(expect = FORBIDDEN, desc = "an entry is lost, or made without the cown")
  @State
  public static class GiveUpControl {
    private final Cown<Ledger> cown;
    private final Ledger stray;
    private int hasty;

    public GiveUpControl() {
      Ledger ledger = new Ledger();
      stray = ledger;
      cown = Cown.create("ledger", () -> ledger);
    }

    @Actor
    public void one() {
      cown.run(Ledger::enterSlowly);
    }

    @Actor
    public void two() {
      stray.enterSlowly();
      hasty = 1;
    }

    @Arbiter
    public void after(II_Result r) {
      r.r1 = 1 + hasty;
      r.r2 = cown.<Integer>call(ledger -> ledger.entries);
    }
  }
}
