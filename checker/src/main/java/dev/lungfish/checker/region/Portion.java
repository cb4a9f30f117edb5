package dev.lungfish.checker.region;

import java.util.Comparator;

/**
 * What a task touches of something that it has in common with others: all of it, to read it, or the places of an array from one bound to another.
 * Immutable.
 *
 * @param of the element that stands for the whole
 * @param onlyReads whether all of it is touched, and nothing written
 * @param maker a number of the code that makes these tasks
 * @param eachItsOwn whether no two tasks that are made there touch the same place
 * @param from the first place: a number, the name of a value that is always the same, or empty if it has none
 * @param to the place after the last, likewise
 */
public record Portion(int of, boolean onlyReads, int maker, boolean eachItsOwn, String from, String to) implements Comparable<Portion> {
    private static final Comparator<Portion> ORDER = Comparator.comparingInt(Portion::of).thenComparing(Portion::onlyReads).thenComparingInt(Portion::maker)
            .thenComparing(Portion::eachItsOwn).thenComparing(Portion::from).thenComparing(Portion::to);

    /** All of it, for reading. */
    public static Portion read(int of) {
        return new Portion(of, true, 0, false, "", "");
    }

    Access access() {
        return onlyReads ? Access.READ : Access.UNKNOWN;
    }

    /** Whether a task of this kind and another one of that kind never touch the same place. */
    public boolean isApartFrom(Portion other) {
        if (onlyReads || other.onlyReads) {
            return false;
        }
        return maker == other.maker ? eachItsOwn : isBefore(to, other.from) || isBefore(other.to, from);
    }

    /** The same places, touched by perhaps more than one task. */
    Portion shared() {
        return eachItsOwn ? new Portion(of, onlyReads, maker, false, from, to) : this;
    }

    private static boolean isBefore(String end, String begin) {
        boolean numbers = isNumber(end) && isNumber(begin);
        return !end.isEmpty() && (end.equals(begin) || numbers && Long.parseLong(end) <= Long.parseLong(begin));
    }

    private static boolean isNumber(String bound) {
        return !bound.isEmpty() && bound.chars().allMatch(Character::isDigit);
    }

    @Override
    public int compareTo(Portion other) {
        return ORDER.compare(this, other);
    }
}
