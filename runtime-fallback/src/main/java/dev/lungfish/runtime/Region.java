package dev.lungfish.runtime;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.annotation.Moved;
import dev.lungfish.runtime.count.RegionState;
import dev.lungfish.runtime.graph.FreezeCheck;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The one owning handle of a region: a group of mutable objects that is reached through its bridge.
 *
 * <pre>{@code
 * Region<Book> book = Region.create("book", () -> new Book("tea"));
 * book.run(b -> b.turn());                        // a scoped borrow
 * Region<Book> mine = book.move();                // count is 1: it may change hands
 * book.borrow();                                  // [use.after.move]
 * }</pre>
 *
 * <p>The region belongs to one thread. Its borrow count is 1 for this handle plus one for each live
 * {@link Borrow}; it is closed if the count is 1 and no child region is open. Only a closed region
 * moves, freezes, dissolves or goes into a {@link Cown}; otherwise {@code move.while.borrowed}.
 *
 * <p>An operation that gives the region away <i>torches</i> this handle: from then on {@link #name()}
 * and {@link #isMoved()} answer and everything else throws {@code use.after.move}. A refused operation
 * changes nothing.
 *
 * <p>Thread-safety: used by the owning thread; others get {@code region.not.open}. After {@link
 * #move()} nobody owns the region, and the first thread that uses the new handle claims it; so a
 * handle may cross threads by any synchronizing hand-over (queue, future, lock).
 *
 * @param <T> the type of the bridge
 */
public final class Region<T> {
  private final String name;
  private final RegionState state;
  /** Null once the region has a new handle; kept where this handle is a nested region's edge. */
  private T content;
  /** Why this handle is dead, or null. Written by the owner only. */
  private Tomb tomb;
  /** Whether the region ended by a freeze: then this handle, as part of a frozen graph, is frozen too. */
  private boolean frozen;
  /** The thread that moved the region to this handle, or null. */
  private final Thread mover;

  Region(RegionState state, T content, Thread mover) {
    this.name = state.name();
    this.state = state;
    this.content = content;
    this.mover = mover;
    AuditRecording.note(this);
  }

  /**
   * Makes a region of a new object. What the object reaches is taken over as in {@link #of}.
   *
   * @param <T> the type of the bridge
   * @param name for messages; need not be unique
   * @param build makes the bridge, not null; what it throws is passed on
   * @return a closed region, owned by the calling thread
   * @throws RegionException as {@link #of}
   */
  public static <T> Region<T> create(String name, Supplier<? extends T> build) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(build, "build");
    return of(name, build.get());
  }

  /**
   * Makes a region of an object and all that it reaches. The walk stops at frozen, shared and
   * thread-safe objects and at cowns; a free {@code Region} that it meets becomes a child, and its
   * handle is torched. Objects in modules that are not open to the runtime are not looked into.
   *
   * @param <T> the type of the bridge
   * @param name for messages; need not be unique
   * @param content the bridge; the caller gives up all other references to what it reaches
   * @return a region owned by the calling thread; open only if a nested region is
   * @throws RegionException {@code region.two.owners} if the content reaches a region that has an
   *     owner, or one region twice; {@code region.cross.reference} if it reaches a dead handle, a
   *     {@code Borrow}, an {@code Acquired}, or something that cannot move (a started thread, an
   *     iterator, an open stream, a class loader); {@code region.not.open} if it reaches a region of
   *     another thread. Nothing has changed then
   */
  public static <T> Region<T> of(String name, @Moved T content) {
    Objects.requireNonNull(name, "name");
    if (content == null) {
      throw new NullPointerException("content of region " + Failures.quote(name));
    }
    return new Region<>(Takeover.of(name, content), content, null);
  }

  /**
   * The name given at creation. Answers always, in every thread.
   *
   * @return the name
   */
  public String name() {
    return name;
  }

  /**
   * Whether this handle is dead: moved, sent, nested, merged, dissolved or frozen. Answers always.
   *
   * @return true if the region is no longer reached through this handle
   */
  public boolean isMoved() {
    return tomb != null;
  }

  /**
   * Opens the region: counts one borrow until it is closed.
   *
   * @return the borrow, to be closed
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public Borrow<T> borrow() {
    return new Borrow<>(enter(), content);
  }

  /**
   * Borrows for the time of a call. The borrow ends also if the body throws, and what it throws
   * arrives unchanged.
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
   * Borrows for the time of a call, with a result.
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
   * The number of references from outside that are counted: 1 for this handle, and the live borrows of
   * this region. Borrows of children are counted there; they show in {@link #isClosed()}.
   *
   * @return at least 1; a region between two owners has 1
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public int borrowCount() {
    return isUnclaimed() ? 1 : enter().borrowCount();
  }

  /**
   * Whether the count is 1 and no child is open. A question: it opens and claims nothing.
   *
   * @return true if the region could change hands
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public boolean isClosed() {
    return isUnclaimed() || !enter().isOpen();
  }

  private boolean isUnclaimed() {
    return tomb == null && state.cell().peek() == this;
  }

  /**
   * Gives the region a new handle, and up: the first thread that uses the new handle owns it.
   *
   * @return the new handle
   * @throws RegionException {@code move.while.borrowed} if the region is open; {@code use.after.move},
   *     {@code region.not.open}
   */
  public @Moved Region<T> move() {
    enterClosed("move");
    Region<T> next = new Region<>(state, content, Thread.currentThread());
    torch("was moved");
    state.cell().release(next);
    return next;
  }

  /**
   * Force-close: every borrow of this region and of its children ends now, and its later use fails.
   * References that {@link Borrow#get()} has given out cannot be taken back.
   *
   * @return how many borrows were revoked
   * @throws RegionException {@code use.after.move}, {@code region.not.open}
   */
  public int revokeBorrows() {
    return enter().revokeAll();
  }

  /**
   * Nests this region below another one of the same thread. It may be open; then the parent is, too.
   *
   * @param parent the new parent
   * @return the parent's edge, which replaces this handle
   * @throws RegionException {@code region.cycle} if the parent is this region or lies below it; {@code
   *     use.after.move}, {@code region.not.open} for either
   */
  public Child<T> attachTo(Region<?> parent) {
    Objects.requireNonNull(parent, "parent");
    enter();
    return attach(parent.enter());
  }

  /**
   * Nests this region below a child region; see {@link #attachTo(Region)}.
   *
   * @param parent the new parent
   * @return the parent's edge, which replaces this handle
   * @throws RegionException as {@link #attachTo(Region)}
   */
  public Child<T> attachTo(Child<?> parent) {
    Objects.requireNonNull(parent, "parent");
    enter();
    return attach(parent.enter());
  }

  private Child<T> attach(RegionState parent) {
    if (parent.isWithin(state)) {
      throw Failures.cycle(state, parent);
    }
    Child<T> edge = new Child<>(state, content);
    state.edge(new java.lang.ref.WeakReference<>(edge));
    torch("was nested in region " + Failures.quote(parent.name()));
    state.attachTo(parent);
    return edge;
  }

  /**
   * Takes the objects of another free region of the same thread over into this one. Its borrows go on
   * and count here; its children become children of this region.
   *
   * @param other the region that ends; its handle is torched
   * @throws RegionException {@code region.cycle} if it is this region; {@code use.after.move}, {@code
   *     region.not.open} for either
   */
  public void merge(@Moved Region<?> other) {
    Objects.requireNonNull(other, "other");
    enter();
    other.enter();
    if (other == this) {
      throw Failures.cycle(state, state);
    }
    other.torch("was merged into region " + Failures.quote(name));
    other.state.attachTo(state);
    other.state.mergeIntoParent();
  }

  /**
   * Ends the region: its objects become ordinary local objects of this thread, its children free
   * regions.
   *
   * @return the former bridge
   * @throws RegionException {@code move.while.borrowed} if the region is open; {@code use.after.move},
   *     {@code region.not.open}
   */
  public @Moved T dissolve() {
    enter();
    if (state.isOpen()) {
      throw Failures.open("dissolve", state);
    }
    T bridge = content;
    torch("was dissolved");
    release(state);
    return bridge;
  }

  /** Frees the children of a region that ends; a handle that was nested by a takeover lives again. */
  static void release(RegionState ended) {
    for (RegionState child : ended.releaseChildren(Thread.currentThread())) {
      if (child.edge() != null && child.edge().get() instanceof Region<?> edge) {
        edge.tomb = null;
      }
    }
  }

  /**
   * Freezes the region with its children and ends it. By structure: everything that it reaches must be
   * immutable by its class (see {@link Freezer}).
   *
   * @return the bridge, immutable from now on and free for every thread; what a conversion registered
   *     for its class made of it, if it was not immutable before
   * @throws RegionException {@code move.while.borrowed} if the region is open; {@code
   *     freeze.unfreezable} with the path to what can still change; {@code use.after.move}, {@code
   *     region.not.open}. The region is as before then
   */
  public @Frozen T freeze() {
    return freeze(FreezeCheck.Proof.STRUCTURE);
  }

  T freeze(FreezeCheck.Proof proof) {
    enterClosed("freeze");
    return Freezing.region(this, content, proof);
  }

  // ---- for the rest of the library

  RegionState state() {
    return state;
  }

  T content() {
    return content;
  }

  Thread mover() {
    return mover;
  }

  Tomb tomb() {
    return tomb;
  }

  /** Whether this thread owns the region through this handle. Any thread may ask; only the owner is told yes. */
  boolean isMine() {
    return state.cell().isOwnedBy(Thread.currentThread()) && tomb == null;
  }

  /** Whether nothing of the region will be reached through this handle again. Other threads may be told so late. */
  boolean isSpent() {
    return tomb != null && content == null;
  }

  /** Checks that this handle is alive and the thread the owner, claiming a region that nobody owns. */
  RegionState enter() {
    Tomb dead = tomb;
    if (dead != null) {
      throw Failures.dead(name, dead);
    }
    Thread me = Thread.currentThread();
    if (!state.cell().isOwnedBy(me) && !state.cell().claim(this, me)) {
      throw tomb != null ? Failures.dead(name, tomb) : Failures.foreign(name, state.cell().peek());
    }
    return state;
  }

  /** As {@link #enter}; the region must be closed, and unstrayed where audits are switched on. */
  RegionState enterClosed(String verb) {
    enter();
    if (state.isOpen()) {
      throw Failures.open(verb, state);
    }
    AuditPoints.beforeMove(verb, this);
    return state;
  }

  /** Kills this handle; the content goes with whoever replaces it. */
  void torch(String fate) {
    tomb = Tomb.of(fate);
    content = null;
  }

  /** Kills this handle because the region has become frozen. */
  void endFrozen() {
    torch("was frozen");
    frozen = true;
  }

  boolean isFrozen() {
    return frozen;
  }

  /** Kills this handle as a name, but keeps it as the edge by which a new owner reaches the region. */
  void nestAsEdge(String parent) {
    tomb = Tomb.of("was nested in region " + Failures.quote(parent));
    state.edge(new java.lang.ref.WeakReference<>(this));
  }

  /** For the audit, which must not leave the content reachable through handles while it asks. */
  void content(T bridge) {
    this.content = bridge;
  }

  @Override
  public String toString() {
    return "region " + Failures.quote(name) + (tomb == null ? "" : " (" + tomb.fate() + ")");
  }
}
