package dev.lungfish.runtime;

/** Called by woven code only. */
public final class Checks {
  private Checks() {}
  public static void isolated(Object bridge, String site, String why) {}
  public static void disjoint(Iterable<?> parts, String site, String why) {}
  public static void notMoved(Object o, String site) {}
  public static void moved(Object bridge, String site) {}
  public static void held(Object lock, String site) {}
  public static void onThread(String confinement, String site) {}
  public static void notFrozen(Object o, String site) {}
  public static <T> T freezeOwned(T root, String site) { return root; }
  public static void borrowed(Object bridge, Object holder, String site) {}
  public static void touchedByUnaware(Object bridge, String site) {}
}
