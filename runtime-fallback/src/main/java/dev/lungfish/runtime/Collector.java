package dev.lungfish.runtime;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;

/** Asks the collector to run. It may decline; then what is garbage goes on to count. */
final class Collector {
  private static final long PATIENCE_NANOS = 200_000_000;

  private Collector() {}

  /** Returns when a collection has been seen, or after a while. */
  static void askFor() {
    Reference<Object> canary = new WeakReference<>(new Object());
    System.gc();
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (canary.get() != null && System.nanoTime() < end) {
      Thread.yield();
    }
  }
}
