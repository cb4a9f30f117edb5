package dev.lungfish.runtime;

import java.util.List;

/** A frozen object was about to be written. Key: {@code frozen.write}. */
public final class FrozenException extends RegionException {
  private static final long serialVersionUID = 1L;

  FrozenException(String key, String text, String regionName, List<String> sites) {
    super(key, text, regionName, sites);
  }
}
