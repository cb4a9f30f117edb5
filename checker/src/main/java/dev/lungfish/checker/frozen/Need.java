package dev.lungfish.checker.frozen;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Something that has to hold for a class or a value to be frozen, found by looking at its declaration alone. Which of them hold is decided
 * by {@link FrozenTypes}, for all classes that depend on each other together.
 */
sealed interface Need {
    /**
     * Values of this type have to be frozen.
     *
     * @param step how the part is reached: {@code .lines}, {@code [*]}
     * @param exact whether the value is known to be of exactly this class
     */
    record Typed(String step, TypeMirror type, boolean exact) implements Need {
    }

    /**
     * Does not hold.
     *
     * @param what the type of the mutable part, or what else stands there
     */
    record Blocked(String step, String what, Reason reason) implements Need {
        Blocked behind(String prefix) {
            return prefix.isEmpty() ? this : new Blocked(prefix + step, what, reason);
        }
    }

    /** Every instance of this permitted subclass has to be frozen. */
    record Case(TypeElement subclass) implements Need {
    }

    /** The first has to hold, or else all of the others. */
    record Either(Need first, List<Need> otherwise) implements Need {
        public Either {
            otherwise = List.copyOf(otherwise);
        }
    }

    /** A need that is met by every value of this type. */
    static Need typed(String step, TypeMirror type) {
        return new Typed(step, type, false);
    }

    /** A need that is not met. */
    static Need blocked(String step, Object what, Reason reason) {
        return new Blocked(step, what.toString(), reason);
    }
}
