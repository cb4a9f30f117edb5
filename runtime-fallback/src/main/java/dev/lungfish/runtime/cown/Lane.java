package dev.lungfish.runtime.cown;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The queue of one cown: the tail of a linked list of places. Whoever stands first holds the cown.
 *
 * <p>Thread-safe. The {@link #id} gives all lanes of the JVM one order.
 */
public final class Lane {
  private static final AtomicLong NEXT_ID = new AtomicLong();

  private final long id = NEXT_ID.getAndIncrement();
  /** Null if nobody holds or waits. */
  final AtomicReference<Place> tail = new AtomicReference<>();

  public long id() {
    return id;
  }

  /** Whether nobody holds or waits; may be outdated at once. */
  public boolean isIdle() {
    return tail.get() == null;
  }

  /** One visitor's place in this queue. */
  static final class Place {
    final Lane lane;
    final Visit visit;
    /** Who comes next, or null as long as nobody does. */
    volatile Visit next;
    /** Whether the visit stands in all its queues, so that others may line up behind it. */
    volatile boolean linedUp;

    Place(Lane lane, Visit visit) {
      this.lane = lane;
      this.visit = visit;
    }
  }
}
