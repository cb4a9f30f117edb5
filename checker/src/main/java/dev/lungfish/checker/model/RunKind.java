package dev.lungfish.checker.model;

import java.util.Locale;

/** How a library runs a function that it was given. */
public enum RunKind {
    /** Here, at most once, before the call returns. */
    ONCE,
    /** Here, many times, one after the other, before the call returns. */
    LOOP,
    /** Once, in another thread or later. */
    TASK,
    /** Many times in another thread, each run after the one before. */
    ORDERED,
    /** Many times at once; all runs have ended when the call returns. */
    PARALLEL,
    /** Kept; run at unknown times by unknown threads. */
    STORED,
    /** On one named thread. */
    CONFINED;

    /** The word in a model file, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
