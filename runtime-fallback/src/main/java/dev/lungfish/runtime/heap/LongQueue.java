package dev.lungfish.runtime.heap;

import java.util.Arrays;

/** First in, first out, for longs. What was polled stays in memory. Not thread-safe. */
final class LongQueue {
  private long[] elements = new long[64];
  private int first;
  private int end;

  void add(long element) {
    if (end == elements.length) {
      elements = Arrays.copyOf(elements, 2 * end);
    }
    elements[end++] = element;
  }

  boolean isEmpty() {
    return first == end;
  }

  long poll() {
    return elements[first++];
  }
}
