package dev.lungfish.checker.model;

/** How deeply a call touches one of its places; in ascending order of demand. */
public enum UseMode {
    /** Not touched at all. */
    NONE,
    /** Only the reference itself is looked at: compared, tested for null, used as a monitor. */
    IDENTITY,
    /** State is read, nothing is changed. */
    READ,
    /** State may be changed. */
    WRITE,
    /** One volatile or atomic access to a part of it, which may change it but races with nothing of its kind. */
    ATOMIC
}
