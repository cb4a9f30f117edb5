package dev.lungfish.runtime.heap;

import java.util.function.LongConsumer;

/**
 * A map from longs to longs in one array, each value beside its key: a look touches one line of memory. About 32 bytes an entry. The key 0 is not
 * allowed: it is the null of a heap dump.
 *
 * <p>Keys that lie close together, as addresses of objects that were made together do, lie close together here: whoever goes through a heap in
 * its order goes through the map in its order.
 *
 * <p>Not thread-safe.
 */
final class LongMap {
  private static final int MIN_CAPACITY = 64;
  /** Addresses are multiples of this power of two. */
  private static final int ALIGNMENT_BITS = 3;
  /** Blocks of this size are spread like single keys elsewhere: small enough that some that are full and meet are no matter. */
  private static final int BLOCK_BITS = 8;

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  /** Key and value in turn. */
  private long[] table;
  private int mask;
  /** How much of a product is left to the right of the bits that choose a slot. */
  private int shift;
  private int size;

  LongMap() {
    this(0);
  }

  /** A map that takes about that many entries before it grows. */
  LongMap(int expected) {
    allocate(Math.max(MIN_CAPACITY, Integer.highestOneBit(expected) * 2));
  }

  private void allocate(int capacity) {
    table = new long[2 * capacity];
    mask = capacity - 1;
    shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
  }

  void put(long key, long value) {
    int at = placeOf(key);
    table[at + 1] = value;
  }

  /** Whether the key was new. */
  boolean putIfAbsent(long key, long value) {
    int before = size;
    int at = placeOf(key);
    if (size > before) {
      table[at + 1] = value;
    }
    return size > before;
  }

  /** Where the key stands, which is put there if it is new. */
  private int placeOf(long key) {
    if (2 * (size + 1) > mask) {
      grow();
    }
    int at = 2 * slotOf(key);
    if (table[at] == 0) {
      table[at] = key;
      size++;
    }
    return at;
  }

  boolean contains(long key) {
    return key != 0 && table[2 * slotOf(key)] == key;
  }

  long getOrDefault(long key, long other) {
    int at = 2 * slotOf(key);
    return key != 0 && table[at] == key ? table[at + 1] : other;
  }

  int size() {
    return size;
  }

  /** How many places there are for keys; each key has one, which stays its own until the map grows. */
  int places() {
    return mask + 1;
  }

  /** The place of the key, or -1. */
  int place(long key) {
    int slot = slotOf(key);
    return key != 0 && table[2 * slot] == key ? slot : -1;
  }

  /** The key in this place, or 0. */
  long keyAt(int place) {
    return table[2 * place];
  }

  /** The value of the key in this place. */
  long valueAt(int place) {
    return table[2 * place + 1];
  }

  void forEachKey(LongConsumer action) {
    for (int at = 0; at < table.length; at += 2) {
      if (table[at] != 0) {
        action.accept(table[at]);
      }
    }
  }

  private int slotOf(long key) {
    long number = Long.rotateRight(key, ALIGNMENT_BITS); // numbers that are no addresses differ in the bits that go up here
    int slot = (int) (number + ((number >>> BLOCK_BITS) * GOLDEN_RATIO >>> shift)) & mask;
    while (table[2 * slot] != 0 && table[2 * slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = table;
    allocate(old.length);
    for (int at = 0; at < old.length; at += 2) {
      if (old[at] != 0) {
        int to = 2 * slotOf(old[at]);
        table[to] = old[at];
        table[to + 1] = old[at + 1];
      }
    }
  }
}
