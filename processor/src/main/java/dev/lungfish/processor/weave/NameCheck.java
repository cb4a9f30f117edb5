package dev.lungfish.processor.weave;

import dev.lungfish.checker.residual.HandOver;
import java.util.List;

/**
 * Before a local variable is used: it must not have been given away since it got its value.
 *
 * @param name the variable
 * @param use what takes its value
 * @param site the use, as failures name it: {@code File.java:18}
 * @param after where it may have been given away; not empty
 */
record NameCheck(String name, Spot use, String site, List<Leaving> after) {
    /**
     * A hand-over.
     *
     * @param spot what takes the value that is given away
     * @param site the hand-over, as failures name it
     * @param happens what decides whether it happens
     * @param captured whether the value is a task that is written there and uses the variable: it goes along in any case
     */
    record Leaving(Spot spot, String site, HandOver.Happens happens, boolean captured) {
    }
}
