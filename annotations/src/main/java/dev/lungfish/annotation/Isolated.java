package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An owning edge to the bridge of another region: nobody else refers into what this field or element
 * reaches.
 *
 * <p>Such a slot is read destructively or by swap only, and has a valid value again on every exit.
 *
 * <pre>{@code
 * private @Isolated @InRegion("this") Batch current = new Batch();
 *
 * synchronized @Moved Batch swap() {
 *   Batch full = current;
 *   current = new Batch();
 *   return full;                      // isolated again
 * }
 *
 * private final BlockingQueue<@Isolated Message> inbox = new LinkedBlockingQueue<>();
 * }</pre>
 *
 * <p>Violations: {@code isolated.aliased} (read otherwise, or given a second name), {@code
 * isolated.not.restored} (left without a valid value).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE_USE)
public @interface Isolated {}
