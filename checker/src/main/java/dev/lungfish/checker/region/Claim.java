package dev.lungfish.checker.region;

/**
 * How sure it is that a lock owns an object, and not only the variable that refers to it. Ordered from weak to strong; where two meet, the
 * stronger one counts, which errs towards "the lock owns it".
 */
public enum Claim {
    /** The lock guards the variable, and nothing shows that the object behind it does not protect itself. */
    PERHAPS,
    /** The lock guards the variable, and the object behind it is known to need protection. */
    GUARDED,
    /** Declared: the object lives in the region. */
    OWNED;

    Claim stronger(Claim other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** How sure a violation is that rests on this claim. */
    Certainty certainty() {
        return this == PERHAPS ? Certainty.POSSIBLE : Certainty.WITNESSED;
    }
}
