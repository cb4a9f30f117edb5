package dev.lungfish.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the methods of a class do with their arguments, as Lungfish found out when it compiled the class. Not for source
 * code: the compiler writes it into class files where the option {@code contractsIn=classes} asks for it, so that build
 * tools that compare signatures and annotations see when it changes.
 *
 * <p>Nothing reads it at run time, and it needs no class at run time.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Contract {
    /** The lines of the contract file; empty if the class has none. */
    String[] value();

    /** The classes that the verdict about this one rests on: where they change, it may change. */
    Class<?>[] restsOn() default {};
}
