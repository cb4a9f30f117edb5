package dev.lungfish.runtime;

import java.util.List;

/** The region belongs to somebody else by now, or has ended: this handle is dead. Key: {@code use.after.move}. */
public final class MovedException extends RegionException {
  private static final long serialVersionUID = 1L;

  MovedException(String key, String text, String regionName, List<String> sites) {
    super(key, text, regionName, sites);
  }
}
