package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Touch;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Which fields of its formals a body touches. Immutable. Errs towards "touches more": a formal that is not named here is touched in a way that
 * nobody can tell, or belongs wholly to whom it was given.
 *
 * @param here by the body itself, by formal
 * @param away by those to whom the body moves or lends a formal
 */
record Touches(Map<Integer, Touch> here, Map<Integer, Touch> away) {
    /** Nothing is known. */
    static final Touches UNKNOWN = new Touches(Map.of(), Map.of());

    Touches {
        here = Map.copyOf(here);
        away = Map.copyOf(away);
    }

    /** What the body does to a formal that it uses. */
    Touch of(int formal) {
        return here.getOrDefault(formal, Touch.ANYTHING);
    }

    /** What the new owner does to a formal that the body gives away. */
    Touch ofMoved(int formal) {
        return away.getOrDefault(formal, Touch.EVERYTHING);
    }

    /** What either of two bodies touches, each of which may be the one that runs. */
    Touches or(Touches other) {
        return new Touches(united(here, other.here), united(away, other.away));
    }

    private static Map<Integer, Touch> united(Map<Integer, Touch> a, Map<Integer, Touch> b) {
        Map<Integer, Touch> all = new TreeMap<>(a);
        b.forEach((formal, touch) -> all.merge(formal, touch, Touch::or));
        return all;
    }

    /** The formals in other places; what is mapped to a negative number is left out. */
    Touches map(IntUnaryOperator mapping) {
        return new Touches(mapped(here, mapping), mapped(away, mapping));
    }

    private static Map<Integer, Touch> mapped(Map<Integer, Touch> touches, IntUnaryOperator mapping) {
        Map<Integer, Touch> result = new TreeMap<>();
        touches.forEach((formal, touch) -> {
            if (mapping.applyAsInt(formal) >= 0) {
                result.merge(mapping.applyAsInt(formal), touch, Touch::or);
            }
        });
        return result;
    }
}
