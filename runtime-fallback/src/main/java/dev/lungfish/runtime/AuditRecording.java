package dev.lungfish.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * Notes the regions that are made while it is open, and audits those of the current thread.
 *
 * <pre>{@code
 * try (AuditRecording regions = RegionAudit.record()) {
 *   work();
 *   regions.audit().forEach(System.out::println);   // who still refers into a region of this thread
 * }
 * }</pre>
 *
 * <p>It keeps what it has noted alive until it is closed. Several recordings may be open at once; each notes everything. Thread-safe.
 */
public final class AuditRecording implements AutoCloseable {
  private static final AuditRecording[] NONE = {};
  private static final int FIRST_LOOK = 64;

  /** Those that are open. Replaced as a whole, by whoever holds the class's monitor; a new region reads it once. */
  private static volatile AuditRecording[] active = NONE;

  /** Guarded by this. */
  private final List<Region<?>> noted = new ArrayList<>();

  /** How many are noted when those that are spent are looked for. Guarded by this. */
  private int lookAt = FIRST_LOOK;

  private AuditRecording() {}

  static synchronized AuditRecording begin() {
    List<AuditRecording> all = new ArrayList<>(List.of(active));
    AuditRecording begun = new AuditRecording();
    all.add(begun);
    active = all.toArray(NONE);
    return begun;
  }

  private static synchronized void end(AuditRecording ended) {
    List<AuditRecording> all = new ArrayList<>(List.of(active));
    all.removeIf(each -> each == ended);
    active = all.toArray(NONE);
  }

  /** A handle that has just been made. */
  static void note(Region<?> region) {
    AuditRecording[] all = active;
    if (all.length > 0) {
      for (AuditRecording each : all) {
        each.add(region);
      }
    }
  }

  /** Handles that were moved on would otherwise pile up as long as regions circulate. */
  private synchronized void add(Region<?> region) {
    if (noted.size() >= lookAt) {
      noted.removeIf(Region::isSpent);
      lookAt = Math.max(FIRST_LOOK, 2 * noted.size());
    }
    noted.add(region);
  }

  /**
   * Audits each region that was made since the recording began and that the current thread owns now. Regions that have been moved on, sent,
   * nested, frozen, dissolved or put into a cown are not asked: they are somebody else's, or none. A region that is isolated costs a
   * collection or two, each other one a heap dump.
   *
   * @return a report for each region that is not isolated, or whose borrows were lost without {@code close}; in the order in which the
   *     regions were made. Empty if all is well
   */
  public List<AuditReport> audit() {
    List<Region<?>> mine;
    synchronized (this) {
      mine = noted.stream().filter(Region::isMine).<Region<?>>map(each -> each).toList();
    }
    List<AuditReport> leaks = new ArrayList<>();
    for (Region<?> each : mine) {
      TreeContents tree = TreeContents.of(each);
      if (tree.root().isOpen() || !RegionAudit.isUnreferenced(tree)) {
        AuditReport report = RegionAudit.explain(tree);
        if (!report.isIsolated() || report.lostBorrows() > 0) {
          leaks.add(report);
        }
      }
    }
    return leaks;
  }

  /** Ends the recording and forgets what it has noted. Further calls do nothing. */
  @Override
  public void close() {
    end(this);
    synchronized (this) {
      noted.clear();
    }
  }
}
