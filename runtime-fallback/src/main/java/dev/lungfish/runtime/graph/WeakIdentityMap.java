package dev.lungfish.runtime.graph;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A map from objects, by identity and held weakly, to values. What the collector takes disappears.
 *
 * <p>Thread-safe.
 *
 * @param <V> the values; they must not refer to their keys
 */
public final class WeakIdentityMap<V> {
  private final ConcurrentMap<Object, V> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

  /** A key that is equal to another key, or to a {@link Probe}, for the same object. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object referent, ReferenceQueue<Object> queue) {
      super(referent, queue);
      this.hash = System.identityHashCode(referent);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && (other instanceof Key key && key.get() == mine || other instanceof Probe probe && probe.object == mine);
    }
  }

  /** A key for looking up, without a weak reference. */
  private static final class Probe {
    private final Object object;

    Probe(Object object) {
      this.object = object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.get() == object;
    }
  }

  /** Whether nothing is in it; lets a question that almost always fails be cheap. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** The value of the object, or null. */
  public V get(Object object) {
    return entries.isEmpty() ? null : entries.get(new Probe(object));
  }

  /** Sets the value of the object. */
  public void put(Object object, V value) {
    expunge();
    if (entries.computeIfPresent(keyOf(object), (key, old) -> value) == null) {
      entries.put(new Key(object, collected), value);
    }
  }

  /** The value of the object, made by the supplier if there is none. */
  public V computeIfAbsent(Object object, java.util.function.Supplier<V> make) {
    expunge();
    V known = get(object);
    return known != null ? known : entries.computeIfAbsent(new Key(object, collected), key -> make.get());
  }

  /** Removes the object; returns its value or null. */
  public V remove(Object object) {
    expunge();
    return entries.remove(keyOf(object));
  }

  private static Object keyOf(Object object) {
    return new Probe(object);
  }

  private void expunge() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      entries.remove(gone);
    }
  }
}
