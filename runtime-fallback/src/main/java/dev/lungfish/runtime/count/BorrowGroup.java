package dev.lungfish.runtime.count;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The borrow handles of one region, counted so that lost ones can be found later.
 *
 * <p>A weak reference per borrow would cost more than the borrow. So all handles share a token that
 * the region holds weakly: no token, no handle. That finds the loss of all handles, not of some;
 * where borrows are
 * tracked ({@link #track}) the count is exact.
 *
 * <p>Not thread-safe: touched by the owner of the region only.
 */
public final class BorrowGroup {
  /** A tracked handle: where it was made, and weakly the handle itself. */
  public static final class Tracked extends WeakReference<Object> {
    private final String site;

    Tracked(Object handle, String site) {
      super(handle);
      this.site = site;
    }

    /**
     * Where the borrow was made.
     *
     * @return a source position, never null
     */
    public String site() {
      return site;
    }
  }

  private Reference<BorrowToken> token;
  private int live;
  private int lost;
  private Set<Tracked> tracked;

  /** Counts one more handle and gives it the token to hold. */
  BorrowToken begin() {
    BorrowToken current = token == null ? null : token.get();
    if (current == null) {
      lost += live;
      live = 0;
      current = new BorrowToken(this);
      token = new WeakReference<>(current);
    }
    live++;
    return current;
  }

  /** Counts one handle less. */
  void end() {
    live--;
  }

  /**
   * Remembers where a handle was made.
   *
   * @param handle the handle, held weakly
   * @param site where it was made
   * @return the record, for {@link #untrack}
   */
  public Tracked track(Object handle, String site) {
    if (tracked == null) {
      tracked = new LinkedHashSet<>();
    }
    Tracked record = new Tracked(handle, site);
    tracked.add(record);
    return record;
  }

  /**
   * Forgets a handle that has ended.
   *
   * @param record what {@link #track} returned
   */
  public void untrack(Tracked record) {
    if (tracked != null) {
      tracked.remove(record);
    }
  }

  /** Where the live and lost handles were made, in that order; empty if borrows are not tracked. */
  List<String> sites() {
    List<String> sites = new ArrayList<>();
    if (tracked != null) {
      for (Tracked record : tracked) {
        sites.add(record.get() == null ? record.site + " (lost)" : record.site);
      }
    }
    return sites;
  }

  /** Finds handles that were lost without being closed, and stops counting them. Returns how many. */
  int forgetLost() {
    int gone = lost;
    lost = 0;
    if (token != null && token.get() == null) {
      gone += live;
      live = 0;
    }
    if (tracked != null) {
      int trackedGone = 0;
      for (Iterator<Tracked> each = tracked.iterator(); each.hasNext(); ) {
        if (each.next().get() == null) {
          each.remove();
          trackedGone++;
        }
      }
      live -= Math.max(0, trackedGone - gone);
      gone = Math.max(gone, trackedGone);
    }
    return gone;
  }

  /** How many handles are counted here, lost ones included. */
  int counted() {
    return live + lost;
  }
}
