package dev.lungfish.runtime;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.annotation.Moved;
import dev.lungfish.runtime.count.RegionState;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The owning edge from a parent region to a child region, usually kept in a field of the parent's
 * content. It is not a borrow: it survives revocation, moves with the parent, and is used by whichever
 * thread owns the parent.
 *
 * <p>A child that is open keeps its parent open. After the parent's {@code dissolve} the child is free
 * and {@link #detach()} gives its region; after the parent's {@code freeze} {@link #frozen()} gives
 * the content; after {@code merge} or {@code detach} the edge is dead ({@code use.after.move}).
 *
 * <p>Thread-safety: used by the owner of the region tree; others get {@code region.not.open}.
 *
 * @param <T> the type of the child's bridge
 */
public final class Child<T> {
  private final RegionState state;
  /** Null once the edge is dead. */
  private T content;
  /** The content, once it is frozen. */
  private T frozen;
  private Tomb tomb;

  Child(RegionState state, T content) {
    this.state = state;
    this.content = content;
  }

  /**
   * The name of the child region. Answers always.
   *
   * @return the name
   */
  public String name() {
    return state.name();
  }

  /**
   * Opens the child, and with it its parent: counts one borrow until it is closed.
   *
   * @return the borrow, to be closed
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public Borrow<T> borrow() {
    return new Borrow<>(enter(), content);
  }

  /**
   * Borrows for the time of a call; see {@link Region#run}.
   *
   * @param body gets the bridge and must not keep it
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public void run(Consumer<? super T> body) {
    Objects.requireNonNull(body, "body");
    try (Borrow<T> borrow = borrow()) {
      body.accept(borrow.get());
    }
  }

  /**
   * Borrows for the time of a call, with a result; see {@link Region#call}.
   *
   * @param <R> the type of the result
   * @param body gets the bridge and must not keep it; its result must not reach into the region
   * @return what the body returned, may be null
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public <R> R call(Function<? super T, ? extends R> body) {
    Objects.requireNonNull(body, "body");
    try (Borrow<T> borrow = borrow()) {
      return body.apply(borrow.get());
    }
  }

  /**
   * Takes the region out of its parent. Borrows go on; an open child no longer keeps the parent open.
   *
   * @return the free region, owned by the calling thread; this edge is dead
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public @Moved Region<T> detach() {
    enter();
    Region<T> free = new Region<>(state, content, null);
    RegionState parent = state.parent();
    torch(parent == null ? "was taken" : "was taken out of region " + Failures.quote(parent.name()));
    if (parent != null) {
      state.detach(Thread.currentThread());
    }
    return free;
  }

  /**
   * Makes the child's objects, borrows and children the parent's own; this edge is dead.
   *
   * @throws RegionException {@code region.not.bridge} if there is no parent; {@code use.after.move},
   *     {@code region.not.open}
   */
  public void merge() {
    enter();
    if (state.parent() == null) {
      throw Failures.notAChild(state.name());
    }
    torch("was merged into region " + Failures.quote(state.parent().name()));
    state.mergeIntoParent();
  }

  /**
   * The content, after the parent was frozen. For every thread that got this edge by a synchronizing
   * hand-over.
   *
   * @return the frozen bridge
   * @throws RegionException {@code freeze.not.owned} if it is not frozen; {@code use.after.move} if
   *     this edge is dead for another reason
   */
  public @Frozen T frozen() {
    T bridge = frozen;
    if (bridge != null) {
      return bridge;
    }
    if (tomb != null) {
      throw Failures.dead(state.name(), tomb);
    }
    throw Failures.notFrozenYet(state.name());
  }

  // ---- for the rest of the library

  RegionState state() {
    return state;
  }

  T content() {
    return content;
  }

  Tomb tomb() {
    return tomb;
  }

  boolean isFrozen() {
    return frozen != null;
  }

  /**
   * Checks that this edge is alive and the thread the owner of the tree. A tree that nobody owns is
   * claimed on behalf of its root if this very thread has moved it: others get to this edge through
   * the root.
   */
  RegionState enter() {
    Tomb dead = tomb;
    if (dead != null) {
      throw Failures.dead(state.name(), dead);
    }
    Thread me = Thread.currentThread();
    if (!state.cell().isOwnedBy(me)) {
      Object owner = state.cell().peek();
      if (!(owner instanceof Region<?> root && root.mover() == me && state.cell().claim(root, me))) {
        throw Failures.foreign(state.name(), owner);
      }
    }
    return state;
  }

  void torch(String fate) {
    tomb = Tomb.of(fate);
    content = null;
  }

  @SuppressWarnings("unchecked") // the content itself, or what a conversion for its class made of it
  void freeze(Object bridge) {
    frozen = (T) bridge;
    torch("was frozen");
  }

  /** For the audit, which must not leave the content reachable through handles while it asks. */
  void content(T bridge) {
    this.content = bridge;
  }

  @Override
  public String toString() {
    return "child region " + Failures.quote(state.name()) + (tomb == null ? "" : " (" + tomb.fate() + ")");
  }
}
