package dev.lungfish.runtime;

import dev.lungfish.runtime.count.BorrowGroup;
import dev.lungfish.runtime.count.BorrowToken;
import dev.lungfish.runtime.count.RegionState;

/**
 * A counted reference into a region, from {@link #get()} on until {@link #close()}.
 *
 * <pre>{@code
 * try (Borrow<Book> book = region.borrow()) {
 *   book.get().turn();
 * }
 * }</pre>
 *
 * <p>Each use checks that the borrow is alive, was not revoked, and belongs to the calling thread.
 * What {@code get} returned is an ordinary reference that nothing watches: it must not be kept beyond
 * {@code close}. A handle that is lost without {@code close} stays counted until {@link
 * Region#revokeBorrows()} or an audit.
 *
 * <p>Used by the owner of the region only; any other thread gets {@code region.not.open}, and nothing
 * changes.
 *
 * @param <T> the type of the region's bridge
 */
public final class Borrow<T> implements AutoCloseable {
  private RegionState region;
  private int epoch;
  /** Null after close. */
  private T content;
  /** Held so that the region can notice when all its handles are gone. Null after close. */
  private BorrowToken token;
  private final BorrowGroup.Tracked tracked;

  /** Counts itself; the caller has checked that the current thread owns the region. */
  Borrow(RegionState region, T content) {
    this.region = region;
    this.epoch = region.epoch();
    this.content = content;
    this.token = region.borrowBegan();
    this.tracked = Sites.TRACKED ? token.group().track(this, Sites.here()) : null;
  }

  /**
   * The bridge of the region.
   *
   * @return the object itself, the same at each call
   * @throws RegionException {@code region.not.open} if this borrow has ended or was revoked, or if the
   *     calling thread does not own the region
   */
  public T get() {
    T bridge = content;
    if (bridge != null && epoch == region.epoch() && region.cell().isOwnedBy(Thread.currentThread())) {
      return bridge;
    }
    return getSlowly();
  }

  private T getSlowly() {
    if (content == null) {
      throw Failures.ended(region.name(), site());
    }
    if (!followMerges()) {
      throw Failures.revoked(region.name(), site());
    }
    requireOwner();
    return content;
  }

  /**
   * Ends the borrow; the last one closes the region. Closing again does nothing, nor does closing
   * what was revoked.
   *
   * @throws ForeignThreadException {@code region.not.open} if the calling thread does not own the
   *     region; the borrow goes on
   */
  @Override
  public void close() {
    if (content == null) {
      return;
    }
    if (followMerges()) {
      requireOwner();
      BorrowToken given = token;
      forget();
      region.borrowEnded(given);
    } else {
      forget();
    }
  }

  private void forget() {
    if (tracked != null) {
      token.group().untrack(tracked);
    }
    content = null;
    token = null;
  }

  /**
   * Goes from a merged region to the one it was merged into. Only the owner keeps the result: a foreign
   * thread must not write here.
   *
   * @return false if the borrow was revoked on the way
   */
  private boolean followMerges() {
    RegionState at = region;
    int since = epoch;
    while (at.epoch() != since) {
      if (at.mergedInto() == null || at.epochBeforeMerge() != since) {
        return false;
      }
      since = at.epochOfMergeTarget();
      at = at.mergedInto();
    }
    if (at != region && at.cell().isOwnedBy(Thread.currentThread())) {
      region = at;
      epoch = since;
    }
    return true;
  }

  private void requireOwner() {
    RegionState at = region;
    while (at.mergedInto() != null) {
      at = at.mergedInto();
    }
    if (!at.cell().isOwnedBy(Thread.currentThread())) {
      throw Failures.foreign(at.name(), at.cell().peek());
    }
  }

  private String site() {
    return tracked == null ? null : tracked.site();
  }

  @Override
  public String toString() {
    return "borrow of region " + Failures.quote(region.name()) + (content == null ? " (ended)" : "");
  }
}
