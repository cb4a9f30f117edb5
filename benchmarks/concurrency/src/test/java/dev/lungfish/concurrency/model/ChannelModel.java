package dev.lungfish.concurrency.model;

import dev.lungfish.runtime.Channel;
import dev.lungfish.runtime.Region;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Regions with one number each, through a channel with room for two. */
@Param(name = "value", gen = IntGen.class, conf = "1:3")
public class ChannelModel {
  private final Channel<int[]> channel = new Channel<>(2);

  @Operation
  public boolean offer(@Param(name = "value") int value) {
    Region<int[]> region = Region.create("number", () -> new int[1]);
    region.run(number -> number[0] = value);
    return channel.offer(region);
  }

  @Operation
  public int poll() {
    return channel.poll().map(region -> region.<Integer>call(number -> number[0])).orElse(-1);
  }

  /** The same queue without its lock. */
  @Param(name = "value", gen = IntGen.class, conf = "1:3")
  public static class Control {
    private final Queue<Integer> queue = new ArrayDeque<>();

    @Operation
    public boolean offer(@Param(name = "value") int value) {
      return queue.size() < 2 && queue.add(value);
    }

    @Operation
    public int poll() {
      return queue.isEmpty() ? -1 : queue.remove();
    }
  }
}
