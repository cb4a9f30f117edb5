package dev.lungfish.concurrency.model;

import dev.lungfish.runtime.Region;
import dev.lungfish.runtime.RegionException;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;

/** A handle that was moved and that all threads have: the first to use it owns the region, the others are refused. */
@Param(name = "thread", gen = ThreadIdGen.class)
public class MoveModel {
  private final Region<int[]> handle = Region.create("uses", () -> new int[1]).move();

  @Operation
  public int use(@Param(name = "thread") int thread) {
    try {
      return handle.call(uses -> ++uses[0]);
    } catch (RegionException refused) {
      return -1;
    }
  }

  /** Asks who owns it and takes it in two steps. */
  @Param(name = "thread", gen = ThreadIdGen.class)
  public static class Control {
    private volatile Thread owner;
    private volatile int uses;

    @Operation
    public int use(@Param(name = "thread") int thread) {
      if (owner == null) {
        owner = Thread.currentThread();
      }
      return owner == Thread.currentThread() ? ++uses : -1;
    }
  }
}
