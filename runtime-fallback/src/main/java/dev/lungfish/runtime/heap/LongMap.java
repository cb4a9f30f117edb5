package dev.lungfish.runtime.heap;

import java.util.function.LongConsumer;

/**
 * A map from longs to longs in two arrays, about 24 bytes an entry. The key 0 is not allowed: it is the
 * null of a heap dump.
 *
 * <p>Not thread-safe.
 */
final class LongMap {
  private static final int MIN_CAPACITY = 64;

  private long[] keys;
  private long[] values;
  private int size;

  LongMap() {
    this(0);
  }

  /** A map that takes about that many entries before it grows. */
  LongMap(int expected) {
    int capacity = Math.max(MIN_CAPACITY, Integer.highestOneBit(expected) * 2);
    keys = new long[capacity];
    values = new long[capacity];
  }

  void put(long key, long value) {
    if (3 * (size + 1) > 2 * keys.length) {
      grow();
    }
    int slot = slotOf(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      size++;
    }
    values[slot] = value;
  }

  /** Whether the key was new. */
  boolean putIfAbsent(long key, long value) {
    int before = size;
    if (3 * (size + 1) > 2 * keys.length) {
      grow();
    }
    int slot = slotOf(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      values[slot] = value;
      size++;
    }
    return size > before;
  }

  boolean contains(long key) {
    return key != 0 && keys[slotOf(key)] == key;
  }

  long getOrDefault(long key, long other) {
    int slot = slotOf(key);
    return key != 0 && keys[slot] == key ? values[slot] : other;
  }

  int size() {
    return size;
  }

  void forEachKey(LongConsumer action) {
    for (long key : keys) {
      if (key != 0) {
        action.accept(key);
      }
    }
  }

  private int slotOf(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 32) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new long[2 * oldKeys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
