package dev.lungfish.runtime;

import dev.lungfish.runtime.count.RegionState;
import dev.lungfish.runtime.graph.Members;
import dev.lungfish.runtime.heap.HeapAudit;
import dev.lungfish.runtime.heap.Marker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Where audits happen without being asked for: {@code -Dlungfish.audit=move,release}.
 *
 * <p>Only a reference from the heap stops the operation. A local variable may be dead although the JVM
 * still reports it; that is the business of the analysis.
 */
final class AuditPoints {
  private static final List<String> POINTS = points(System.getProperty("lungfish.audit", ""));
  private static final boolean MOVE = POINTS.contains("move");
  private static final boolean RELEASE = POINTS.contains("release");

  private static final AtomicBoolean SAID = new AtomicBoolean();

  private AuditPoints() {}

  /** Who asked for audits must not take silence for an answer; once is enough. */
  private static void sayUnavailable(String why) {
    if (SAID.compareAndSet(false, true)) {
      System.getLogger("dev.lungfish.runtime").log(System.Logger.Level.WARNING,
          "lungfish.audit is set, but regions change hands without an audit: " + why);
    }
  }

  private static List<String> points(String property) {
    List<String> points =
        Arrays.stream(property.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (!List.of("move", "release").containsAll(points)) {
      throw new IllegalArgumentException("lungfish.audit knows 'move' and 'release', got: " + property);
    }
    return points;
  }

  /** Before a closed region changes hands; throws if the heap refers into it. */
  static void beforeMove(String verb, Region<?> region) {
    if (MOVE) {
      AuditReport report = reportIfReferenced(TreeContents.of(region));
      if (report != null) {
        throw Failures.strays(verb + " region " + Failures.quote(region.name()), region.name(), report);
      }
    }
  }

  /**
   * Before a region without a handle changes hands: who refers into it from the heap, one sentence each; empty where no audit is wanted or to
   * be had.
   */
  static List<String> holdersBeforeMove(Object bridge) {
    if (!MOVE) {
      return List.of();
    }
    Marker marker = new Marker(membersOf(bridge));
    try {
      return marker.size() == 0 ? List.of() : HeapAudit.strays(marker).heap();
    } catch (HeapAudit.Unavailable e) {
      sayUnavailable(e.getMessage());
      return List.of();
    } finally {
      marker.clear();
    }
  }

  /** In a frame of its own: the audit would see what a frame holds. */
  private static Object[] membersOf(Object bridge) {
    List<Object> all = new ArrayList<>();
    Members.of(bridge).forEach(all::add);
    return all.toArray();
  }

  /** Before a cown with a closed region is released; returns the failure, if the heap refers into it. */
  static RegionException beforeRelease(Cown<?> cown, RegionState region) {
    if (RELEASE) {
      AuditReport report = reportIfReferenced(TreeContents.of(cown, region));
      if (report != null) {
        return Failures.strays("release cown " + Failures.quote(cown.name()), cown.name(), report);
      }
    }
    return null;
  }

  private static AuditReport reportIfReferenced(TreeContents tree) {
    if (RegionAudit.isUnreferenced(tree)) {
      return null;
    }
    AuditReport report = RegionAudit.explain(tree);
    if (!report.isAvailable()) {
      sayUnavailable(report.whyUnavailable());
    }
    return report.strays().isEmpty() ? null : report;
  }
}
