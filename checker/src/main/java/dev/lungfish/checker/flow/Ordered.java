package dev.lungfish.checker.flow;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Copies in an order of their own: {@code Set.copyOf} goes through its elements in another order in each run of the compiler. */
final class Ordered {
    private Ordered() {
    }

    static <E extends Comparable<? super E>> Set<E> copyOf(Collection<E> elements) {
        return copyOf(elements, Comparator.naturalOrder());
    }

    static <E> Set<E> copyOf(Collection<E> elements, Comparator<? super E> order) {
        TreeSet<E> sorted = new TreeSet<>(order);
        sorted.addAll(elements);
        return Collections.unmodifiableSet(sorted);
    }

    static <K extends Comparable<? super K>, V> Map<K, V> copyOf(Map<K, V> entries) {
        return Collections.unmodifiableMap(new TreeMap<>(entries));
    }
}
