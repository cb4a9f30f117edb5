package dev.lungfish.checker.region;

/** What is done with a value. Ordered: each includes the ones before it. */
public enum Access {
    /** Nothing at all. */
    NONE,
    /** Only which object it is: {@code ==}, a null test, reading a final field of frozen type. Never races. */
    IDENTITY,
    /** Its state is read, deeply. */
    READ,
    /** Its state is read, and perhaps written: nobody can tell. Counts as a write where that would race, but not against a frozen value. */
    UNKNOWN,
    /** Its state may be written, deeply. */
    WRITE;

    /** The stronger of the two. */
    public Access or(Access other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
