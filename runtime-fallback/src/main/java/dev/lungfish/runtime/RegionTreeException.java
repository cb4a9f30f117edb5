package dev.lungfish.runtime;

import java.util.List;

/** The nesting would give a region two owners, or make it its own ancestor. Key: {@code region.two.owners} or {@code region.cycle}. */
public final class RegionTreeException extends RegionException {
  private static final long serialVersionUID = 1L;

  RegionTreeException(String key, String text, String regionName, List<String> sites) {
    super(key, text, regionName, sites);
  }
}
