package dev.lungfish.checker.declared;

import dev.lungfish.checker.testing.FrozenSources;
import org.junit.jupiter.api.Test;

/** {@code frozen.this.escape}: the object leaves its constructor only after the last field is set. */
class FrozenThisEscapeCheckTest {
    private static void expect(String text) {
        FrozenSources.expectMarks("""
                // Escapes.java
                import dev.lungfish.annotation.*;
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                """ + text);
    }

    @Test
    void passedOrStored_beforeTheLastField_isReported() {
        expect("""
                @Frozen final class Escapes {
                    static Escapes last;
                    static final AtomicReference<Escapes> LATEST = new AtomicReference<>();
                    private final int version;
                    Escapes(AtomicReference<Escapes> latest) {
                        latest.set(this); //! frozen.this.escape
                        version = 1;
                    }
                    Escapes(AtomicReference<Escapes> latest, int version) {
                        this.version = version;
                        latest.set(this);
                    }
                    Escapes(int version) {
                        last = this; //! frozen.this.escape
                        this.version = version;
                    }
                    Escapes(Escapes[] all) {
                        Escapes self = this;
                        all[0] = self; //! frozen.this.escape
                        this.version = 2;
                    }
                    Escapes(String text) {
                        this(text.length());
                        LATEST.set(this);
                    }
                    Escapes(long version) {
                        register(this); //! frozen.this.escape
                        look(this);
                        this.version = (int) version;
                    }
                    Escapes(char version) {
                        this.version = publish(); //! frozen.this.escape
                    }
                    Escapes(Map<Integer, Escapes> all, int key) {
                        all.put(key, this); //! frozen.this.escape
                        Objects.requireNonNull(all);
                        this.version = 3;
                    }
                    private int publish() { LATEST.set(this); return 1; }
                    private static void register(Escapes e) { LATEST.set(e); }
                    private static boolean look(Escapes e) { return e.version > 1; }
                }
                """);
    }

    @Test
    void captured_andRunLaterOrHere() {
        expect("""
                @ThreadSafe class Escapes {
                    private final String name;
                    private final List<String> parts;
                    private final Runnable own = this::report;
                    Escapes(ExecutorService pool, List<String> given) {
                        name = "n";
                        pool.execute(() -> System.out.println(name)); //! frozen.this.escape
                        pool.execute(() -> System.out.println(given));
                        new Thread(this::report).start(); //! frozen.this.escape
                        pool.execute(new Runnable() { //! frozen.this.escape
                            public void run() { report(); }
                        });
                        parts = given.stream().map(part -> clean(part)).toList();
                    }
                    Escapes(List<String> given) {
                        name = "n";
                        given.forEach(part -> check(part));
                        given.forEach(this::check);
                        given.forEach(this::open); //! frozen.this.escape
                        parts = List.of();
                    }
                    private String clean(String part) { return part.trim() + name; }
                    private void check(String part) { Objects.requireNonNull(part); }
                    void open(String part) { }
                    private void report() { System.out.println(parts); }
                }
                """);
    }

    @Test
    void overridableMethods_andFixedOnes() {
        expect("""
                @Frozen class Escapes {
                    private final int sum;
                    private final int size;
                    Escapes(String text) {
                        size = text.length();
                        int first = open(text); //! frozen.this.escape
                        int second = fixed(text) + hidden(text) + helper(text) + this.fixed(text);
                        int third = viaPrivate(text); //! frozen.this.escape
                        sum = first + second + third;
                        open(text);
                    }
                    int open(String text) { return text.length(); }
                    final int fixed(String text) { return text.length(); }
                    private int hidden(String text) { return text.length() + getClass().hashCode(); }
                    static int helper(String text) { return text.length(); }
                    private int viaPrivate(String text) { return open(text); }
                }
                final class Closed {
                    private final int sum;
                    Closed(String text) { sum = open(text); }
                    int open(String text) { return text.length(); }
                }
                @Frozen final class Final {
                    private final int sum;
                    Final(String text) { sum = open(text); }
                    int open(String text) { return text.length(); }
                }
                """);
    }

    @Test
    void initialisers_recordsAndSuperclasses() {
        expect("""
                class Escapes {
                    static final List<Object> ALL = new ArrayList<>();
                    @Frozen static final class Init {
                        private final int first = 1;
                        { ALL.add(this); } //! frozen.this.escape
                        private final int second = 2;
                    }
                    @Frozen static final class Late {
                        private final int first = 1;
                        { ALL.add(this); }
                    }
                    @Frozen record Point(int x, int y) {
                        Point { ALL.add(this); } //! frozen.this.escape
                        Point(int x) { this(x, 0); ALL.add(this); }
                    }
                    static class Base {
                        Base(int unused) { ALL.add(this); }
                        Base() { }
                    }
                    @Frozen static final class Child extends Base {
                        private final int x;
                        Child(int x) {
                            super(x); //! frozen.this.escape
                            this.x = x;
                        }
                        Child(String text) {
                            this.x = text.length();
                        }
                    }
                    @ThreadSafe(trusted = "tested") static final class Trusted {
                        private final int x;
                        Trusted(int x) { ALL.add(this); this.x = x; }
                    }
                    static final class Unpromised {
                        private final int x;
                        Unpromised(int x) { ALL.add(this); this.x = x; }
                    }
                    @Frozen enum Kind {
                        A, B;
                        private static final Map<String, Kind> BY_NAME = new HashMap<>();
                        private final String lower;
                        Kind() { lower = name().toLowerCase(); }
                    }
                }
                """);
    }

    @Test
    void keptByTheObjectItself_isNoEscape_untilItIsStarted() {
        expect("""
                @ThreadSafe final class Escapes {
                    private final Thread worker;
                    private final Part part;
                    private final Runnable task;
                    private final int period;
                    private final Comparator<String> order = this::compare;
                    Escapes(int period) {
                        this.part = new Part(this);
                        this.task = () -> run();
                        this.worker = new Thread(task);
                        this.period = period;
                        worker.start();
                    }
                    Escapes(int period, int unused) {
                        this.part = new Part(this);
                        this.task = () -> run();
                        this.worker = new Thread(this::run);
                        worker.setDaemon(true);
                        worker.start(); //! frozen.this.escape
                        this.period = period;
                    }
                    Escapes(int period, ExecutorService pool) {
                        this.part = new Part(new Object(), this); //! frozen.this.escape
                        this.task = this::run;
                        this.worker = null;
                        pool.execute(task); //! frozen.this.escape
                        this.period = period;
                    }
                    private int compare(String a, String b) { return a.compareTo(b); }
                    private void run() { System.out.println(period); }
                    static final class Part {
                        static Escapes last;
                        private final Escapes whole;
                        Part(Escapes whole) { this.whole = whole; }
                        Part(Object unused, Escapes whole) { this.whole = whole; last = whole; }
                    }
                }
                """);
    }
}
