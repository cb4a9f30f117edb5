package dev.lungfish.checker.finding;

import dev.lungfish.checker.region.SourcePoint;

/**
 * An earlier point of the story a finding tells, in words.
 *
 * @param at where
 * @param text what happens there; lower case, no full stop
 * @param thread 0 for the thread that comes to the finding's own place; another number for another thread
 */
public record RelatedPoint(SourcePoint at, String text, int thread) {
    /** A point that the finding's own thread passes. */
    public RelatedPoint(SourcePoint at, String text) {
        this(at, text, 0);
    }
}
