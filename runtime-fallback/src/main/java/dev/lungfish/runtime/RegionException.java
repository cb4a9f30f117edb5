package dev.lungfish.runtime;

import java.util.List;

/**
 * A rule of ownership was about to be broken. The operation was refused before it had any effect,
 * unless its documentation says otherwise.
 *
 * <p>The message begins with the rule key in brackets, names both ends, and is written for people.
 * Programs ask {@link #key()}.
 */
public class RegionException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final String regionName;
  private final List<String> sites;

  RegionException(String key, String text, String regionName, List<String> sites) {
    super("[" + key + "] " + text);
    this.key = key;
    this.regionName = regionName;
    this.sites = List.copyOf(sites);
  }

  /**
   * The rule that would have been broken, for example {@code use.after.move}; the same key names the
   * rule at compile time.
   *
   * @return the key, never null
   */
  public final String key() {
    return key;
  }

  /**
   * The region or cown in question.
   *
   * @return its name, or null where there is none, as when a plain graph is frozen
   */
  public final String regionName() {
    return regionName;
  }

  /**
   * The source positions involved, as far as they are known: where the region was moved, or where
   * the live borrows began. They are recorded under {@code -Dlungfish.track=true} only.
   *
   * @return an immutable list, empty if nothing is known
   */
  public final List<String> sites() {
    return sites;
  }
}
