package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Instances of this class protect themselves and may be shared between threads.
 *
 * <p>The claim is checked: each field is final and frozen or thread-safe, or volatile and frozen, or
 * {@link InRegion} of one of the object's own locks ({@code threadsafe.unprotected}), and no
 * constructor lets {@code this} out ({@code frozen.this.escape}).
 *
 * <pre>{@code
 * @ThreadSafe
 * public final class Warehouse {
 *   private @InRegion("this") Stock stock = new Stock();
 *
 *   public synchronized int level() { return stock.level(); }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ThreadSafe {
  /**
   * Why the claim is to be believed although it cannot be checked, for instance because the class
   * uses a lock-free algorithm. Such classes are counted in the report.
   *
   * @return the reason; empty, the default, means that the claim is checked
   */
  String trusted() default "";
}
