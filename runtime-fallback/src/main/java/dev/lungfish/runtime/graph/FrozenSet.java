package dev.lungfish.runtime.graph;

/**
 * The objects that were frozen by ownership, or as an explicit argument, and whose class does not tell.
 * Held weakly; read by questions about freezing, never by plain code.
 *
 * <p>Thread-safe.
 */
public final class FrozenSet {
  private static final WeakIdentityMap<Boolean> FROZEN = new WeakIdentityMap<>();

  private FrozenSet() {}

  /** Whether there is none. What this thread owns, no other thread freezes meanwhile. */
  static boolean isEmpty() {
    return FROZEN.isEmpty();
  }

  public static boolean contains(Object object) {
    return FROZEN.get(object) != null;
  }

  public static void add(Object object) {
    FROZEN.put(object, Boolean.TRUE);
  }
}
