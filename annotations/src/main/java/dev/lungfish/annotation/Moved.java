package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Ownership crosses here.
 *
 * <p>On a <b>parameter</b>: passing an argument moves it. The argument must be isolated, that is,
 * nobody else refers into what it reaches; afterwards the caller's names for it are dead. No
 * operator is needed at the call, passing is the move.
 *
 * <p>On a <b>method</b>: its result is isolated and belongs to the caller.
 *
 * <pre>{@code
 * void send(@Moved Message message) { queue.add(message); }
 *
 * @Moved Message receive() throws InterruptedException { return queue.take(); }
 *
 * Message m = new Message("tea");
 * send(m);
 * m.append("late");                  // error: [use.after.move]
 * }</pre>
 *
 * <p>Violations: {@code use.after.move}, {@code move.not.owned}, {@code move.while.borrowed}, {@code
 * move.guarded}, {@code move.shared}; for a result that is not isolated {@code return.not.owned}. An
 * override may not move a parameter that the overridden method does not move ({@code
 * override.contract}).
 *
 * <p>On the component of a record the annotation goes both to the constructor's parameter and to the
 * accessor's result, as the language has it. An accessor that does not give its component away is
 * then declared by hand, without the annotation.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD})
public @interface Moved {}
