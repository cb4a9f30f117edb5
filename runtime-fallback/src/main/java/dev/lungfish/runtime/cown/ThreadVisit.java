package dev.lungfish.runtime.cown;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.locks.LockSupport;

/** A thread that waits for one cown. */
public final class ThreadVisit extends Visit {
  private static final AtomicIntegerFieldUpdater<ThreadVisit> STATE =
      AtomicIntegerFieldUpdater.newUpdater(ThreadVisit.class, "state");
  private static final int WAITING = 0;
  private static final int HELD = 1;
  private static final int GIVEN_UP = 2;
  private static final int SPINS = 64;

  private final Thread waiter = Thread.currentThread();
  private volatile int state = WAITING;

  /**
   * Prepares a visit of the current thread.
   *
   * @param lane the cown's queue
   */
  public ThreadVisit(Lane lane) {
    super(lane);
  }

  @Override
  protected void ready() {
    if (STATE.compareAndSet(this, WAITING, HELD)) {
      LockSupport.unpark(waiter);
    } else {
      leave(); // given up meanwhile: pass it on
    }
  }

  /** Lines up and waits. An interrupt does not end the wait; it is still set afterwards. */
  public void await() {
    begin();
    boolean interrupted = false;
    for (int spins = 0; state != HELD; spins++) {
      if (spins < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
    }
    if (interrupted) {
      waiter.interrupt();
    }
  }

  /**
   * Lines up and waits for a limited time, behind others that the caller has seen.
   *
   * @param nanos at most this long; nothing or less means not to wait
   * @return whether the lane is held now
   * @throws InterruptedException if the thread is interrupted while it waits; the lane is not held then
   */
  public boolean await(long nanos) throws InterruptedException {
    if (nanos <= 0) {
      return false;
    }
    long end = System.nanoTime() + nanos;
    begin();
    while (state != HELD) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return !giveUp();
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        abandon();
        throw new InterruptedException();
      }
    }
    return true;
  }

  private boolean giveUp() {
    return STATE.compareAndSet(this, WAITING, GIVEN_UP);
  }

  private void abandon() {
    if (!giveUp()) {
      leave();
    }
  }
}
