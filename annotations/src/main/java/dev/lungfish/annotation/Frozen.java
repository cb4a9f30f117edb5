package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Deeply immutable: neither the object nor anything that it reaches is ever written again.
 *
 * <p>On a <b>class</b>: every instance is, and the declaration is checked ({@code
 * frozen.mutable.part} with the path, {@code frozen.this.escape}).
 *
 * <p>On a <b>use of a type</b>: this reference points at a frozen object. It is never written through
 * ({@code frozen.write}) and may be shared with any thread.
 *
 * <p>On a <b>type parameter</b>: only frozen types may be put in its place.
 *
 * <pre>{@code
 * @Frozen record Route(String name, List<String> stops) {}   // checked: are the stops immutable?
 *
 * @Frozen List<String> names() { return List.copyOf(names); }
 *
 * final class Snapshot<@Frozen T> { ... }
 * }</pre>
 *
 * <p>At run time the annotation proves nothing by itself: code compiled without the analysis may say
 * it of anything. The runtime decides by what classes and objects are.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
public @interface Frozen {}
