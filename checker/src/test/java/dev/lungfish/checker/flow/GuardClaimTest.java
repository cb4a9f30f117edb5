package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.testing.Sources;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sure it is that a lock owns what a guarded field refers to: by the annotation, and by what the type shows. */
class GuardClaimTest {
    private static final String GUARDED_BY = """
            // GuardedBy.java
            package net.jcip.annotations;
            public @interface GuardedBy { String value(); }
            """;
    private static final String TYPES = """
            // Types.java
            import dev.lungfish.annotation.*;
            import java.util.*;
            interface Plain { void run(); }
            interface Rows extends Iterable<String> { }
            abstract class Base { abstract void run(); }
            abstract class Counting { int count; abstract void run(); }
            final class Row { int n; }
            final class Holder { final Plain plain; final String name = ""; Holder(Plain plain) { this.plain = plain; } }
            final class HolderOfRow { final Row row = new Row(); }
            class Locked { @net.jcip.annotations.GuardedBy("this") int n; int other; }
            class SubOfLocked extends Locked { int[] array = new int[1]; }
            class Synchronized { int n; synchronized void add() { n++; } }
            @ThreadSafe(trusted = "test") interface Safe { void run(); }
            final class GivenLock {
                private final Object lock;
                @net.jcip.annotations.GuardedBy("lock") private int n;
                GivenLock(Object lock) { this.lock = lock; }
            }
            """;

    @ParameterizedTest
    @CsvSource({"Plain, WARNING", "Base, WARNING", "Counting, ERROR", "Runnable, WARNING", "Object, WARNING", "Rows, ERROR", "java.util.List<String>, ERROR",
        "int[], ERROR", "Plain[], ERROR", "Row, ERROR", "Holder, WARNING", "HolderOfRow, ERROR", "Locked, WARNING", "SubOfLocked, WARNING",
        "Synchronized, WARNING", "Safe, none", "GivenLock, none", "java.util.concurrent.Future<?>, none", "StringBuilder, ERROR"})
    void guardedBy_isCertainOnlyAboutWhatIsKnownToNeedProtection(String type, String level) {
        assertEquals(level, returned("@net.jcip.annotations.GuardedBy", type));
    }

    @ParameterizedTest
    @CsvSource({"Plain, ERROR", "Base, ERROR", "Runnable, ERROR", "Row, ERROR", "Locked, ERROR", "Safe, none"})
    void inRegion_ownsTheObjectWhateverItsType(String type, String level) {
        assertEquals(level, returned("@dev.lungfish.annotation.InRegion", type));
    }

    private static String returned(String annotation, String type) {
        return levels("""
                // Shop.java
                class Shop {
                    private final Object lock = new Object();
                    %s("lock") private %s value;
                    %s get() { synchronized (lock) { return value; } }
                }
                """.formatted(annotation, type, type));
    }

    private static String levels(String program) {
        List<Finding> found = new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attributeTexts(program, TYPES, GUARDED_BY)).findings();
        return found.isEmpty() ? "none" : found.stream().filter(f -> f.rule().key().startsWith("region.")).map(Finding::level).map(Level::name)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({"Plain, WARNING", "Row, ERROR"})
    void copyOfAGuardedCollection_isAsSureAsItsElements(String type, String level) {
        assertEquals(level, levels("""
                // Shop.java
                import java.util.*;
                class Shop {
                    private final Object lock = new Object();
                    @net.jcip.annotations.GuardedBy("lock") private final List<%s> all = new ArrayList<>();
                    int count() {
                        List<%s> copy;
                        synchronized (lock) { copy = new ArrayList<>(all); }
                        int n = 0;
                        for (%s one : copy) { n += one.hashCode(); }
                        return n;
                    }
                }
                """.formatted(type, type, type)));
    }

    @Test
    void lockThatWasGivenAway_mayBeHeldUnderAnotherName() {
        String shop = """
                // Shop.java
                class Shop {
                    private final Object lock = new Object();
                    private final Part part = new Part(%s);
                    void add() { synchronized (lock) { part.add(); } }
                    void without() { part.add(); }
                }
                class Part {
                    private final Object lock;
                    @net.jcip.annotations.GuardedBy("lock") private int n;
                    Part(Object lock) { this.lock = %s; }
                    @net.jcip.annotations.GuardedBy("lock") void add() { n++; }
                }
                """;
        assertEquals("WARNING ERROR", levels(shop.formatted("lock", "lock")));
        assertEquals("ERROR ERROR", levels(shop.formatted("lock", "new Object()")));
    }
}
