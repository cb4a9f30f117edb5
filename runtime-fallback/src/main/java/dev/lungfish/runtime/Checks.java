package dev.lungfish.runtime;

import dev.lungfish.runtime.graph.FreezeCheck.Proof;
import dev.lungfish.runtime.graph.FrozenSet;
import dev.lungfish.runtime.graph.Members;
import java.util.Arrays;
import java.util.Objects;

/**
 * The residual checks: called by code that the compiler plugin has woven in where it could not prove
 * a rule, and by nobody else. Sites and reasons are constants of the woven code.
 *
 * <p>A check that passes has no effect that a program can see; one that fails throws before the
 * operation that it guards. Thread-safe. Null objects pass every check, as there is nothing to own.
 */
public final class Checks {
  private Checks() {}

  /**
   * Before a move, freeze or release: no recorded holder outside may still refer into the region.
   *
   * @param bridge the object that is about to change hands, or a {@link Region} handle
   * @param site where
   * @param why why it was not proved
   * @throws BorrowedException {@code move.while.borrowed}, naming each holder and its site
   */
  public static void isolated(Object bridge, String site, String why) {
    if (bridge instanceof Region<?> region) {
      region.enterClosed("move");
    } else if (bridge != null) {
      InferredRegions.requireIsolated(bridge, site, why);
    }
  }

  /**
   * Before parts of one structure go to different owners: no mutable object may belong to two of them.
   *
   * @param parts the parts
   * @param site where
   * @param why why it was not proved
   * @throws RegionException {@code region.cross.reference}
   */
  public static void disjoint(Iterable<?> parts, String site, String why) {
    if (parts != null) {
      InferredRegions.requireDisjoint(parts, site, why);
    }
  }

  /**
   * As {@link #disjoint(Iterable, String, String)}, for the parts in an array.
   *
   * @param parts the parts
   * @param site where
   * @param why why it was not proved
   * @throws RegionException {@code region.cross.reference}
   */
  public static void disjoint(Object[] parts, String site, String why) {
    if (parts != null) {
      InferredRegions.requireDisjoint(Arrays.asList(parts), site, why);
    }
  }

  /**
   * Before a use: the object must not have been moved away by this thread.
   *
   * @param o the object, or a {@link Region} handle
   * @param site where
   * @throws MovedException {@code use.after.move}
   */
  public static void notMoved(Object o, String site) {
    if (o instanceof Region<?> region && region.tomb() != null) {
      throw Failures.dead(region.name(), region.tomb());
    }
    InferredRegions.requireNotMoved(o, site);
  }

  /**
   * After a move: remembers that this thread has given the object away.
   *
   * @param bridge the moved object
   * @param site where
   */
  public static void moved(Object bridge, String site) {
    if (bridge != null) {
      InferredRegions.moved(bridge, site);
    }
  }

  /**
   * Before an object changes hands: whether it takes along what a local variable has. Called while both
   * still belong to this thread.
   *
   * @param moved what is given away
   * @param named what the variable has
   * @param site where it is given away
   * @return the site if what the variable has can change and is reached from what is given away; else null
   */
  public static String moving(Object moved, Object named, String site) {
    return moved != null && named != null && Members.reaches(moved, named) ? site : null;
  }

  /**
   * After an object changed hands, or did not: where the name in a local variable was given away.
   *
   * @param happened whether the object has changed hands
   * @param before where the name was given away before, or null
   * @param moving what {@link #moving} said of it
   * @return where the name was given away, or null
   */
  public static String nameMoved(boolean happened, String before, String moving) {
    return happened && moving != null ? moving : before;
  }

  /**
   * Before a local variable is used: what it has must not have been given away since it was assigned.
   *
   * @param movedAt where it was given away, or null
   * @param name the variable
   * @param site where it is used
   * @throws MovedException {@code use.after.move}
   */
  public static void nameNotMoved(String movedAt, String name, String site) {
    if (movedAt != null) {
      throw Failures.nameMovedBefore(name, movedAt, site);
    }
  }

  /**
   * Before guarded state is touched: the current thread must hold the lock, monitor, cown or region.
   *
   * @param lock what guards the state; any object other than a lock of {@code java.util.concurrent},
   *     a {@link Cown} or a {@link Region} stands for its monitor
   * @param site where
   * @throws RegionException {@code region.not.open}, {@code cown.not.acquired}
   */
  public static void held(Object lock, String site) {
    Guards.requireHeld(Objects.requireNonNull(lock, "lock"), site);
  }

  /**
   * Before confined state is touched: the current thread must be the one of the confinement.
   *
   * @param confinement {@code "EDT"} for the event dispatch thread; any other name belongs to the
   *     thread that uses it first, as long as that thread lives
   * @param site where
   * @throws RegionException {@code confined.wrong.thread}
   */
  public static void onThread(String confinement, String site) {
    Guards.requireThread(Objects.requireNonNull(confinement, "confinement"), site);
  }

  /**
   * Before a write: the object must not have been frozen.
   *
   * @param o the object that is about to be written
   * @param site where
   * @throws FrozenException {@code frozen.write}
   */
  public static void notFrozen(Object o, String site) {
    if (o != null && FrozenSet.contains(o)) {
      throw Failures.frozenWrite(o, site);
    }
  }

  /**
   * A freeze of a graph that is proved to be isolated: mutable classes freeze, too; only what can
   * never be frozen is refused.
   *
   * @param <T> the type of the root
   * @param root the root, may be null
   * @param site where
   * @return as {@link Freezer#freeze}
   * @throws NotFreezableException {@code freeze.unfreezable}
   */
  public static <T> T freezeOwned(T root, String site) {
    return root == null ? null : Freezing.graph(root, Proof.OWNERSHIP);
  }

  /**
   * A freeze of a region whose content is proved to be referred to by nobody else.
   *
   * @param <T> the type of the bridge
   * @param region the region
   * @param site where
   * @return as {@link Region#freeze}
   * @throws RegionException as {@link Region#freeze}; only what can never be frozen is refused
   */
  public static <T> T freezeOwnedRegion(Region<T> region, String site) {
    return region.freeze(Proof.OWNERSHIP);
  }

  /**
   * After a reference into a region was stored outside of it: records the holder, weakly.
   *
   * @param bridge the bridge of the region
   * @param holder the object, array or collection that holds the reference now
   * @param site where
   */
  public static void borrowed(Object bridge, Object holder, String site) {
    if (bridge != null && holder != null) {
      InferredRegions.borrowed(bridge, holder, site);
    }
  }

  /**
   * After an object of a region was passed to code that the analysis does not know: remembers it as
   * the reason why the counts may be too low.
   *
   * @param bridge the bridge of the region
   * @param site where
   */
  public static void touchedByUnaware(Object bridge, String site) {
    if (bridge != null) {
      InferredRegions.touched(bridge, site);
    }
  }
}
