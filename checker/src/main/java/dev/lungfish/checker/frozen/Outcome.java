package dev.lungfish.checker.frozen;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.lang.model.element.TypeParameterElement;

/**
 * What is known of a type so far: blocked, or frozen provided that certain type parameters are. Only ever gets worse: a blocker, once found,
 * stays, and parameters are only added; so the fixpoint ends.
 *
 * @param open the type parameters that have to be frozen, each with the path on which it is first met
 * @param blocker the first mutable part, or null
 */
record Outcome(Map<TypeParameterElement, String> open, Need.Blocked blocker) {
    static final Outcome FROZEN = new Outcome(Map.of(), null);

    static Outcome blocked(Need.Blocked blocker) {
        return new Outcome(Map.of(), blocker);
    }

    static Outcome open(TypeParameterElement parameter, String step) {
        return new Outcome(Map.of(parameter, step), null);
    }

    boolean isBlocked() {
        return blocker != null;
    }

    /** Both have to hold; what this one found first stays. */
    Outcome and(Outcome other) {
        if (isBlocked() || other == FROZEN) {
            return this;
        }
        if (other.isBlocked()) {
            return other;
        }
        Map<TypeParameterElement, String> united = new LinkedHashMap<>(open);
        other.open.forEach(united::putIfAbsent);
        return new Outcome(united, null);
    }

    /** The same, reached over one more step. */
    Outcome behind(String step) {
        if (isBlocked()) {
            return blocked(blocker.behind(step));
        }
        if (open.isEmpty() || step.isEmpty()) {
            return this;
        }
        Map<TypeParameterElement, String> moved = new LinkedHashMap<>();
        open.forEach((parameter, path) -> moved.put(parameter, step + path));
        return new Outcome(moved, null);
    }
}
