package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The object lives in the region that the expression names, and may be touched only while that region
 * is open: the lock held, the cown acquired, the region borrowed. No reference into it may outlive
 * that.
 *
 * <p>In Java a lock is a cown one already has: the region of a lock is the data that the lock guards.
 *
 * <pre>{@code
 * private final Lock lock = new ReentrantLock();
 * private final @InRegion("lock") List<Line> open = new ArrayList<>();
 *
 * List<Line> lines() {
 *   lock.lock();
 *   try {
 *     return open;                    // error: [region.escape]
 *   } finally {
 *     lock.unlock();
 *   }
 * }
 * }</pre>
 *
 * <p>On the type of a field, parameter, result or local variable it describes the object referred to.
 * As a declaration annotation of a <b>method</b> it says that the region is open on entry: callers
 * are checked, the body may rely on it. Before the type of a result both readings meet in one place;
 * there it describes the result. Write it on a {@code void} method, or use {@code @GuardedBy}, which
 * is understood too, to state a precondition.
 *
 * <p>Violations: {@code region.not.open} (touched while closed), {@code region.escape} (a reference
 * outlives the scope), {@code region.cross.reference} (between two regions), {@code move.guarded}
 * (moved without a destructive read), {@code annotation.invalid} (the expression names nothing that
 * can be open).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE_USE, ElementType.METHOD})
public @interface InRegion {
  /**
   * Names the region: a lock or monitor ({@code "lock"}, {@code "this"}, {@code "Type.LOCK"}, {@code
   * "Type.class"}), a {@code ReadWriteLock} or {@code StampedLock}, a {@code Cown} or a {@code
   * Region}, reachable as a field, a parameter or an effectively final local variable. {@code
   * "itself"} and a call without arguments such as {@code "getLock()"} are accepted.
   *
   * @return the expression, never empty
   */
  String value();
}
