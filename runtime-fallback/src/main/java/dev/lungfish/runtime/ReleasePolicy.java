package dev.lungfish.runtime;

/**
 * What happens when a cown is to be released while its region is still open, that is, while borrows of
 * the region or of its children are alive.
 *
 * @see Cown#onOpenRelease(ReleasePolicy)
 */
public enum ReleasePolicy {
  /**
   * The borrows are revoked, the cown is released, and {@code move.while.borrowed} is thrown, naming
   * what was open. Nobody waits for ever and no handle reaches into the region any more. The default.
   */
  REVOKE,

  /**
   * {@code move.while.borrowed} is thrown and the cown stays acquired; {@link Acquired#close()} may be
   * tried again. At the end of a scope ({@code run}, {@code call}, {@code when}) nobody could try
   * again, so there this policy acts like {@link #REVOKE}.
   */
  STAY,

  /**
   * Nothing is thrown; the end of the last borrow releases the cown. Until then the thread holds it,
   * but no longer gets at its content through the {@link Acquired}. A borrow that is lost keeps
   * everybody waiting: choose this only where borrows are certain to end.
   */
  PENDING
}
