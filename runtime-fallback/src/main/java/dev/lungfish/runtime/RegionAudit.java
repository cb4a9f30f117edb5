package dev.lungfish.runtime;

import dev.lungfish.runtime.heap.HeapAudit;
import dev.lungfish.runtime.heap.Marker;
import dev.lungfish.runtime.heap.Strays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks the JVM who refers into a region from outside: the way to see what code has kept that knows
 * nothing of regions.
 *
 * <p>A reference counts from outside if it comes neither from the region's own objects nor from handles
 * of this library. Weak references do not count. Both questions leave count, content and handle as
 * they are; only borrows that were lost without {@code close} stop counting (all of a region at once,
 * or each for itself under {@code -Dlungfish.track=true}).
 *
 * <p>For the owner of the region. Stateless, thread-safe.
 */
public final class RegionAudit {
  private RegionAudit() {}

  /**
   * Whether the region is closed and nothing but its handles refers into it. Costs a collection or
   * two, and falls back to {@link #explain} where that does not tell. A local variable of a method
   * that runs may make the answer "no" after its last use.
   *
   * @param r the region
   * @return true if it is isolated; false if it is not, or if this JVM cannot tell
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public static boolean isIsolated(Region<?> r) {
    Objects.requireNonNull(r, "r").enter();
    TreeContents tree = TreeContents.of(r);
    if (tree.root().isOpen()) {
      Collector.askFor();
      tree.forgetLostBorrows();
    }
    return !tree.root().isOpen() && isUnreferenced(tree);
  }

  /** As {@link #isIsolated}, for a closed tree. */
  static boolean isUnreferenced(TreeContents tree) {
    Optional<Boolean> answer = IsolationProbe.ask(tree);
    return answer.isPresent() ? answer.get() : explain(tree).isIsolated();
  }

  /**
   * Takes a heap dump and names what refers into the region from outside: static fields, objects with
   * the way to them, thread locals, and local variables by frame, line and thread. Needs HotSpot;
   * takes about a second for a million and a half objects.
   *
   * @param r the region, which may be open
   * @return the report; {@link AuditReport#isAvailable()} is false where no dump can be taken or read
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public static AuditReport explain(Region<?> r) {
    Objects.requireNonNull(r, "r").enter();
    return explain(TreeContents.of(r));
  }

  static AuditReport explain(TreeContents tree) {
    Marker marker = tree.marker();
    try {
      Strays strays = marker.size() == 0 ? new Strays(List.of(), List.of()) : HeapAudit.strays(marker);
      marker.clear();
      // The dump of what lives has made the collector run: lost borrows are known to be lost.
      return AuditReport.of(tree.root(), tree.forgetLostBorrows(), strays);
    } catch (HeapAudit.Unavailable e) {
      return AuditReport.unavailable(tree.root(), e.getMessage());
    }
  }

  /**
   * Notes the regions that are made from now on, so that they can be audited together: those of one test, say. Regions that other threads
   * make are noted, too, but only those that belong to the auditing thread by then are audited.
   *
   * @return the recording, to be closed by the caller
   */
  public static AuditRecording record() {
    return AuditRecording.begin();
  }
}
