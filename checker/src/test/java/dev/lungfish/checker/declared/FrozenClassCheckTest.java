package dev.lungfish.checker.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.testing.FrozenSources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code frozen.mutable.part} in class declarations; each bad field stands beside a good one. */
class FrozenClassCheckTest {
    private static final String IMPORTS = """
            import dev.lungfish.annotation.Frozen;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.concurrent.atomic.*;
            import java.util.concurrent.locks.*;
            import java.util.function.*;
            import java.util.stream.*;
            """;

    private static List<Finding> expect(String name, String body) {
        return FrozenSources.expectMarks("// " + name + ".java\n" + IMPORTS + body);
    }

    @Test
    void collections_copiedAreFine_keptOrViewedAreNot() {
        expect("Collections1", """
                @Frozen final class Collections1 {
                    private final List<String> copied;
                    private final Set<String> ofSet = Set.of("a");
                    private final Map<String, Integer> map;
                    private final List<String> streamed;
                    private final Set<String> collected;
                    private final List<String> finished;
                    private final List<String> viewOfCopy;
                    private final List<String> choice;
                    private final List<String> helped;
                    private final List<List<String>> nested;
                    private final List<String> required;
                    private final List<String> given; //! frozen.mutable.part
                    private final List<String> array; //! frozen.mutable.part
                    private final List<String> view; //! frozen.mutable.part
                    private final Set<String> mutable; //! frozen.mutable.part
                    private final List<String> sometimes; //! frozen.mutable.part
                    private final List<List<String>> shallow; //! frozen.mutable.part
                    private final Map<String, List<String>> values; //! frozen.mutable.part
                    Collections1(List<String> xs, Map<String, Integer> m, List<List<String>> lists, Map<String, List<String>> index) {
                        this.copied = List.copyOf(xs);
                        List<String> local = xs.stream().map(String::trim).toList();
                        this.streamed = local;
                        this.map = m == null ? Map.of() : Map.copyOf(m);
                        this.collected = xs.stream().collect(Collectors.toUnmodifiableSet());
                        this.finished = xs.stream().collect(Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList));
                        this.viewOfCopy = Collections.unmodifiableList(new ArrayList<>(xs));
                        this.choice = switch (xs.size()) { case 0 -> List.of(); default -> List.copyOf(xs); };
                        this.helped = sorted(xs);
                        this.nested = lists.isEmpty() ? List.of() : List.of(List.of("a"), List.copyOf(xs));
                        this.required = List.copyOf(Objects.requireNonNull(xs));
                        this.given = xs;
                        this.array = Arrays.asList("a", "b");
                        this.view = Collections.unmodifiableList(xs);
                        this.mutable = xs.stream().collect(Collectors.toSet());
                        this.sometimes = xs.isEmpty() ? List.of() : new ArrayList<>(xs);
                        this.shallow = List.copyOf(lists);
                        this.values = Map.copyOf(index);
                    }
                    private static List<String> sorted(List<String> xs) {
                        List<String> copy = new ArrayList<>(xs);
                        Collections.sort(copy);
                        return List.copyOf(copy);
                    }
                }
                """);
    }

    @Test
    void parameters_areJudgedByWhatTheyHoldWhenTheyAreStored() {
        expect("Parameters", """
                @Frozen final class Parameters {
                    private final List<String> always;
                    private final List<String> maybe; //! frozen.mutable.part
                    private final List<String> before; //! frozen.mutable.part
                    Parameters(List<String> a, List<String> b, List<String> c) {
                        a = List.copyOf(a);
                        this.always = a;
                        if (b.isEmpty()) {
                            b = List.of();
                        }
                        this.maybe = b;
                        this.before = c;
                        c = List.of();
                    }
                }
                """);
    }

    @Test
    void arrays_stayPrivateOrAreReportedWhereTheyGetOut() {
        expect("Arrays1", """
                @Frozen final class Arrays1 {
                    private final int[] filled;
                    private final String[] words;
                    private final long[] copy;
                    private final char[] text;
                    private final int[] both;
                    public final int[] open = {1}; //! frozen.mutable.part
                    private final byte[] given; //! frozen.mutable.part
                    private final int[] out = {1, 2};
                    private final int[] written = {1};
                    private final Date[] dates = {new Date()}; //! frozen.mutable.part
                    private final int[][] rows; //! frozen.mutable.part
                    private final int[][] made = new int[2][2];
                    Arrays1(byte[] bytes, long[] longs, String line, int[][] rows) {
                        int[] local = new int[bytes.length];
                        for (int i = 0; i < local.length; i++) {
                            local[i] = bytes[i];
                        }
                        filled = local;
                        words = line.split(" ");
                        copy = Arrays.copyOf(longs, longs.length);
                        text = line.toCharArray();
                        both = longs.length > 1 ? new int[] {1} : new int[0];
                        given = bytes;
                        this.rows = rows.clone();
                    }
                    int sum() {
                        int sum = filled.length + made[0][1] + rows[0][0] + (int) dates[0].getTime() + given[0] + open[0];
                        for (String word : words) {
                            sum += word.length();
                        }
                        return sum + Arrays.stream(both).sum() + Arrays.hashCode(copy);
                    }
                    String text() { return new String(text) + String.valueOf(text) + String.join(",", words); }
                    List<String> words() { return List.of(words); }
                    int[] filled() { return Arrays.copyOfRange(filled, 0, 1); }
                    Supplier<int[]> later() { return () -> out; } //! frozen.mutable.part
                    void set() { written[0] = 2; } //! frozen.write
                }
                """);
    }

