package dev.lungfish.checker.frozen;

/**
 * What is known of the values of a type, or of one value: can anything that is reached from them still change?
 *
 * <p>Errs towards "mutable": what is called frozen is frozen in every run, except through reflection and its like.
 */
public sealed interface FrozenVerdict {
    /** The one frozen verdict. */
    FrozenVerdict FROZEN = new Frozen();

    /** Nothing that is reached can change. */
    record Frozen() implements FrozenVerdict {
    }

    /**
     * Something that is reached can change.
     *
     * @param path from the type to the mutable part, as {@code Order.lines[*].tags: java.util.ArrayList}
     * @param reason why that part is not frozen
     */
    record Mutable(String path, Reason reason) implements FrozenVerdict {
    }

    /**
     * Nothing mutable is known, but something that is reached could not be looked at.
     *
     * @param path from the type to the part that is not known
     * @param reason why it is not known
     */
    record Unknown(String path, Reason reason) implements FrozenVerdict {
    }

    /** Whether this is {@link Frozen}. */
    default boolean isFrozen() {
        return this instanceof Frozen;
    }
}
