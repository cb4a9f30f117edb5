package dev.lungfish.processor;

import dev.lungfish.checker.region.SourcePoint;

/**
 * Something to be said that is no finding: it has no rule and fails no build.
 *
 * @param weight how loud it is said
 * @param at where, or {@link SourcePoint#NOWHERE}
 * @param text one sentence, lower case, no full stop
 */
public record Notice(Weight weight, SourcePoint at, String text) {
    /** How loud a notice is. */
    public enum Weight {
        /** Something did not work. */
        WARNING,
        /** Good to know. */
        NOTE
    }

    /** A notice about a place. */
    public static Notice note(SourcePoint at, String text) {
        return new Notice(Weight.NOTE, at, text);
    }

    /** A notice about the whole run. */
    public static Notice warning(String text) {
        return new Notice(Weight.WARNING, SourcePoint.NOWHERE, text);
    }
}
