package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Strict opt-in: in this package, module or class everything unknown is a finding ({@code
 * not.understood}) and not an assumption.
 *
 * <p>Elsewhere the analysis assumes the usual where it cannot know, counts what it assumed, and
 * leaves the rest to checks at run time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.MODULE, ElementType.TYPE})
public @interface RegionAware {}
