package dev.lungfish.runtime;

import dev.lungfish.runtime.count.RegionState;
import dev.lungfish.runtime.heap.Strays;
import java.util.List;

/**
 * What an audit has found about one region: whether it is isolated, and what refers into it from
 * outside.
 *
 * <p>Immutable, thread-safe.
 */
public final class AuditReport {
  private final String regionName;
  private final int borrowCount;
  private final String whyOpen;
  private final int lostBorrows;
  private final List<String> strays;
  private final List<String> mayBeLive;
  private final String unavailable;

  private AuditReport(RegionState region, int lostBorrows, List<String> strays, List<String> mayBeLive, String unavailable) {
    this.regionName = region.name();
    this.borrowCount = region.borrowCount();
    this.whyOpen = region.isOpen() ? Failures.whyOpen(region) : null;
    this.lostBorrows = lostBorrows;
    this.strays = List.copyOf(strays);
    this.mayBeLive = List.copyOf(mayBeLive);
    this.unavailable = unavailable;
  }

  /** A report of what the region's counts are now, and of who refers into it. */
  static AuditReport of(RegionState region, int lostBorrows, Strays strays) {
    return new AuditReport(region, lostBorrows, strays.heap(), strays.locals(), null);
  }

  /** A report that nobody can be asked. */
  static AuditReport unavailable(RegionState region, String why) {
    return new AuditReport(region, 0, List.of(), List.of(), why);
  }

  /**
   * The name of the region.
   *
   * @return its name
   */
  public String regionName() {
    return regionName;
  }

  /**
   * Whether the audit could be made on this JVM.
   *
   * @return false if nothing is known; {@link #toString()} says why
   */
  public boolean isAvailable() {
    return unavailable == null;
  }

  String whyUnavailable() {
    return unavailable;
  }

  /**
   * Whether the region is closed and nothing but its handles refers into it.
   *
   * @return true if so; false also if the audit was not available
   */
  public boolean isIsolated() {
    return isAvailable() && !isOpen() && strays.isEmpty() && mayBeLive.isEmpty();
  }

  /**
   * Whether the region has live borrows, or a child region has.
   *
   * @return true if so, after lost borrows have been taken off
   */
  public boolean isOpen() {
    return whyOpen != null;
  }

  /**
   * The borrow count after the audit has taken lost borrows off it.
   *
   * @return at least 1
   */
  public int borrowCount() {
    return borrowCount;
  }

  /**
   * How many borrow handles, of the region and its children, were lost without being closed. They no
   * longer count.
   *
   * @return 0 if none was
   */
  public int lostBorrows() {
    return lostBorrows;
  }

  /**
   * References from outside: static fields, fields and elements of other objects with the way from a
   * root, values of thread locals, local variables of methods that have called on.
   *
   * @return one sentence each
   */
  public List<String> strays() {
    return strays;
  }

  /**
   * Local variables that hold a reference but may be dead: an interpreted frame keeps a name until it
   * ends or is overwritten.
   *
   * @return one sentence each
   */
  public List<String> mayBeLive() {
    return mayBeLive;
  }

  /** The whole report, for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("region ").append(Failures.quote(regionName)).append(": ");
    if (!isAvailable()) {
      return text.append("no audit: ").append(unavailable).toString();
    }
    text.append(isIsolated() ? "isolated" : "not isolated").append(", ").append(isOpen() ? whyOpen : "borrow count is " + borrowCount);
    if (lostBorrows > 0) {
      text.append(", ").append(lostBorrows).append(" lost borrows no longer count");
    }
    strays.forEach(each -> text.append("\n  ").append(each));
    mayBeLive.forEach(each -> text.append("\n  ").append(each));
    return text.toString();
  }
}
