package dev.lungfish.runtime;

import java.util.List;
import java.util.Objects;

/** Audits. */
public final class RegionAudit {
  private RegionAudit() {}

  public static boolean isIsolated(Region<?> r) {
    Objects.requireNonNull(r, "r").enter();
    return r.isClosed();
  }

  public static AuditReport explain(Region<?> r) {
    Objects.requireNonNull(r, "r").enter();
    return new AuditReport(r.name(), r.borrowCount(), 0, List.of(), List.of(), "not here");
  }
}
