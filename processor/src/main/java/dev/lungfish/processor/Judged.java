package dev.lungfish.processor;

import dev.lungfish.checker.finding.Finding;

/**
 * A finding and what became of it.
 *
 * @param finding the finding at the level at which it is reported
 * @param state whether it counts
 * @param fingerprint stays the same when lines move
 */
public record Judged(Finding finding, State state, Fingerprint fingerprint) {
    /** Whether a finding counts. */
    public enum State {
        /** It is shown and counted. */
        REPORTED,
        /** The source says that it is to be left alone. */
        SUPPRESSED,
        /** It was there when the baseline was written. */
        KNOWN
    }

    /** Whether it is shown and counted. */
    public boolean isReported() {
        return state == State.REPORTED;
    }
}
