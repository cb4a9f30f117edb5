package dev.lungfish.checker.declared;

import dev.lungfish.checker.testing.FrozenSources;
import org.junit.jupiter.api.Test;

/** Values that are frozen although their declared types say less, each beside one that is not. */
class FrozenValuesCheckTest {
    private static void expect(String body) {
        FrozenSources.expectMarks("""
                // Values.java
                import dev.lungfish.annotation.Frozen;
                import java.util.*;
                import java.util.stream.*;
                """ + body);
    }

    @Test
    void containers_filledWithFrozenValues_areFrozenCopies() {
        expect("""
                @Frozen final class Values {
                    private final Map<String, List<String>> filled;
                    private final Map<String, List<String>> byForEach;
                    private final Map<String, List<String>> shared; //! frozen.mutable.part
                    private final Map<String, List<String>> grown; //! frozen.mutable.part
                    private final Map<String, List<String>> added; //! frozen.mutable.part
                    private final Map<String, List<String>> leaked; //! frozen.mutable.part
                    private final List<List<String>> mapped;
                    private final List<List<String>> mappedByLambda;
                    private final List<List<String>> unmapped; //! frozen.mutable.part
                    private final Map<String, List<String>> collected;
                    private final Map<String, List<String>> collectedAsIs; //! frozen.mutable.part
                    private final List<Point> points;
                    private final List<@Frozen StringBuilder> builders;
                    Values(Map<String, List<String>> index, List<List<String>> lists, List<@Frozen StringBuilder> builders, List<Map<String, List<String>>> sink) {
                        Map<String, List<String>> copy = new HashMap<>();
                        for (Map.Entry<String, List<String>> entry : index.entrySet()) {
                            copy.put(entry.getKey(), List.copyOf(entry.getValue()));
                        }
                        filled = Map.copyOf(copy);
                        Map<String, List<String>> second = new TreeMap<>();
                        index.forEach((key, value) -> second.put(key, List.copyOf(value)));
                        byForEach = Map.copyOf(second);
                        Map<String, List<String>> third = new HashMap<>();
                        index.forEach((key, value) -> third.put(key, value));
                        shared = Map.copyOf(third);
                        Map<String, List<String>> fourth = new HashMap<>();
                        fourth.computeIfAbsent("a", key -> new ArrayList<>()).add("b");
                        grown = Map.copyOf(fourth);
                        Map<String, List<String>> fifth = new HashMap<>(index);
                        added = Map.copyOf(fifth);
                        Map<String, List<String>> sixth = new HashMap<>();
                        sink.add(sixth);
                        leaked = Map.copyOf(sixth);
                        mapped = lists.stream().map(List::copyOf).toList();
                        mappedByLambda = lists.stream().filter(list -> !list.isEmpty()).map(list -> List.copyOf(list)).collect(Collectors.toUnmodifiableList());
                        unmapped = lists.stream().filter(list -> !list.isEmpty()).toList();
                        collected = index.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
                        collectedAsIs = index.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
                        points = lists.stream().map(list -> new Point(list.size())).toList();
                        this.builders = List.copyOf(builders);
                    }
                    static class Point {
                        final int x;
                        Point(int x) { this.x = x; }
                    }
                }
                """);
    }

    @Test
    void privateConstructors_areJudgedByWhatTheirCallersPass() {
        expect("""
                @Frozen final class Values {
                    private final List<String> names;
                    private final byte[] bytes;
                    private Values(List<String> names, byte[] bytes) {
                        this.names = names;
                        this.bytes = bytes;
                    }
                    static Values of(Collection<String> names, byte[] bytes) {
                        return new Values(List.copyOf(names), bytes.clone());
                    }
                    Values without(String name) {
                        return new Values(names.stream().filter(n -> !n.equals(name)).toList(), bytes.clone());
                    }
                }
                @Frozen final class Careless {
                    private final List<String> names; //! frozen.mutable.part
                    private final byte[] bytes; //! frozen.mutable.part
                    private Careless(List<String> names, byte[] bytes) {
                        this.names = names;
                        this.bytes = bytes;
                    }
                    static Careless of(Collection<String> names, byte[] bytes) {
                        return new Careless(List.copyOf(names), bytes.clone());
                    }
                    static Careless kept(List<String> names, byte[] bytes) {
                        return new Careless(names, bytes);
                    }
                }
                @Frozen enum Kind {
                    A(List.of("a")), B(List.of());
                    private final List<String> words;
                    Kind(List<String> words) { this.words = words; }
                }
                @Frozen final class Reference {
                    private final List<String> names; //! frozen.mutable.part
                    private Reference(List<String> names) { this.names = names; }
                    static Stream<Reference> all(Stream<List<String>> lists) { return lists.map(Reference::new); }
                }
                """);
    }

    @Test
    void arraysSeenThroughLists_areOnlyReadOrGetOut() {
        expect("""
                @Frozen final class Values {
                    private final String[] days = {"mo", "tu"};
                    private final String[] other = {"we"};
                    boolean has(String day) { return Arrays.asList(days).contains(day); }
                    int at(String day) { return Arrays.asList(days).indexOf(day); }
                    List<String> view() { return Collections.unmodifiableList(Arrays.asList(days)); }
                    List<String> copy() { return new ArrayList<>(Arrays.asList(days)); }
                    Stream<String> stream() { return Arrays.stream(days); }
                    Iterator<String> each() { return Arrays.asList(other).iterator(); } //! frozen.mutable.part
                }
                """);
    }

    @Test
    void iteratorsAndStreams_ofFrozenCollections_areNotFrozen() {
        expect("""
                @Frozen final class Values {
                    private final Iterator<String> iterator = List.of("a").iterator(); //! frozen.mutable.part
                    private final Stream<String> stream = List.of("a").stream(); //! frozen.mutable.part
                    private final List<String> part = List.of("a", "b").subList(0, 1);
                    private final List<String> empty = Collections.emptyList();
                    private final Object text = "a";
                    private final Comparable<String> word = "b";
                    private final CharSequence chars = new StringBuilder(); //! frozen.mutable.part
                    private final Number number = 3;
                }
                """);
    }
}