    @Test
    void records_areJudgedByConstructorAndAccessor() {
        expect("Records", """
                class Records {
                    @Frozen record Plain(String name, List<String> tags) { } //! frozen.mutable.part
                    @Frozen record Compact(List<String> tags) { Compact { tags = List.copyOf(tags); } }
                    @Frozen record Explicit(List<String> tags) { Explicit(List<String> tags) { this.tags = List.copyOf(tags); } }
                    @Frozen record Other(List<String> tags) { //! frozen.mutable.part
                        Other(String tag) { this(List.of(tag)); }
                    }
                    @Frozen record Bytes(byte[] bytes) { //! frozen.mutable.part
                        Bytes { bytes = bytes.clone(); }
                    }
                    @Frozen record Closed(byte[] bytes) {
                        Closed { bytes = bytes.clone(); }
                        public byte[] bytes() { return bytes.clone(); }
                    }
                    @Frozen record Pair<A, @Frozen B>( //
                            A first, //! frozen.mutable.part
                            B second) { }
                }
                """);
    }

    @Test
    void subtypes_ofFrozenTypes_areChecked() {
        expect("Subtypes", """
                class Subtypes {
                    @Frozen interface Setting { String key(); }
                    static class Base { protected int changes; }
                    static class Quiet { protected final int size = 1; }
                    static final class Named extends Base implements Setting { //! frozen.mutable.part
                        public String key() { return ""; }
                    }
                    static final class Small extends Quiet implements Setting {
                        public String key() { return ""; }
                    }
                    enum Builtin implements Setting {
                        A, B { private int uses; public String key() { return "" + uses++; } }; //! frozen.mutable.part
                        public String key() { return name(); }
                    }
                    enum Fine implements Setting {
                        A, B { private static int uses; public String key() { return "" + uses++; } };
                        public String key() { return name(); }
                    }
                    interface Deep extends Setting { }
                    static class Far implements Deep {
                        private String key = ""; //! frozen.mutable.part
                        public String key() { return key; }
                    }
                    Setting local(List<String> given, String name) {
                        class Kept implements Setting { //! frozen.mutable.part
                            public String key() { return given.get(0); }
                        }
                        class Free implements Setting {
                            public String key() { return name; }
                        }
                        Setting anonymous = new Setting() { //! frozen.mutable.part
                            public String key() { return given.get(0); }
                        };
                        Setting good = new Setting() {
                            private final int size = name.length();
                            public String key() { return name + size; }
                        };
                        return given.isEmpty() ? new Kept() : name.isEmpty() ? new Free() : anonymous == good ? anonymous : good;
                    }
                }
                """);
    }

    @Test
    void parts_ofEveryKind() {
        expect("Parts", """
                @Frozen class Parts<T, @Frozen F> {
                    static List<String> shared = new ArrayList<>();
                    private final T any; //! frozen.mutable.part
                    private final F frozen;
                    private final Optional<F> optional;
                    private final Optional<T> optionalOfAny; //! frozen.mutable.part
                    private final Class<?> type = String.class;
                    private final Object monitor = new Object();
                    private final Object anything; //! frozen.mutable.part
                    private final Lock lock = new ReentrantLock();
                    private final Executor pool = Runnable::run;
                    private final AtomicLong counter = new AtomicLong(); //! frozen.mutable.part
                    private final ConcurrentHashMap<String, String> map = new ConcurrentHashMap<>(); //! frozen.mutable.part
                    private final Thread thread = new Thread(); //! frozen.mutable.part
                    private final Function<String, String> trim = String::trim;
                    private final Supplier<String> supplier; //! frozen.mutable.part
                    private final @Frozen Supplier<String> promised;
                    private final @Frozen List<StringBuilder> builders;
                    private final Point exact = new Point(1);
                    private final Point open; //! frozen.mutable.part
                    private final Range range;
                    private final Hidden hidden;
                    private volatile int calls; //! frozen.mutable.part
                    private final Parts<String, String> next = null;
                    Parts(T any, F frozen, Object anything, Supplier<String> supplier, @Frozen Supplier<String> promised,
                            @Frozen List<StringBuilder> builders, Point open, Range range, Hidden hidden, Optional<F> optional, Optional<T> other) {
                        this.any = any;
                        this.frozen = frozen;
                        this.anything = anything;
                        this.supplier = supplier;
                        this.promised = promised;
                        this.builders = builders;
                        this.open = open;
                        this.range = range;
                        this.hidden = hidden;
                        this.optional = optional;
                        this.optionalOfAny = other;
                    }
                    static class Point {
                        final int x;
                        Point(int x) { this.x = x; }
                    }
                    static final class Range {
                        private final int low;
                        Range(int low) { this.low = low; }
                    }
                    private static class Hidden {
                        final int x = 1;
                    }
                }
                """);
    }

