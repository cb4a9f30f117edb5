package dev.lungfish.runtime;

import java.util.Arrays;
import java.util.List;

/** Where audits happen without being asked for: {@code -Dlungfish.audit=move,release}. */
final class AuditPoints {
  private static final List<String> POINTS = points(System.getProperty("lungfish.audit", ""));
  private static final boolean MOVE = POINTS.contains("move");
  private static final boolean RELEASE = POINTS.contains("release");

  private AuditPoints() {}

  private static List<String> points(String property) {
    return Arrays.stream(property.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  static RegionException beforeRelease(Cown<?> cown, dev.lungfish.runtime.count.RegionState region) {
    return null;
  }

  static void beforeMove(String verb, Region<?> region) {
  }
}
