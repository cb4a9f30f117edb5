package dev.lungfish.checker.rule;

/** How much a finding weighs. Ordered from heavy to light. */
public enum Level {
    /** A violation with a concrete witness: the build fails. */
    ERROR,
    /** An unknown lies on the path to the violation. */
    WARNING,
    /** Nothing is wrong, but something could not be proved and is said. */
    NOTE;

    /** The word used in diagnostics, options and SARIF. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The lighter of the two. */
    public Level atMost(Level ceiling) {
        return compareTo(ceiling) < 0 ? ceiling : this;
    }
}
