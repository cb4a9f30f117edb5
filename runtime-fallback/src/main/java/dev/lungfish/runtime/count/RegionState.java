package dev.lungfish.runtime.count;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One region in its tree: name, owner, parent, children, borrows, and how many children are open.
 *
 * <pre>
 *   borrow count = 1 + borrows           (the 1 is the owner's edge)
 *   open         = borrows &gt; 0 or openChildren &gt; 0
 *   openChildren = number of direct children that are open; a child tells its parent only when it
 *                  turns from closed to open or back
 * </pre>
 *
 * <p>The state never refers to the region's content: handles do. So a dead handle keeps nothing alive.
 *
 * <p>Not thread-safe, and need not be: every field is written only by the thread that owns the tree
 * ({@link OwnerCell}); foreign threads may read stale values and then fail the owner check.
 */
public final class RegionState {
  private final String name;
  private OwnerCell cell;

  private RegionState parent;
  private RegionState firstChild;
  private RegionState lastChild;
  private RegionState previous;
  private RegionState next;

  private int borrows;
  private int openChildren;
  /** Raised when all borrows so far end at once; a borrow is valid only in the epoch it began in. */
  private int epoch;

  private BorrowGroup group = new BorrowGroup();
  private List<BorrowGroup> absorbed = List.of();

  private RegionState mergedInto;
  private int epochBeforeMerge;
  private int epochOfMergeTarget;

  /** The owning handle, weakly: a child whose edge is gone can be reached by nobody. */
  private Reference<?> edge;
  /** Run once when this root turns closed; set while a release is pending. */
  private Runnable onClosed;

  private int children;
  private int pruneAt = 32;

  /**
   * A new, free, closed region.
   *
   * @param name its name, not null
   * @param owner the current thread
   */
  public RegionState(String name, Thread owner) {
    this.name = name;
    this.cell = new OwnerCell(owner);
  }

  public String name() {
    return name;
  }

  public OwnerCell cell() {
    return cell;
  }

  public RegionState parent() {
    return parent;
  }

  public int epoch() {
    return epoch;
  }

  public int borrows() {
    return borrows;
  }

  public int borrowCount() {
    return 1 + borrows;
  }

  public int openChildren() {
    return openChildren;
  }

  public boolean isOpen() {
    return borrows > 0 || openChildren > 0;
  }

  public Reference<?> edge() {
    return edge;
  }

  public void edge(Reference<?> owningHandle) {
    this.edge = owningHandle;
  }

  public RegionState mergedInto() {
    return mergedInto;
  }

  /** The epoch that a borrow of this region had to be in to be carried over by the merge. */
  public int epochBeforeMerge() {
    return epochBeforeMerge;
  }

  /** The epoch of the merge's target at the time of the merge. */
  public int epochOfMergeTarget() {
    return epochOfMergeTarget;
  }

  // ---- borrows

  /** Counts a borrow that begins, and opens this region and its ancestors as far as they were closed. */
  public BorrowToken borrowBegan() {
    BorrowToken token = group.begin();
    boolean opens = !isOpen();
    borrows++;
    if (opens) {
      tellOpened();
    }
    return token;
  }

  /** Counts a borrow of the current epoch that ends. */
  public void borrowEnded(BorrowToken token) {
    token.group().end();
    borrows--;
    if (!isOpen()) {
      tellClosed();
    }
  }

  private void tellOpened() {
    for (RegionState above = parent; above != null; above = above.parent) {
      boolean wasOpen = above.isOpen();
      above.openChildren++;
      if (wasOpen) {
        return;
      }
    }
  }

  private void tellClosed() {
    RegionState closed = this;
    while (closed.parent != null) {
      RegionState above = closed.parent;
      above.openChildren--;
      if (above.isOpen()) {
        return;
      }
      closed = above;
    }
    closed.runOnClosed();
  }

  private void runOnClosed() {
    Runnable waiting = onClosed;
    if (waiting != null) {
      onClosed = null;
      waiting.run();
    }
  }

  /** Leaves an action to be run once, when this open root turns closed. */
  public void whenClosed(Runnable action) {
    this.onClosed = action;
  }

  /** Ends all borrows of this root and of every region below at once; says how many there were. */
  public int revokeAll() {
    int[] revoked = {0};
    forEachBelow(region -> {
      revoked[0] += region.borrows;
      region.epoch++;
      region.borrows = 0;
      region.openChildren = 0;
      region.group = new BorrowGroup();
      region.absorbed = List.of();
    });
    if (revoked[0] > 0) {
      runOnClosed();
    }
    return revoked[0];
  }

  /** Where the live borrows of this region were made, as far as they are tracked. */
  public List<String> borrowSites() {
    List<String> sites = new ArrayList<>(group.sites());
    absorbed.forEach(each -> sites.addAll(each.sites()));
    return sites;
  }

  /** Stops counting the borrow handles of this region that are known to be lost; says how many. */
  public int forgetLostBorrows() {
    int lost = group.forgetLost();
    for (BorrowGroup each : absorbed) {
      lost += each.forgetLost();
    }
    return dropBorrows(lost);
  }

  private int dropBorrows(int lost) {
    if (lost > 0) {
      borrows -= lost;
      if (!isOpen()) {
        tellClosed();
      }
    }
    return lost;
  }

  // ---- tree

  /** Whether the other region is this one or an ancestor of it. */
  public boolean isWithin(RegionState other) {
    for (RegionState each = this; each != null; each = each.parent) {
      if (each == other) {
        return true;
      }
    }
    return false;
  }

  /** The region at the top of the tree. */
  public RegionState root() {
    RegionState top = this;
    while (top.parent != null) {
      top = top.parent;
    }
    return top;
  }

  /** Nests this root, which must not be an ancestor of the parent, and gives its tree the parent's owner. */
  public void attachTo(RegionState newParent) {
    newParent.link(this);
    moveToCell(newParent.cell);
    if (isOpen()) {
      boolean wasOpen = newParent.isOpen();
      newParent.openChildren++;
      if (!wasOpen) {
        newParent.tellOpened();
      }
    }
    newParent.pruneUnreachableChildren();
  }

  /** Takes this child out of its parent; its tree belongs to the given thread, the current one. */
  public void detach(Thread owner) {
    RegionState old = parent;
    old.unlink(this);
    moveToCell(new OwnerCell(owner));
    if (isOpen()) {
      old.openChildren--;
      if (!old.isOpen()) {
        old.tellClosed();
      }
    }
  }

  /**
   * Takes this child's objects, borrows and children into its parent. Old borrows are forwarded: they
   * stay valid as long as the parent's epoch stays what it is now.
   */
  public void mergeIntoParent() {
    RegionState target = parent;
    boolean wasOpen = isOpen();
    target.unlink(this);
    while (firstChild != null) {
      RegionState child = firstChild;
      unlink(child);
      target.link(child);
    }
    target.openChildren += openChildren - (wasOpen ? 1 : 0);
    target.borrows += borrows;
    if (borrows > 0) {
      List<BorrowGroup> all = new ArrayList<>(target.absorbed);
      all.add(group);
      all.addAll(absorbed);
      all.removeIf(each -> each.counted() == 0);
      target.absorbed = List.copyOf(all);
    }
    borrows = 0;
    openChildren = 0;
    epochBeforeMerge = epoch;
    epochOfMergeTarget = target.epoch;
    mergedInto = target;
    epoch++;
  }

  /** Frees all children; each becomes the root of its own tree, owned by the given thread, the current one. */
  public List<RegionState> releaseChildren(Thread owner) {
    List<RegionState> freed = children();
    for (RegionState child : freed) {
      child.detach(owner);
    }
    return freed;
  }

  /** The direct children, in the order in which they were attached. */
  public List<RegionState> children() {
    List<RegionState> all = new ArrayList<>();
    for (RegionState child = firstChild; child != null; child = child.next) {
      all.add(child);
    }
    return all;
  }

  /** Visits this region and all regions below it, parents first. */
  public void forEachBelow(Consumer<RegionState> action) {
    RegionState at = this;
    while (at != null) {
      action.accept(at);
      if (at.firstChild != null) {
        at = at.firstChild;
      } else {
        while (at != this && at.next == null) {
          at = at.parent;
        }
        at = at == this ? null : at.next;
      }
    }
  }

  private void moveToCell(OwnerCell newCell) {
    forEachBelow(region -> region.cell = newCell);
  }

  private void link(RegionState child) {
    child.parent = this;
    child.previous = lastChild;
    child.next = null;
    if (lastChild == null) {
      firstChild = child;
    } else {
      lastChild.next = child;
    }
    lastChild = child;
    children++;
  }

  private void unlink(RegionState child) {
    if (child.previous == null) {
      firstChild = child.next;
    } else {
      child.previous.next = child.next;
    }
    if (child.next == null) {
      lastChild = child.previous;
    } else {
      child.next.previous = child.previous;
    }
    child.parent = null;
    child.previous = null;
    child.next = null;
    children--;
  }

  /** Drops closed children that nobody can reach any more; constant work for each child ever attached. */
  private void pruneUnreachableChildren() {
    if (children < pruneAt) {
      return;
    }
    for (RegionState child : children()) {
      if (!child.isOpen() && child.edge != null && child.edge.get() == null) {
        unlink(child);
      }
    }
    pruneAt = Math.max(32, 2 * children);
  }
}
