package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The callee stores this parameter in the named place: afterwards both are in one region.
 *
 * <pre>{@code
 * Envelope(@CapturedBy("this") Letter letter) { this.letter = letter; }
 *
 * static void link(Node from, @CapturedBy("from") Node to) { from.next = to; }
 * }</pre>
 *
 * <p>A caller that captures what it does not own is reported at the call. A name that is neither
 * {@code this}, nor another parameter, nor a static field is {@code annotation.invalid}.
 *
 * @see Borrowed
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CapturedBy {
  /**
   * Where the parameter ends up: {@code "this"} for the receiver (or the object under construction),
   * the name of another parameter, or a static field as {@code "Type.FIELD"}.
   *
   * @return the name of the place, never empty
   */
  String value();
}
