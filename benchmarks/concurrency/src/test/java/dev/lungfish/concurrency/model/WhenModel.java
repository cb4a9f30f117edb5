package dev.lungfish.concurrency.model;

import dev.lungfish.runtime.Cown;
import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * Numbers in four cowns, changed by behaviours on one to four and on a list of them. A behaviour counts
 * as done when it was started: whoever comes later to one of its cowns comes after it.
 */
public class WhenModel {
  private final Cown<int[]> a = Cown.create("a", () -> new int[1]);
  private final Cown<int[]> b = Cown.create("b", () -> new int[1]);
  private final Cown<int[]> c = Cown.create("c", () -> new int[1]);
  private final Cown<int[]> d = Cown.create("d", () -> new int[1]);

  // A behaviour on each number of cowns, each in an order of its own.

  @Operation
  public void one() {
    Cown.when(a).on(Runnable::run).run(w -> w[0]++);
  }

  @Operation
  public void two() {
    Cown.when(a, b).on(Runnable::run).run((w, x) -> {
      w[0]++;
      x[0]++;
    });
  }

  @Operation
  public void twoReversed() {
    Cown.when(b, a).on(Runnable::run).run((x, w) -> {
      w[0]++;
      x[0]++;
    });
  }

  @Operation
  public void three() {
    Cown.when(c, a, b).on(Runnable::run).run((y, w, x) -> {
      w[0]++;
      x[0]++;
      y[0]++;
    });
  }

  @Operation
  public void four() {
    Cown.when(d, b, a, c).on(Runnable::run).run((z, x, w, y) -> {
      w[0]++;
      x[0]++;
      y[0]++;
      z[0]++;
    });
  }

  @Operation
  public void listed() {
    Cown.when(List.of(d, a, d)).on(Runnable::run).run(all -> {
      all.get(0)[0]++;
      all.get(1)[0]++;
    });
  }

  @Operation
  public int read() {
    return Cown.when(a, b, c, d).on(Runnable::run)
        .call((w, x, y, z) -> ((w[0] * 10 + x[0]) * 10 + y[0]) * 10 + z[0]).join();
  }

  /** Two cowns one after the other, instead of a behaviour on both. */
  public static class Control {
    private final Cown<int[]> a = Cown.create("a", () -> new int[1]);
    private final Cown<int[]> b = Cown.create("b", () -> new int[1]);

    @Operation
    public void two() {
      a.run(w -> w[0]++);
      b.run(x -> x[0]++);
    }

    @Operation
    public int read() {
      return Cown.when(a, b).on(Runnable::run).call((w, x) -> (w[0] * 10 + x[0]) * 100).join();
    }
  }
}
