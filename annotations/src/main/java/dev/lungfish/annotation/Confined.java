package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Belongs to one named thread or event loop for ever, and is touched nowhere else.
 *
 * <pre>{@code
 * @Confined("EDT")
 * final class OrderTable { ... }
 * }</pre>
 *
 * <p>On a class: its instances. On a method: it is called on that thread only. On a field: that
 * field. On a package: all its classes. Touching it from elsewhere is {@code confined.wrong.thread};
 * the way in is to move work to that thread. The twin at run time is {@code PinnedCown}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PACKAGE})
public @interface Confined {
  /**
   * Names the thread or event loop. {@code "EDT"} is the event dispatch thread of AWT and Swing; any
   * other name is the project's own.
   *
   * @return the name, never empty
   */
  String value();
}
