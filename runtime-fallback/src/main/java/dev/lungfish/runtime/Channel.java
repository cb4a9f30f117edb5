package dev.lungfish.runtime;

import dev.lungfish.annotation.Moved;
import dev.lungfish.annotation.ThreadSafe;
import dev.lungfish.runtime.count.RegionState;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bounded queue that hands regions from thread to thread. Sending moves the region in; nobody owns it
 * until the first thread that uses the received handle claims it.
 *
 * <p>Regions come out in the order in which they went in. Thread-safe; what the sender did happens
 * before what the receiver does.
 *
 * @param <T> the type of the bridges
 */
@ThreadSafe(trusted = "all state is guarded by one lock, which plain javac code cannot name")
public final class Channel<T> {
  /** A region on its way: it belongs to nobody. */
  private record Parcel<T>(RegionState region, T content) {}

  private final int capacity;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notFull = lock.newCondition();
  private final Condition notEmpty = lock.newCondition();
  /** Guarded by {@link #lock}. */
  private final Queue<Parcel<T>> parcels = new ArrayDeque<>();

  /**
   * An empty channel.
   *
   * @param capacity how many regions may be on their way, at least 1
   * @throws IllegalArgumentException if the capacity is less than 1
   */
  public Channel(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity must be at least 1, is " + capacity);
    }
    this.capacity = capacity;
  }

  /**
   * Sends a region, waiting for room. The handle is torched when there is room, not before: who is
   * interrupted keeps the region.
   *
   * @param r a closed region of the calling thread
   * @throws InterruptedException if the thread is interrupted while it waits; the region stays
   * @throws RegionException {@code move.while.borrowed} if the region is open; {@code use.after.move},
   *     {@code region.not.open}
   */
  public void send(@Moved Region<T> r) throws InterruptedException {
    Objects.requireNonNull(r, "r").enterClosed("send");
    lock.lockInterruptibly();
    try {
      while (parcels.size() == capacity) {
        notFull.await();
      }
      put(r);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sends a region if there is room at once.
   *
   * @param r a closed region of the calling thread
   * @return whether it was sent; if not, it stays with its owner
   * @throws RegionException {@code move.while.borrowed} if the region is open; {@code use.after.move},
   *     {@code region.not.open}
   */
  public boolean offer(@Moved Region<T> r) {
    Objects.requireNonNull(r, "r").enterClosed("send");
    lock.lock();
    try {
      boolean hasRoom = parcels.size() < capacity;
      if (hasRoom) {
        put(r);
      }
      return hasRoom;
    } finally {
      lock.unlock();
    }
  }

  private void put(Region<T> r) {
    RegionState region = r.state();
    parcels.add(new Parcel<>(region, r.content()));
    r.torch("was sent");
    region.cell().release(this);
    notEmpty.signal();
  }

  /**
   * Receives the next region, waiting for one.
   *
   * @return its new handle; the first thread that uses it owns the region
   * @throws InterruptedException if the thread is interrupted while it waits; nothing is lost
   */
  public @Moved Region<T> receive() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (parcels.isEmpty()) {
        notEmpty.await();
      }
      return takeFirst();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Receives the next region if there is one.
   *
   * @return its new handle, or empty
   */
  public Optional<Region<T>> poll() {
    lock.lock();
    try {
      return parcels.isEmpty() ? Optional.empty() : Optional.of(takeFirst());
    } finally {
      lock.unlock();
    }
  }

  private Region<T> takeFirst() {
    Parcel<T> first = parcels.remove();
    notFull.signal();
    Region<T> handle = new Region<>(first.region(), first.content(), null);
    first.region().cell().release(handle);
    return handle;
  }
}
