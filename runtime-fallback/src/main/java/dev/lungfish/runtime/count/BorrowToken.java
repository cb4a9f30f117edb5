package dev.lungfish.runtime.count;

/**
 * What every live borrow handle of one group holds, and nothing else does. When the collector has
 * taken the token, all handles of the group are gone, closed or lost.
 */
public final class BorrowToken {
  private final BorrowGroup group;

  BorrowToken(BorrowGroup group) {
    this.group = group;
  }

  /**
   * The account on which the holder of this token is counted.
   *
   * @return the group, never null
   */
  public BorrowGroup group() {
    return group;
  }
}
