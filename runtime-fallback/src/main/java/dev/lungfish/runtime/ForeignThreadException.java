package dev.lungfish.runtime;

import java.util.List;

/** The region belongs to another thread. Key: {@code region.not.open}. */
public final class ForeignThreadException extends RegionException {
  private static final long serialVersionUID = 1L;

  ForeignThreadException(String key, String text, String regionName, List<String> sites) {
    super(key, text, regionName, sites);
  }
}
