package dev.lungfish.runtime.count;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Who owns one tree of regions: a thread, or, between two owners, the object whose holder may claim it.
 *
 * <p>Three rules make the plain read in {@link #isOwnedBy} sound. (R1) The field is set to a thread
 * only by that thread, and taken away only by it. (R2) All other state of the tree is written only by
 * the thread in this field. (R3) A hand-over is {@link #release}, then a synchronizing action of the
 * program (lock, queue, future), then {@link #claim}. A foreign thread may read stale values, but
 * never one that makes it the owner, because it has itself written whatever took its own ownership away.
 *
 * <p>Between two owners the field holds a <i>key</i> and not null. So a dead handle that races with
 * its successor cannot claim the tree: it is not the key.
 */
public final class OwnerCell {
  private static final VarHandle OWNER;

  static {
    try {
      OWNER = MethodHandles.lookup().findVarHandle(OwnerCell.class, "owner", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A thread, or the key of whoever may claim. Plain reads answer "is it me"; see the class comment. */
  private Object owner;

  /**
   * A cell that belongs to the given thread from the start.
   *
   * @param owner the owning thread, the current one
   */
  public OwnerCell(Thread owner) {
    this.owner = owner;
  }

  /**
   * Whether the given thread, which is the current one, owns the tree.
   *
   * @param me the current thread
   * @return true if it is the owner
   */
  public boolean isOwnedBy(Thread me) {
    return owner == me;
  }

  /**
   * The owner or key, for questions and messages only: it may be stale the next moment.
   *
   * @return a thread or a key
   */
  public Object peek() {
    return OWNER.getAcquire(this);
  }

  /**
   * Gives the tree up, to whoever presents the key. Release mode: all writes of the owner come before.
   *
   * @param key what {@link #claim} must present, not a thread
   */
  public void release(Object key) {
    OWNER.setRelease(this, key);
  }

  /**
   * Takes the tree over with the key. Of several threads with the same key one succeeds.
   *
   * @param key the key the tree was released with
   * @param me the current thread
   * @return whether the current thread owns the tree now
   */
  public boolean claim(Object key, Thread me) {
    return OWNER.compareAndSet(this, key, me);
  }

  /**
   * As {@link #claim}, where nobody else can present the key now, because the caller holds what guards
   * it: a plain read and write do.
   *
   * @param key what the tree was released with
   * @param me the current thread
   * @return whether the current thread owns the tree now
   */
  public boolean claimAlone(Object key, Thread me) {
    if (owner != key) {
      return false;
    }
    owner = me;
    return true;
  }
}
