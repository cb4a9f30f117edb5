package dev.lungfish.checker.region;

/** How sure the analysis is of a verdict; the reporter makes levels of it. */
public enum Certainty {
    /** A concrete witness: the path is there and nothing on it is unknown. */
    WITNESSED,
    /** An unknown lies on the path: an unaware callee, a possible caller, a join of unlike states. */
    POSSIBLE,
    /** Nothing wrong is known, but there is no proof either: what remains is checked at run time. */
    UNPROVED;

    /** The less sure of the two. */
    public Certainty and(Certainty other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
