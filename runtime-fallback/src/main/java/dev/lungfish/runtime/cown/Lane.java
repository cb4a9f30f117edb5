package dev.lungfish.runtime.cown;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The queue of one cown: the tail of a linked list of places. Whoever stands first holds the cown.
 *
 * <p>Thread-safe. The {@link #id} gives all lanes of the JVM one order.
 */
public final class Lane {
  private static final AtomicLong NEXT_ID = new AtomicLong();

  private static final VarHandle TAIL;

  static {
    try {
      TAIL = MethodHandles.lookup().findVarHandle(Lane.class, "tail", Place.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final long id = NEXT_ID.getAndIncrement();
  /** Null if nobody holds or waits. */
  volatile Place tail;
  /**
   * The place of whoever finds the lane idle. It stands in the queue at most once: it enters where
   * nobody is, and before it leaves nobody gets in there.
   */
  private final Place alone = new Place(this);

  /** A lane in which nobody is. */
  public Lane() {
    alone.linedUp = true;
  }

  public long id() {
    return id;
  }

  /**
   * Takes the lane if nobody holds or waits, without a visit.
   *
   * @return whether it is held now, until {@link #leaveAlone}
   */
  public boolean enterAlone() {
    return TAIL.compareAndSet(this, (Place) null, alone);
  }

  /** Ends what {@link #enterAlone} began, and tells whoever came meanwhile. */
  public void leaveAlone() {
    Visit next = successorOf(alone);
    if (next != null) {
      alone.next = null; // before the successor is told: from then on the place may be taken again
      next.headsOneMore();
    }
  }

  /** Puts a place at the end; returns the one before it, or null. */
  Place append(Place last) {
    return (Place) TAIL.getAndSet(this, last);
  }

  /** Who stands behind the first place, which ends; null if nobody does, and then nobody holds the lane. */
  Visit successorOf(Place first) {
    if (first.next == null && TAIL.compareAndSet(this, first, (Place) null)) {
      return null;
    }
    while (first.next == null) {
      Thread.yield(); // the successor has swapped the tail and is about to link itself
    }
    return first.next;
  }

  /** One visitor's place in this queue. */
  static final class Place {
    final Lane lane;
    /** Who comes next, or null as long as nobody does. */
    volatile Visit next;
    /** Whether the visit stands in all its queues, so that others may line up behind it. */
    volatile boolean linedUp;

    Place(Lane lane) {
      this.lane = lane;
    }
  }
}
