package dev.lungfish.runtime;

import dev.lungfish.annotation.Frozen;
import dev.lungfish.annotation.Moved;
import dev.lungfish.runtime.graph.FreezeCheck;
import dev.lungfish.runtime.graph.FreezeCheck.Proof;
import dev.lungfish.runtime.graph.FrozenCopy;
import dev.lungfish.runtime.graph.Registry;
import dev.lungfish.runtime.graph.Registry.Status;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Freezes object graphs, or copies them into immutable ones.
 *
 * <p>A JVM cannot write-protect an object. So {@link #freeze} <i>proves</i> that a graph cannot change
 * any more, from its classes and, where they leave it open, from the objects it reaches: records, enums
 * and classes whose fields are final, the immutable values of the platform, {@code List.of} and kin,
 * lambdas of frozen captures. What could still be written is refused with the path to it. Nothing is
 * copied or marked, and the object that comes out is the one that went in. ({@link #freezeCopy} makes a
 * copy instead.) Where the analysis has proved that nobody else holds the graph, the compiler plugin
 * marks the call, and mutable classes freeze too.
 *
 * <p>Freezing stops at cowns, locks, loggers, executors and clocks, which are shared anyway.
 * Null is frozen.
 *
 * <p>The registrations {@link #never}, {@link #explicit}, {@link #shared} and {@link #by} hold for the
 * class and what is below it, for the whole JVM; the nearest registration decides. Make them before
 * the first freeze. All methods are thread-safe.
 */
public final class Freezer {
  private Freezer() {}

  /**
   * Freezes a graph, all or nothing. Regions that it reaches freeze along and end; they must be closed.
   *
   * @param <T> the type of the root
   * @param root the root of the graph, may be null
   * @return the root, or what the conversion registered for its class made of it
   * @throws NotFreezableException {@code freeze.unfreezable} with the path to what can still change, or
   *     if a registered conversion threw
   * @throws RegionException {@code move.while.borrowed} or {@code region.not.open} for a region in it
   */
  public static <T> @Frozen T freeze(@Moved T root) {
    return root == null ? null : Freezing.graph(root, Proof.STRUCTURE);
  }

  /**
   * An immutable copy: lists, sets, maps and entries become immutable ones in the same order, records
   * are built anew, other mutable objects are converted as registered with {@link #by}. What is frozen
   * already is shared; a frozen root is returned itself.
   *
   * <p>The copy of a collection is an immutable {@code List}, {@code Set} or {@code Map}; it is not of
   * the original's class, so assign it to the interface.
   *
   * @param <T> the type of the root
   * @param root the graph to copy, may be null; it is only read
   * @return the copy
   * @throws NotFreezableException {@code freeze.unfreezable} with the path to a part that has no
   *     immutable copy, or whose conversion threw
   */
  @SuppressWarnings("unchecked") // the interface of the root, as documented
  public static <T> @Frozen T freezeCopy(T root) {
    try {
      return (T) new FrozenCopy(Freezing.QUESTION).of(root);
    } catch (FrozenCopy.Refused e) {
      NotFreezableException failure = Failures.notFreezable(null, root, e.blocker(), e.path(), e.getMessage());
      failure.initCause(e.getCause());
      throw failure;
    }
  }

  /**
   * Whether the object and all that it reaches never changes: by structure, or because it was frozen.
   *
   * @param o the object, may be null
   * @return true if it may be shared freely
   */
  public static boolean isFrozen(Object o) {
    return FreezeCheck.isFrozen(o, Freezing.QUESTION);
  }

  /**
   * Why an object is not frozen.
   *
   * @param o the object, may be null
   * @return the path to what can still change and the reason; empty if it is frozen
   */
  public static Optional<String> explain(Object o) {
    if (isFrozen(o)) {
      return Optional.empty();
    }
    FreezeCheck check = new FreezeCheck(Proof.STRUCTURE, Freezing.QUESTION, false);
    return check.allows(o) ? Optional.empty() : Optional.of(check.path(null) + ": " + check.why());
  }

  /**
   * Instances of the class are never frozen.
   *
   * @param c the class or interface
   */
  public static void never(Class<?> c) {
    Registry.status(Objects.requireNonNull(c, "c"), Status.NEVER);
  }

  /**
   * Instances of the class are frozen only as the very argument of a freeze, not along with a graph
   * that reaches them.
   *
   * @param c the class or interface
   */
  public static void explicit(Class<?> c) {
    Registry.status(Objects.requireNonNull(c, "c"), Status.EXPLICIT);
  }

  /**
   * Instances of the class protect themselves and hold no data of the graph: freezing stops in front
   * of them and does not look inside.
   *
   * @param c the class or interface
   */
  public static void shared(Class<?> c) {
    Registry.status(Objects.requireNonNull(c, "c"), Status.SHARED);
  }

  /**
   * Registers a conversion to an immutable form. It runs before the decision, once per object and call.
   * {@link #freezeCopy} puts what it returns into the copy. {@link #freeze} uses it for the root; inside
   * a graph no reference can be replaced, so there it may only prepare the object in place.
   *
   * @param <T> the type
   * @param c the class or interface
   * @param toImmutable gets the object and returns its immutable form, not null; if it throws, the
   *     freeze fails
   */
  public static <T> void by(Class<T> c, UnaryOperator<T> toImmutable) {
    Registry.conversion(Objects.requireNonNull(c, "c"), Objects.requireNonNull(toImmutable, "toImmutable"));
  }

  /**
   * Lets the runtime look into the classes of a module that does not open its packages.
   *
   * @param lookup made in that module by {@code MethodHandles.lookup()}
   */
  public static void grant(MethodHandles.Lookup lookup) {
    Registry.lookup(Objects.requireNonNull(lookup, "lookup"));
  }
}
