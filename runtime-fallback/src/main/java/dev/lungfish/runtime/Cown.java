package dev.lungfish.runtime;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.annotation.Moved;
import dev.lungfish.annotation.ThreadSafe;
import dev.lungfish.runtime.count.RegionState;
import dev.lungfish.runtime.cown.Lane;
import dev.lungfish.runtime.cown.ThreadVisit;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A shared cell that owns a region (or a frozen value): whoever has acquired it, one thread or one
 * behaviour at a time, may use the content, and gives it back closed.
 *
 * <pre>{@code
 * Cown<Account> from = Cown.create("from", Account::new);
 * from.run(account -> account.deposit(10));                             // acquire, use, release
 * Cown.when(from, to).run((a, b) -> { a.withdraw(5); b.deposit(5); });  // without blocking
 * }</pre>
 *
 * <p>A cown starts released. It is not reentrant: acquiring it again as its holder fails at once with
 * {@code cown.not.acquired}. Release needs a closed region; what happens otherwise is the {@link
 * ReleasePolicy}. Waiting threads and behaviours get the cown in the order in which they came. Nested
 * {@code acquire}s can deadlock like locks; {@link #when} cannot.
 *
 * <p>Thread-safe. What a holder does happens before what the next one does.
 *
 * @param <T> the type of the content
 */
@ThreadSafe(trusted = "the content is touched by the holder only; the queue hands the hold over with happens-before")
public final class Cown<T> {
  private final String name;
  private final Lane lane = new Lane();
  private volatile ReleasePolicy policy = ReleasePolicy.REVOKE;

  /** Set to a thread only by that thread; others may read it stale, but never as themselves. */
  private Thread holder;
  /** The content's region, or null if the content is frozen or gone. Touched by the holder only. */
  private RegionState region;
  /** Null if it was taken and not put back. Touched by the holder only. */
  private T content;

  private Cown(String name) {
    this.name = name;
  }

  /**
   * A cown around a region, which moves in; it starts released, its name is the region's.
   *
   * @param <T> the type of the content
   * @param closedFreeRegion a closed region of the calling thread; its handle is torched
   * @return the cown
   * @throws RegionException {@code move.while.borrowed} if the region is open; {@code use.after.move},
   *     {@code region.not.open}
   */
  public static <T> Cown<T> of(@Moved Region<T> closedFreeRegion) {
    Objects.requireNonNull(closedFreeRegion, "closedFreeRegion");
    RegionState state = closedFreeRegion.enterClosed("move");
    Cown<T> cown = new Cown<>(state.name());
    cown.adopt(state, closedFreeRegion.content());
    closedFreeRegion.torch("was moved into cown " + Failures.quote(cown.name));
    state.cell().release(cown);
    return cown;
  }

  /**
   * Short for making a region and moving it in.
   *
   * @param <T> the type of the content
   * @param name the name of region and cown
   * @param build makes the content, not null
   * @return the cown, released
   * @throws RegionException as {@link Region#of}; {@code move.while.borrowed} if a nested region is open
   */
  public static <T> Cown<T> create(String name, Supplier<? extends T> build) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(build, "build");
    T content = build.get();
    if (content == null) {
      throw new NullPointerException("content of cown " + Failures.quote(name));
    }
    Region<T> region = Region.of(name, content);
    Takeover.requireClosed(region.state());
    return of(region);
  }

  /**
   * A cown that holds a frozen value.
   *
   * @param <T> the type of the value
   * @param value a value for which {@link Freezer#isFrozen} is true
   * @return the cown, released
   * @throws NotFreezableException {@code freeze.unfreezable} if it is not frozen
   */
  public static <T> Cown<T> ofFrozen(@Frozen T value) {
    Objects.requireNonNull(value, "value");
    Freezing.requireFrozen(value);
    Cown<T> cown = new Cown<>(value.getClass().getSimpleName());
    cown.content = value;
    return cown;
  }

  /** A cown without content, for whoever is the first to hold it. */
  static <T> Cown<T> empty(String name) {
    return new Cown<>(name);
  }

  /**
   * The name, for messages.
   *
   * @return the name of the region at creation
   */
  public String name() {
    return name;
  }

  /**
   * Waits until the cown is free and takes it. An interrupt does not end the wait.
   *
   * @return the hold, to be closed by this thread
   * @throws CownException {@code cown.not.acquired} if this thread holds it already
   */
  public Acquired<T> acquire() {
    requireNotHeld();
    Runnable leaveQueue = lane.enterAlone() ? null : queue();
    return new Acquired<>(this, leaveQueue); // made in one place, so that the compiler can do without the object
  }

  private Runnable queue() {
    ThreadVisit visit = new ThreadVisit(lane);
    visit.await();
    return visit::leave;
  }

  /**
   * Takes the cown if it becomes free in time.
   *
   * @param timeout how long to wait; zero or less means not at all
   * @return the hold, or empty
   * @throws InterruptedException if the thread is interrupted before or while it waits
   * @throws CownException {@code cown.not.acquired} if this thread holds it already
   */
  public Optional<Acquired<T>> tryAcquire(Duration timeout) throws InterruptedException {
    long nanos = saturatedNanos(Objects.requireNonNull(timeout, "timeout"));
    requireNotHeld();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (lane.enterAlone()) {
      return Optional.of(new Acquired<>(this, null));
    }
    ThreadVisit visit = new ThreadVisit(lane);
    return visit.await(nanos) ? Optional.of(new Acquired<>(this, visit::leave)) : Optional.empty();
  }

  private static long saturatedNanos(Duration timeout) {
    try {
      return timeout.toNanos();
    } catch (ArithmeticException tooLong) {
      return timeout.isNegative() ? 0 : Long.MAX_VALUE;
    }
  }

  /**
   * Acquires, runs the body, releases; also if the body throws, and what it throws arrives unchanged.
   *
   * @param body gets the content and must not keep it
   * @throws RegionException {@code cown.not.acquired}; at the release {@code move.while.borrowed}
   */
  public void run(Consumer<? super T> body) {
    Objects.requireNonNull(body, "body");
    call(content -> {
      body.accept(content);
      return null;
    });
  }

  /**
   * Acquires, runs the body, releases, and returns what the body returned.
   *
   * @param <R> the type of the result
   * @param body gets the content and must not keep it; its result must not reach into the region
   * @return what the body returned, may be null
   * @throws RegionException {@code cown.not.acquired}; at the release {@code move.while.borrowed}
   */
  public <R> R call(Function<? super T, ? extends R> body) {
    Objects.requireNonNull(body, "body");
    Acquired<T> hold = acquire();
    R result;
    try {
      result = body.apply(hold.get());
    } catch (Throwable failure) {
      hold.endScope(failure);
      throw failure;
    }
    hold.endScope(null);
    return result;
  }

  /**
   * Whether the calling thread holds this cown.
   *
   * @return true between acquire and release
   */
  public boolean isHeldByCurrentThread() {
    return holder == Thread.currentThread();
  }

  /**
   * Chooses what happens when the cown is to be released while its region is open.
   *
   * @param policy the policy from now on
   * @return this cown
   */
  public Cown<T> onOpenRelease(ReleasePolicy policy) {
    this.policy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * A behaviour on one cown: it runs when it has the cown, and nobody blocks meanwhile.
   *
   * @param <A> the content's type
   * @param a the cown
   * @return what to say the body to
   */
  public static <A> When1<A> when(Cown<A> a) {
    return Behaviours.of(a);
  }

  /**
   * A behaviour on two cowns, taken together; the same one twice counts once.
   *
   * @param <A> the first content's type
   * @param <B> the second content's type
   * @param a the first cown
   * @param b the second cown
   * @return what to say the body to
   */
  public static <A, B> When2<A, B> when(Cown<A> a, Cown<B> b) {
    return Behaviours.of(a, b);
  }

  /**
   * A behaviour on three cowns; see {@link #when(Cown, Cown)}.
   *
   * @param <A> the first content's type
   * @param <B> the second content's type
   * @param <C> the third content's type
   * @param a the first cown
   * @param b the second cown
   * @param c the third cown
   * @return what to say the body to
   */
  public static <A, B, C> When3<A, B, C> when(Cown<A> a, Cown<B> b, Cown<C> c) {
    return Behaviours.of(a, b, c);
  }

  /**
   * A behaviour on four cowns; see {@link #when(Cown, Cown)}.
   *
   * @param <A> the first content's type
   * @param <B> the second content's type
   * @param <C> the third content's type
   * @param <D> the fourth content's type
   * @param a the first cown
   * @param b the second cown
   * @param c the third cown
   * @param d the fourth cown
   * @return what to say the body to
   */
  public static <A, B, C, D> When4<A, B, C, D> when(Cown<A> a, Cown<B> b, Cown<C> c, Cown<D> d) {
    return Behaviours.of(a, b, c, d);
  }

  /**
   * A behaviour on any number of cowns; see {@link #when(Cown, Cown)}.
   *
   * @param <T> the content's type
   * @param cowns the cowns; the list is copied
   * @return what to say the body to, which gets the contents in the same order
   */
  public static <T> WhenAll<T> when(List<Cown<T>> cowns) {
    return Behaviours.of(cowns);
  }

  // ---- for the rest of the library: all but lane() and policy() by the holder only

  Lane lane() {
    return lane;
  }

  ReleasePolicy policy() {
    return policy;
  }

  RegionState region() {
    return region;
  }

  T content() {
    return content;
  }

  void adopt(RegionState newRegion, T newContent) {
    this.region = newRegion;
    this.content = newContent;
  }

  private void requireNotHeld() {
    if (isHeldByCurrentThread()) {
      throw Failures.heldAlready(name);
    }
  }

  /** Makes the current thread, which heads the queue, the owner. */
  void hold() {
    Thread me = Thread.currentThread();
    holder = me;
    if (region != null && !region.cell().claimAlone(this, me)) {
      throw new IllegalStateException("cown '" + name + "' was handed over with a region in use");
    }
  }

  /** Gives ownership up; the caller leaves the queue next. */
  void letGo() {
    holder = null;
    if (region != null) {
      region.cell().release(this);
    }
  }

  @Override
  public String toString() {
    return "cown " + Failures.quote(name);
  }
}
