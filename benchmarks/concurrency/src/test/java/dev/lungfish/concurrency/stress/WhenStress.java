package dev.lungfish.concurrency.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lungfish.runtime.Cown;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A behaviour has all its cowns at once or none. One actor changes all, the other reads the first and
 * the last: both old or both new. Bodies run in the actor that begins or in the one that leaves, so
 * that all are over when the actors are.
 */
public final class WhenStress {
  private WhenStress() {}

  /** Four cowns, and what a behaviour saw in two of them. */
  public abstract static class Cowns {
    final Cown<Ledger> a = Cown.create("a", Ledger::new);
    final Cown<Ledger> b = Cown.create("b", Ledger::new);
    final Cown<Ledger> c = Cown.create("c", Ledger::new);
    final Cown<Ledger> d = Cown.create("d", Ledger::new);
    private int first = -1;
    private int last = -1;

    final void see(Ledger one, Ledger other) {
      first = one.balance;
      last = other.balance;
    }

    final void report(II_Result r) {
      r.r1 = first;
      r.r2 = last;
    }
  }

  @JCStressTest
  @Outcome(id = {"1, 1", "2, 2"}, expect = ACCEPTABLE, desc = "one entry or two, each seen as a whole")
  @Outcome(expect = FORBIDDEN, desc = "half an entry")
  @State
  public static class One extends Cowns {
    @Actor
    public void change() {
      Cown.when(a).on(Runnable::run).run(x -> x.enter(1));
    }

    @Actor
    public void read() {
      Cown.when(a).on(Runnable::run).run(x -> {
        x.enter(1);
        see(x, x);
      });
    }

    @Arbiter
    public void after(II_Result r) {
      report(r);
    }
  }

  @JCStressTest
  @Outcome(id = {"0, 0", "1, 1"}, expect = ACCEPTABLE, desc = "all or nothing")
  @Outcome(expect = FORBIDDEN, desc = "half a change")
  @State
  public static class Two extends Cowns {
    @Actor
    public void change() {
      Cown.when(a, b).on(Runnable::run).run((x, y) -> {
        x.enter(1);
        y.enter(1);
      });
    }

    @Actor
    public void read() {
      Cown.when(b, a).on(Runnable::run).run((y, x) -> see(x, y));
    }

    @Arbiter
    public void after(II_Result r) {
      report(r);
    }
  }

  @JCStressTest
  @Outcome(id = {"0, 0", "1, 1"}, expect = ACCEPTABLE, desc = "all or nothing")
  @Outcome(expect = FORBIDDEN, desc = "half a change")
  @State
  public static class Three extends Cowns {
    @Actor
    public void change() {
      Cown.when(a, b, c).on(Runnable::run).run((x, y, z) -> {
        x.enter(1);
        z.enter(1);
      });
    }

    @Actor
    public void read() {
      Cown.when(c, a).on(Runnable::run).run((z, x) -> see(x, z));
    }

    @Arbiter
    public void after(II_Result r) {
      report(r);
    }
  }

  @JCStressTest
  @Outcome(id = {"0, 0", "1, 1"}, expect = ACCEPTABLE, desc = "all or nothing")
  @Outcome(expect = FORBIDDEN, desc = "half a change")
  @State
  public static class Four extends Cowns {
    @Actor
    public void change() {
      Cown.when(a, b, c, d).on(Runnable::run).run((w, x, y, z) -> {
        w.enter(1);
        z.enter(1);
      });
    }

    @Actor
    public void read() {
      Cown.when(d, c, b, a).on(Runnable::run).run((z, y, x, w) -> see(w, z));
    }

    @Arbiter
    public void after(II_Result r) {
      report(r);
    }
  }

  @JCStressTest
  @Outcome(id = {"0, 0", "1, 1"}, expect = ACCEPTABLE, desc = "all or nothing")
  @Outcome(expect = FORBIDDEN, desc = "half a change")
  @State
  public static class Listed extends Cowns {
    @Actor
    public void change() {
      Cown.when(List.of(a, b, c, d)).on(Runnable::run).run(all -> all.forEach(each -> each.enter(1)));
    }

    @Actor
    public void read() {
      Cown.when(List.of(d, a, d)).on(Runnable::run).run(all -> see(all.get(1), all.get(2)));
    }

    @Arbiter
    public void after(II_Result r) {
      report(r);
    }
  }

  /** The change takes one cown after the other instead of both at once. */
  @JCStressTest
  @Outcome(id = {"0, 0", "1, 1"}, expect = ACCEPTABLE, desc = "all or nothing")
  @Outcome(expect = FORBIDDEN, desc = "half a change")
  @State
  public static class TwoControl extends Cowns {
    @Actor
    public void change() {
      Cown.when(a).on(Runnable::run).run(x -> x.enter(1));
      Cown.when(b).on(Runnable::run).run(y -> y.enter(1));
    }

    @Actor
    public void read() {
      Cown.when(b, a).on(Runnable::run).run((y, x) -> see(x, y));
    }

    @Arbiter
    public void after(II_Result r) {
      report(r);
    }
  }
}
