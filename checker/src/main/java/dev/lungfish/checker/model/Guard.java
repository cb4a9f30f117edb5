package dev.lungfish.checker.model;

/** On which normal return an effect has happened; the suffix of its token in a model file. */
public enum Guard {
    /** On every normal return. */
    ALWAYS(""),
    /** Only if the call returned true: {@code ?}. */
    IF_TRUE("?"),
    /** Only if the call returned false: {@code ?false}. */
    IF_FALSE("?false"),
    /** Only if the call returned null: {@code ?null}. */
    IF_NULL("?null"),
    /** Only if the call returned a number that is not zero: {@code ?nonzero}. */
    IF_NONZERO("?nonzero"),
    /** Only if the handle was made by a call with {@link Effect.WaitsAll}: {@code ?all}. */
    IF_WAITS_ALL("?all");

    private final String suffix;

    Guard(String suffix) {
        this.suffix = suffix;
    }

    /** The text after the closing parenthesis; empty for {@link #ALWAYS}. */
    public String suffix() {
        return suffix;
    }
}
