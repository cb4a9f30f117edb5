package dev.lungfish.runtime;

import dev.lungfish.annotation.Moved;
import dev.lungfish.runtime.count.RegionState;
import java.util.Objects;

/**
 * A cown that this thread holds, from {@link Cown#acquire()} to {@link #close()}.
 *
 * <pre>{@code
 * try (Acquired<Ledger> ledger = cown.acquire()) {
 *   ledger.get().add(entry);
 * }
 * }</pre>
 *
 * <p>Used by the holding thread only; any other, and everybody after the release, gets {@code
 * cown.not.acquired}, and nothing changes.
 *
 * @param <T> the type of the content
 */
public final class Acquired<T> implements AutoCloseable {
  private final Cown<T> cown;
  /** Leaves the cown's queue, or, in a behaviour, does so with the last of its cowns; null where nobody queued. */
  private final Runnable leaveQueue;
  private final Thread holder;
  private boolean released;

  /** The current thread heads the queue of the cown. */
  Acquired(Cown<T> cown, Runnable leaveQueue) {
    this.cown = cown;
    this.leaveQueue = leaveQueue;
    this.holder = Thread.currentThread();
    cown.hold();
  }

  /**
   * The content, borrowed until close.
   *
   * @return the object itself
   * @throws RegionException {@code cown.not.acquired}; {@code use.after.move} if it was taken
   */
  public T get() {
    requireHeld("reading");
    return requireContent();
  }

  /**
   * Takes the content out: it becomes local to this thread, its children free regions. Something must
   * be put back with {@link #set} before the close.
   *
   * @return the content
   * @throws RegionException {@code move.while.borrowed} if its region is open; {@code
   *     cown.not.acquired}; {@code use.after.move} if it was taken before
   */
  public @Moved T take() {
    requireHeld("taking the content of");
    requireContent();
    requireClosed("take");
    return emptied();
  }

  /**
   * Puts a content in, in place of what was there, which ends as by {@link #take}.
   *
   * @param value the new content and all that it reaches, given up by the caller
   * @throws RegionException as {@link Region#of} for the value; {@code move.while.borrowed} if the old
   *     region is open; {@code cown.not.acquired}
   */
  public void set(@Moved T value) {
    requireHeld("writing");
    requireValue(value);
    requireClosed("replace");
    RegionState next = regionOf(value);
    emptied();
    cown.adopt(next, value);
  }

  /**
   * Puts a content in and takes the old one out.
   *
   * @param value the new content and all that it reaches, given up by the caller
   * @return the old content, local to this thread
   * @throws RegionException as {@link #set} and {@link #take}
   */
  public @Moved T swap(@Moved T value) {
    requireHeld("writing");
    requireContent();
    requireValue(value);
    requireClosed("replace");
    RegionState next = regionOf(value);
    T old = emptied();
    cown.adopt(next, value);
    return old;
  }

  /**
   * Puts a region in and takes the old one out, which is free and belongs to this thread. Borrows of
   * the old region's children go on.
   *
   * @param next a closed region of this thread; its handle is torched
   * @return the old region
   * @throws RegionException {@code move.while.borrowed} if the new region is open; {@code
   *     use.after.move} for a dead handle, or if the content was taken; {@code cown.not.acquired}. The
   *     region stays with its owner then
   */
  public @Moved Region<T> swap(@Moved Region<T> next) {
    requireHeld("writing");
    T old = requireContent();
    Objects.requireNonNull(next, "next");
    RegionState entering = next.enterClosed("move");
    RegionState leaving = cown.region() == null ? Takeover.of(cown.name(), old) : cown.region();
    cown.adopt(entering, next.content());
    next.torch("was moved into cown " + Failures.quote(cown.name()));
    return new Region<>(leaving, old, null);
  }

  /**
   * Releases the cown. If its region is open, what happens is the cown's {@link ReleasePolicy}; if the
   * content was taken and not put back, the cown is released without content (the next holder may
   * {@code set} it) and this throws.
   *
   * @throws RegionException {@code cown.not.acquired} if it was released before or is held by another
   *     thread; {@code move.while.borrowed}; {@code isolated.not.restored}
   */
  @Override
  public void close() {
    requireHeld("releasing");
    RegionException failure = release(cown.policy());
    if (failure != null) {
      throw failure;
    }
  }

  /** The end of a scope: releases for certain, and adds a failure to the one that is on its way. */
  void endScope(Throwable underway) {
    RegionException failure = endScope();
    if (failure != null) {
      if (underway == null) {
        throw failure;
      }
      underway.addSuppressed(failure);
    }
  }

  /** As {@link #close} where nobody can try again; returns the failure. */
  RegionException endScope() {
    ReleasePolicy policy = cown.policy();
    return release(policy == ReleasePolicy.STAY ? ReleasePolicy.REVOKE : policy);
  }

  private RegionException release(ReleasePolicy policy) {
    RegionState region = cown.region();
    if (cown.content() == null) {
      return releaseEmpty(policy);
    }
    if (region != null && region.isOpen()) {
      return releaseOpen(region, policy);
    }
    RegionException strays = region == null ? null : AuditPoints.beforeRelease(cown, region);
    leave();
    return strays;
  }

  private RegionException releaseEmpty(ReleasePolicy policy) {
    if (policy == ReleasePolicy.STAY) {
      return Failures.leftEmpty(cown.name(), "it stays acquired");
    }
    leave();
    return Failures.leftEmpty(cown.name(), "it was released without");
  }

  private RegionException releaseOpen(RegionState region, ReleasePolicy policy) {
    switch (policy) {
      case STAY:
        return Failures.openRelease(cown.name(), region, "the cown stays acquired");
      case PENDING:
        released = true;
        region.whenClosed(this::leave);
        return null;
      case REVOKE:
        RegionException failure =
            Failures.openRelease(cown.name(), region, "the borrows were revoked and the cown released");
        region.revokeAll();
        leave();
        return failure;
    }
    throw new AssertionError(policy);
  }

  private void leave() {
    released = true;
    cown.letGo();
    if (leaveQueue == null) {
      cown.lane().leaveAlone();
    } else {
      leaveQueue.run();
    }
  }

  /** Takes content and region out of the cown; the region ends. */
  private T emptied() {
    T old = cown.content();
    RegionState region = cown.region();
    cown.adopt(null, null);
    if (region != null) {
      Region.release(region);
    }
    return old;
  }

  private RegionState regionOf(T value) {
    boolean staysFrozen = cown.region() == null && Freezer.isFrozen(value);
    RegionState region = staysFrozen ? null : Takeover.of(cown.name(), value);
    if (region != null) {
      Takeover.requireClosed(region);
    }
    return region;
  }

  private void requireHeld(String what) {
    if (holder != Thread.currentThread()) {
      throw Failures.notHeld(cown.name(), what);
    }
    if (released) {
      throw Failures.releasedBefore(cown.name(), what);
    }
  }

  private T requireContent() {
    T content = cown.content();
    if (content == null) {
      throw Failures.takenContent(cown.name());
    }
    return content;
  }

  private void requireValue(T value) {
    if (value == null) {
      throw new NullPointerException("content of cown " + Failures.quote(cown.name()));
    }
  }

  private void requireClosed(String verb) {
    RegionState region = cown.region();
    if (region != null && region.isOpen()) {
      throw Failures.open(verb, region);
    }
  }

  @Override
  public String toString() {
    return cown + (released ? " (released)" : " (acquired)");
  }
}
