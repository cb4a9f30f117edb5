package dev.lungfish.runtime;

import java.util.List;

/**
 * A graph was to be frozen, or is required to be frozen, and reaches something that can still change.
 * Nothing was frozen. Key: {@code freeze.unfreezable}.
 *
 * <p>The objects themselves are not serialized with the exception.
 */
public final class NotFreezableException extends RegionException {
  private static final long serialVersionUID = 1L;

  private final transient Object root;
  private final transient Object blocker;
  private final String path;

  NotFreezableException(String text, String regionName, Object root, Object blocker, String path) {
    super("freeze.unfreezable", text, regionName, List.of());
    this.root = root;
    this.blocker = blocker;
    this.path = path;
  }

  /**
   * The object that was to be frozen.
   *
   * @return the root, or null after deserialization
   */
  public Object root() {
    return root;
  }

  /**
   * The object that stands in the way: the holder of a field that is not final, or a mutable object.
   *
   * @return the blocker, or null after deserialization
   */
  public Object blocker() {
    return blocker;
  }

  /**
   * The way from the root to the blocker, for example {@code Order.lines[0].tags}.
   *
   * @return the path, never null
   */
  public String path() {
    return path;
  }
}
