package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Touch;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which loans a body ends, and how its result tells what became of what it gives away. Formals are numbered as in a {@link Summary}. Immutable.
 * Errs towards "still lent".
 *
 * @param ended the threads and futures among the formals that have completed whenever the body ends normally
 * @param groups the executors and latches that have been waited for whenever the body ends normally
 * @param byResult the formals that leave on loan to tasks that have completed when the result has been waited for
 * @param ifTrue the formals that leave only if the result is true
 */
record Loans(Set<Integer> ended, Set<LoanGroup> groups, Set<Integer> byResult, Set<Integer> ifTrue) {
    /** Nothing comes back. */
    static final Loans NONE = new Loans(Set.of(), Set.of(), Set.of(), Set.of());

    Loans {
        ended = Ordered.copyOf(ended);
        groups = Ordered.copyOf(groups);
        byResult = Ordered.copyOf(byResult);
        ifTrue = Ordered.copyOf(ifTrue);
    }

    /** What both of two bodies end, each of which may be the one that runs; what the first one leaves to its result. */
    Loans orElse(Loans other) {
        return new Loans(both(ended, other.ended), both(groups, other.groups), byResult, ifTrue);
    }

    /** Where only one of two bodies waits for a thread, what it touches afterwards may be touched while the thread runs. */
    Touches lessThan(Loans other) {
        Map<Integer, Touch> unsure = new TreeMap<>();
        Stream.of(ended, other.ended).flatMap(Set::stream).filter(formal -> !ended.contains(formal) || !other.ended.contains(formal)).forEach(formal -> unsure.put(formal, Touch.ANYTHING));
        return new Touches(unsure, Map.of(), Set.of());
    }

    private static <E> Set<E> both(Set<E> a, Set<E> b) {
        return a.stream().filter(b::contains).collect(Collectors.toSet());
    }

    Loans withGroups(Set<LoanGroup> other) {
        return new Loans(ended, other, byResult, ifTrue);
    }
}
