package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.Touch;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * Which fields of its formals a body touches. Immutable. Errs towards "touches more": a formal that is not named here is touched in a way that
 * nobody can tell, or belongs wholly to whom it was given.
 *
 * @param here by the body itself, by formal
 * @param away by those to whom the body moves or lends a formal
 * @param perhaps the formals that leave only if nobody protects them in a way that is not seen
 */
record Touches(Map<Integer, Touch> here, Map<Integer, Touch> away, Set<Integer> perhaps) {
    /** Nothing is known. */
    static final Touches UNKNOWN = new Touches(Map.of(), Map.of(), Set.of());

    Touches {
        here = Ordered.copyOf(here);
        away = Ordered.copyOf(away);
        perhaps = Ordered.copyOf(perhaps);
    }

    /** What the body does to a formal that it uses. */
    Touch of(int formal) {
        return here.getOrDefault(formal, Touch.ANYTHING);
    }

    /** What the new owner does to a formal that the body gives away. */
    Touch ofMoved(int formal) {
        return away.getOrDefault(formal, Touch.EVERYTHING);
    }

    /** The same of exactly these formals: of those that are used here and of those that leave; what is not known of one of them is said so. */
    Touches toldOf(Set<Integer> used, Set<Integer> moved) {
        if (here.keySet().equals(used) && away.keySet().equals(moved)) {
            return this;
        }
        return new Touches(used.stream().collect(Collectors.toMap(f -> f, this::of)), moved.stream().collect(Collectors.toMap(f -> f, this::ofMoved)),
                perhaps.stream().filter(moved::contains).collect(Collectors.toSet()));
    }

    /** The same where more than so many fields are not told apart. */
    Touches atMost(int fields) {
        return new Touches(each(here, fields), each(away, fields), perhaps);
    }

    private static Map<Integer, Touch> each(Map<Integer, Touch> touches, int fields) {
        Map<Integer, Touch> result = new TreeMap<>();
        touches.forEach((formal, touch) -> result.put(formal, touch.atMost(fields)));
        return result;
    }

    /** What either of two bodies touches, each of which may be the one that runs. */
    Touches or(Touches other) {
        Set<Integer> unsure = new TreeSet<>(perhaps);
        unsure.addAll(other.perhaps);
        unsure.removeIf(formal -> away.containsKey(formal) && !perhaps.contains(formal) || other.away.containsKey(formal) && !other.perhaps.contains(formal));
        return new Touches(united(here, other.here), united(away, other.away), unsure);
    }

    private static Map<Integer, Touch> united(Map<Integer, Touch> a, Map<Integer, Touch> b) {
        Map<Integer, Touch> all = new TreeMap<>(a);
        b.forEach((formal, touch) -> all.merge(formal, touch, Touch::or));
        return all;
    }

    /** The same while this lock is held, too; what the body gives away is touched without it. */
    Touches under(RegionKey lock, Set<Integer> given) {
        Map<Integer, Touch> result = new TreeMap<>();
        here.forEach((formal, touch) -> result.put(formal, given.contains(formal) ? touch : touch.under(Set.of(lock))));
        return new Touches(result, away, perhaps);
    }

    /** The same, where only some locks are one and the same for all who name them so. */
    Touches heldOnly(BiPredicate<Integer, RegionKey> same) {
        Map<Integer, Touch> result = new TreeMap<>();
        here.forEach((formal, touch) -> result.put(formal, touch.heldOnly(lock -> same.test(formal, lock))));
        return new Touches(result, away, perhaps);
    }

    /** The formals in other places; what is mapped to a negative number is left out. */
    Touches map(IntUnaryOperator mapping) {
        return new Touches(mapped(here, mapping), mapped(away, mapping), perhaps.stream().map(mapping::applyAsInt).filter(f -> f >= 0).collect(Collectors.toSet()));
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
