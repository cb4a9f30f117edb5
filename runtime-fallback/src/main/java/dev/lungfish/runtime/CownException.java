package dev.lungfish.runtime;

import java.util.List;

/** A cown was used by somebody who does not hold it, or acquired by somebody who does. Key: {@code cown.not.acquired}. */
public final class CownException extends RegionException {
  private static final long serialVersionUID = 1L;

  CownException(String key, String text, String regionName, List<String> sites) {
    super(key, text, regionName, sites);
  }
}