    @Test
    void partOfDeclaredFrozen_withPrivateFieldNeverReassigned_needsFinal() {
        expect("Version", """
                final class Version {
                    private int major;
                    Version(int major) { this.major = major; }
                    int major() { return major; }
                }
                @Frozen final class Release {
                    private final Version version; //! frozen.mutable.part
                    private int number; //! frozen.mutable.part
                    private final int build;
                    Release(Version version, int build) { this.version = version; this.build = build; }
                    int number() { return number + build; }
                }
                """);
    }

    @Test
    void innerClass_countsWhatItTouchesOfTheSurroundingInstance() {
        expect("Outer", """
                class Outer {
                    private int changes;
                    private final String name = "n";
                    private final List<String> list = new ArrayList<>();
                    @Frozen final class Unused { private final int x = 1; }
                    @Frozen final class ReadsFinal { String read() { return name + Outer.this.name + twice(); } }
                    @Frozen final class ReadsChanging { int read() { return changes; } } //! frozen.mutable.part
                    @Frozen final class ReadsList { int read() { return Outer.this.list.size(); } } //! frozen.mutable.part
                    @Frozen final class CallsOpen { int read() { return open(); } } //! frozen.mutable.part
                    @Frozen final class CallsPrivate { int read() { return counted(); } } //! frozen.mutable.part
                    @Frozen static final class Nested { int read() { return 1; } }
                    private String twice() { return name + name; }
                    private int counted() { return changes; }
                    int open() { return 1; }
                }
                """);
    }

    @Test
    void lazyCachesThatAreDeclared_areBelievedIfTheirTypesAreFrozen() {
        FrozenSources.expectMarks("""
                // LazyInit.java
                package com.google.errorprone.annotations.concurrent;
                public @interface LazyInit { }
                """, """
                // Media.java
                import com.google.errorprone.annotations.concurrent.LazyInit;
                import dev.lungfish.annotation.Frozen;
                import java.util.ArrayList;
                import java.util.List;
                import java.util.Optional;
                @Frozen
                final class Media {
                    private final String type;
                    @LazyInit private int hash;
                    @LazyInit private Optional<String> charset;
                    Media(String type) { this.type = type; }
                    static Media utf8(String type) {
                        Media made = new Media(type);
                        made.charset = Optional.of("UTF-8");
                        return made;
                    }
                    @Override public int hashCode() {
                        int found = hash;
                        if (found == 0) {
                            found = type.hashCode();
                            hash = found;
                        }
                        return found;
                    }
                }
                @Frozen
                final class Loose {
                    @LazyInit int open; //! frozen.mutable.part
                    private int plain; //! frozen.mutable.part
                    @LazyInit private List<String> parts; //! frozen.mutable.part
                    List<String> parts() { parts = new ArrayList<>(); return parts; }
                }
                """);
    }

    @Test
    void immutableOfOtherFamilies_isReadAsFrozen() {
        FrozenSources.expectMarks("""
                // Immutable.java
                package com.google.errorprone.annotations;
                public @interface Immutable { String[] containerOf() default {}; }
                """, """
                // Others.java
                import com.google.errorprone.annotations.Immutable;
                import java.util.List;
                class Others {
                    @Immutable(containerOf = {"A", "B"}) static final class Pair<A, B> {
                        private final A a;
                        private final List<B> bs;
                        Pair(A a, List<B> bs) { this.a = a; this.bs = List.copyOf(bs); }
                    }
                    @Immutable static final class Box<A> {
                        private final A a; //! frozen.mutable.part
                        Box(A a) { this.a = a; }
                    }
                    @Immutable static final class Good { private final Pair<String, String> pair = new Pair<>("", List.of()); }
                    @Immutable static final class Bad { private final Pair<String, StringBuilder> pair = new Pair<>("", List.of()); } //! frozen.mutable.part
                }
                """);
    }

    @Test
    void message_namesThePathAndWhereTheValueComesFrom() {
        List<Finding> findings = expect("Cart", """
                @Frozen final class Cart {
                    record Line(String text, ArrayList<String> tags) { }
                    private final List<Line> lines; //! frozen.mutable.part
                    Cart(List<Line> lines) {
                        this.lines = List.copyOf(lines);
                    }
                }
                """);
        Finding finding = findings.get(0);
        assertEquals("'Cart' is declared frozen, but a part of it can be written: Cart.lines[*].tags: java.util.ArrayList", finding.headline());
        assertEquals("'lines' is given its value here", finding.related().get(0).text());
        assertEquals("Cart#lines", finding.member());
    }
}
