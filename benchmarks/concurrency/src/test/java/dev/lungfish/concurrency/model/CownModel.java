package dev.lungfish.concurrency.model;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import java.time.Duration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** A number in a cown, through each way in. */
@Param(name = "amount", gen = IntGen.class, conf = "1:3")
@Param(name = "next", gen = IntGen.class, conf = "1:3")
public class CownModel {
  private static final Duration LONG = Duration.ofDays(1);

  private final Cown<int[]> cown = Cown.create("number", () -> new int[1]);

  @Operation
  public int add(@Param(name = "amount") int amount) {
    return cown.call(number -> number[0] += amount);
  }

  @Operation
  public int addHolding(@Param(name = "amount") int amount) {
    try (Acquired<int[]> hold = cown.acquire()) {
      return hold.get()[0] += amount;
    }
  }

  @Operation
  public int addPatiently(@Param(name = "amount") int amount) throws InterruptedException {
    try (Acquired<int[]> hold = cown.tryAcquire(LONG).orElseThrow()) {
      return hold.get()[0] += amount;
    }
  }

  @Operation
  public int replace(@Param(name = "next") int next) {
    try (Acquired<int[]> hold = cown.acquire()) {
      return hold.swap(new int[] {next})[0];
    }
  }

  /** The same number without a cown. */
  @Param(name = "amount", gen = IntGen.class, conf = "1:3")
  @Param(name = "next", gen = IntGen.class, conf = "1:3")
  public static class Control {
    private int[] number = new int[1];

    @Operation
    public int add(@Param(name = "amount") int amount) {
      return number[0] += amount;
    }

    @Operation
    public int replace(@Param(name = "next") int next) {
      int old = number[0];
      number = new int[] {next};
      return old;
    }
  }
}
