package dev.lungfish.runtime.cown;

import dev.lungfish.runtime.cown.Lane.Place;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

/**
 * Somebody who needs some cowns at once: lines up in all their queues, is told when it stands first in
 * each of them, and leaves them together.
 *
 * <p>Deadlock-free between visits: all queue in the order of the lanes' ids, and nobody lines up behind
 * a visit that does not yet stand in all its queues (two phases, after the Verona runtime). So visits
 * that share a cown get it in the order in which they began.
 *
 * <p>Thread-safe. {@link #ready} is called exactly once, by the thread that begins or by one that
 * leaves; everything that the previous holders did happens before it.
 */
public abstract class Visit {
  private static final AtomicIntegerFieldUpdater<Visit> MISSING =
      AtomicIntegerFieldUpdater.newUpdater(Visit.class, "missing");
  private static final ThreadLocal<Queue<Visit>> READY = new ThreadLocal<>();

  private final Place[] places;
  /** How many queues it does not yet head, and one for lining up itself. */
  private volatile int missing;

  /**
   * Prepares a visit.
   *
   * @param lanes the queues; duplicates count once
   */
  protected Visit(Lane... lanes) {
    Lane[] inOrder = lanes.clone();
    Arrays.sort(inOrder, Comparator.comparingLong(Lane::id));
    Place[] found = new Place[inOrder.length];
    int count = 0;
    for (int i = 0; i < inOrder.length; i++) {
      if (i == 0 || inOrder[i] != inOrder[i - 1]) {
        found[count++] = new Place(inOrder[i]);
      }
    }
    this.places = Arrays.copyOf(found, count);
    this.missing = count + 1;
  }

  /** Prepares a visit of one lane. */
  protected Visit(Lane lane) {
    this.places = new Place[] {new Place(lane)};
    this.missing = 2;
  }

  /** Called when all lanes are held. Must not throw. */
  protected abstract void ready();

  /** Lines up; to be called once. */
  public final void begin() {
    int free = 0;
    for (Place place : places) {
      Place before = place.lane.append(place);
      if (before == null) {
        free++;
      } else {
        waitUntilLinedUp(before);
        before.next = this;
      }
    }
    for (Place place : places) {
      place.linedUp = true;
    }
    if (MISSING.addAndGet(this, -free - 1) == 0) {
      ready();
    }
  }

  private static void waitUntilLinedUp(Place before) {
    while (!before.linedUp) {
      Thread.yield(); // a few instructions of another thread; yielding also lets a virtual thread go on
    }
  }

  /** Leaves all lanes; whoever comes next and now heads all its queues is told. To be called once. */
  public final void leave() {
    Queue<Visit> ready = null;
    for (Place place : places) {
      Visit next = place.lane.successorOf(place);
      if (next != null && next.isReadyWithOneMore()) {
        if (ready == null) {
          ready = new ArrayDeque<>();
        }
        ready.add(next);
      }
    }
    if (ready != null) {
      tell(ready);
    }
  }

  /** One more of the lanes is held; if that was the last one missing, the visit is told. */
  final void headsOneMore() {
    if (isReadyWithOneMore()) {
      Queue<Visit> ready = new ArrayDeque<>();
      ready.add(this);
      tell(ready);
    }
  }

  private boolean isReadyWithOneMore() {
    return MISSING.decrementAndGet(this) == 0;
  }

  /** A visit that is told may run and leave within that call: then its successors are told here, not deeper. */
  private static void tell(Queue<Visit> ready) {
    Queue<Visit> outer = READY.get();
    if (outer != null) {
      outer.addAll(ready);
      return;
    }
    READY.set(ready);
    try {
      for (Visit next = ready.poll(); next != null; next = ready.poll()) {
        next.ready();
      }
    } finally {
      READY.remove();
    }
  }
}
