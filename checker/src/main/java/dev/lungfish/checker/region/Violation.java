package dev.lungfish.checker.region;

import java.util.List;

/**
 * A typed answer of the analysis: facts, never prose. The words come from {@code messages.properties}, by message id.
 *
 * @param key the rule key
 * @param certainty how sure the analysis is
 * @param message id of the headline; {@code message + ".help"} is the id of the help line
 * @param names what the headline and the help mention, in the order of their placeholders, as the source names them
 * @param at the expression that is wrong
 * @param steps what led here, in the order in which it happens
 * @param member the class and member in which it stands, as {@code pkg.Outer.Inner#method(Type)}
 */
public record Violation(String key, Certainty certainty, String message, List<String> names, SourcePoint at, List<Step> steps,
        String member) {
    public Violation {
        names = List.copyOf(names);
        steps = List.copyOf(steps);
    }

    /**
     * One earlier point of the story.
     *
     * @param message id of the sentence
     * @param names what it mentions
     * @param at where
     * @param thread 0 for the thread that comes to the wrong expression; another number for another thread
     */
    public record Step(String message, List<String> names, SourcePoint at, int thread) {
        public Step {
            names = List.copyOf(names);
        }

        /** A point on the way to the wrong expression. */
        public Step(String message, List<String> names, SourcePoint at) {
            this(message, names, at, 0);
        }

        /** The same point, passed by another thread. */
        public Step inAnotherThread() {
            return new Step(message, names, at, 1);
        }
    }
}
