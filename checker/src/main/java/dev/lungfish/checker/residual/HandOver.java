package dev.lungfish.checker.residual;

import dev.lungfish.checker.region.SourcePoint;

/**
 * A place where something may change hands, seen from a use that is wrong after it.
 *
 * @param value the whole expression whose value is handed over, or {@link SourcePoint#NOWHERE}
 * @param at the operation, as a failure names it
 * @param happens what decides whether it changes hands
 */
public record HandOver(SourcePoint value, SourcePoint at, Happens happens) {
    /** What decides whether something changes hands. */
    public enum Happens {
        /** The call: it is gone even if the call throws. */
        CALLED,
        /** The end of the call: if it throws, it has stayed. */
        RETURNED,
        /** The result of the call: it is gone if that is true. */
        TRUE
    }
}
