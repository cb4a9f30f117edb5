package dev.lungfish.runtime.graph;

import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * What the program has said of its classes: freezing status, conversions, and permission to look
 * inside. For the whole JVM, as classes are.
 *
 * <p>Thread-safe. Each change raises the {@link #generation}, which makes cached shapes stale.
 */
public final class Registry {
  /** A registered freezing status. */
  public enum Status {
    /** Never frozen. */
    NEVER,
    /** Frozen only as the very argument of a freeze. */
    EXPLICIT,
    /** Shared: freezing stops in front of it. */
    SHARED
  }

  private static final Map<Class<?>, Status> STATUSES = new ConcurrentHashMap<>();
  private static final Map<Class<?>, UnaryOperator<?>> CONVERSIONS = new ConcurrentHashMap<>();
  private static final Map<Module, MethodHandles.Lookup> LOOKUPS = new ConcurrentHashMap<>();
  private static final AtomicInteger GENERATION = new AtomicInteger();

  private Registry() {}

  public static void status(Class<?> type, Status status) {
    STATUSES.put(type, status);
    GENERATION.incrementAndGet();
  }

  public static void conversion(Class<?> type, UnaryOperator<?> toImmutable) {
    CONVERSIONS.put(type, toImmutable);
    GENERATION.incrementAndGet();
  }

  public static void lookup(MethodHandles.Lookup lookup) {
    LOOKUPS.put(lookup.lookupClass().getModule(), lookup);
    GENERATION.incrementAndGet();
  }

  static int generation() {
    return GENERATION.get();
  }

  /** The lookup granted for the type's module, or null. */
  static MethodHandles.Lookup lookupFor(Class<?> type) {
    return LOOKUPS.get(type.getModule());
  }

  /** The status registered for the class or the nearest type above it, or null. */
  static Status statusOf(Class<?> type) {
    return nearest(STATUSES, type);
  }

  /** The conversion registered for the class or the nearest type above it, or null. */
  static UnaryOperator<?> conversionOf(Class<?> type) {
    return nearest(CONVERSIONS, type);
  }

  private static <V> V nearest(Map<Class<?>, V> registered, Class<?> type) {
    if (registered.isEmpty()) {
      return null;
    }
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      V found = registered.get(each);
      if (found == null) {
        found = amongInterfaces(registered, each);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static <V> V amongInterfaces(Map<Class<?>, V> registered, Class<?> type) {
    for (Class<?> each : type.getInterfaces()) {
      V found = registered.get(each);
      if (found == null) {
        found = amongInterfaces(registered, each);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
