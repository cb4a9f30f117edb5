package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The callee keeps nothing of this parameter beyond the call: neither the object nor anything that it
 * reaches is stored, captured or returned. The caller may go on using it, and may move it after the
 * call.
 *
 * <pre>{@code
 * int total(@Borrowed Order order) { return order.lines().size(); }
 * }</pre>
 *
 * <p>This is the default for methods of checked interfaces. Storing the parameter against this
 * promise is {@code capture.not.owned}; an override that keeps what the overridden method only
 * borrows is {@code override.contract}.
 *
 * @see CapturedBy
 * @see Moved
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Borrowed {}
