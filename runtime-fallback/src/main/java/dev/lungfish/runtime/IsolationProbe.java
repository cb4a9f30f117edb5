package dev.lungfish.runtime;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks the collector whether anybody outside refers into a region, for the price of one collection.
 *
 * <p>The contents are hung on an object that only its finalizer can reach, and weak references on the
 * members. A collection clears the weak reference of each member that nothing else refers to, and
 * the finalizer gives the contents back. What survives is referred to from outside. A collection of
 * young objects alone may see less than all; so a "no" is asked again.
 *
 * <p>Not to be had where finalization or explicit collections are switched off: that is tried once,
 * with an object of no worth.
 */
final class IsolationProbe {
  private static final long PATIENCE_MS = 2_000;
  private static final long STEP_MS = 10;
  private static final int ATTEMPTS = 3;

  /** Tried once per JVM. */
  private static final class Available {
    static final boolean HERE = arrives(hideNothing());
  }

  /** Where the finalizer leaves the contents. */
  private static final class Mailbox {
    final CountDownLatch arrived = new CountDownLatch(1);
    /** Written before, read after the latch. */
    private Object[] contents;

    /** Gives the contents out once: the finalizer's thread may hold on to this object for a while, and must not look like a stray then. */
    Object[] empty() {
      Object[] given = contents;
      contents = null;
      return given;
    }
  }

  /** Holds the contents while nobody else does. */
  private static final class Hideout {
    /** Set to null when it is given back; only one thread can reach this object at a time. */
    private Object[] contents;

    private final Mailbox mailbox;

    Hideout(Object[] contents, Mailbox mailbox) {
      this.contents = contents;
      this.mailbox = mailbox;
    }

    // The only hook by which a JVM hands an unreachable object back; see the class comment.
    @Override
    @SuppressWarnings({"deprecation", "removal", "Finalize"})
    protected void finalize() {
      mailbox.contents = empty();
      mailbox.arrived.countDown();
    }

    Object[] empty() {
      Object[] given = contents;
      contents = null;
      return given;
    }
  }

  private record Hidden(Mailbox mailbox, WeakReference<Hideout> hideout, List<WeakReference<Object>> members) {}

  private IsolationProbe() {}

  /** Whether only the handles refer into the closed region tree; empty if that cannot be asked here. */
  static Optional<Boolean> ask(TreeContents tree) {
    if (!Available.HERE) {
      return Optional.empty();
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Hidden hidden = hide(tree);
      boolean asked = arrives(hidden);
      if (asked && hidden.members().stream().allMatch(member -> member.get() == null)) {
        tree.putBack(hidden.mailbox().empty());
        return Optional.of(true);
      }
      giveBack(tree, hidden);
      if (!asked) {
        return Optional.empty();
      }
    }
    return Optional.of(false);
  }

  /** In a frame of its own, which is gone before the collection. */
  private static Hidden hide(TreeContents tree) {
    List<WeakReference<Object>> members = tree.weakMembers();
    Mailbox mailbox = new Mailbox();
    return new Hidden(mailbox, new WeakReference<>(new Hideout(tree.takeAll(), mailbox)), members);
  }

  private static Hidden hideNothing() {
    Mailbox mailbox = new Mailbox();
    return new Hidden(mailbox, new WeakReference<>(new Hideout(new Object[0], mailbox)), List.of());
  }

  private static boolean arrives(Hidden hidden) {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
    boolean arrived = false;
    while (!arrived && System.nanoTime() < end) {
      System.gc();
      try {
        arrived = hidden.mailbox().arrived.await(STEP_MS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return arrived;
  }

  /** The contents come back in any case: from the hideout if it is still there, else by its finalizer. */
  @SuppressWarnings({"deprecation", "removal"}) // helps where another class's finalizer is stuck
  private static void giveBack(TreeContents tree, Hidden hidden) {
    Hideout stillThere = hidden.hideout().get();
    while (stillThere == null && hidden.mailbox().arrived.getCount() > 0) {
      System.runFinalization();
      Thread.yield();
    }
    tree.putBack(stillThere != null ? stillThere.empty() : hidden.mailbox().empty());
  }
}
