package dev.lungfish.runtime;

import java.util.List;

/** A region with live borrows, or with an open child, was to be moved, frozen, dissolved or released. Key: {@code move.while.borrowed}. */
public final class BorrowedException extends RegionException {
  private static final long serialVersionUID = 1L;

  BorrowedException(String key, String text, String regionName, List<String> sites) {
    super(key, text, regionName, sites);
  }
}
