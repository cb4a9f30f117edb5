package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.AnalysisResult;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.testing.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work is done for what hands something over, and for what calls that, however it calls it; for nothing else. */
class RelevanceTest {
    private static final String STARTER = """
            // Starter.java
            class Starter {
                static void start(StringBuilder text) { new Thread(() -> text.append(1)).start(); }
            }
            """;

    @Test
    void aProgramThatHandsNothingOverHasNoGraph() {
        AnalysisResult result = analyze("""
                // Cache.java
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                class Cache {
                    private final AtomicReference<List<String>> last = new AtomicReference<>();
                    private static final ThreadLocal<StringBuilder> BUFFER = ThreadLocal.withInitial(StringBuilder::new);
                    private int hits;
                    synchronized int hit() { return ++hits; }
                    int sum(List<Integer> all) { int sum = 0; synchronized (all) { for (int one : all) { sum += one; } } return sum; }
                    List<String> last() { return last.get(); }
                    String text() { return BUFFER.get().append(hit()).toString(); }
                }
                """);
        assertEquals(0, result.statistics().get("methods.mattered"));
        assertEquals(0, result.statistics().get("graphs.built"));
        assertTrue(result.statistics().get("methods.seen") > 0);
    }

    @Test
    void whatIsFrozenIsHandedOverByAnybody() {
        AnalysisResult result = analyze("""
                // Counts.java
                import java.util.*;
                import java.util.concurrent.*;
                import java.util.concurrent.atomic.*;
                class Counts {
                    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
                    private final ConcurrentHashMap<String, List<String>> lists = new ConcurrentHashMap<>();
                    private final AtomicReference<Thread.State> state = new AtomicReference<>();
                    void count(String word) { counts.merge(word, 1, Integer::sum); counts.put(word, 2); }
                    void next(Thread.State next) { state.set(next); }
                    int get(String word) { return counts.computeIfAbsent(word, String::length); }
                    List<String> list(String word) { return lists.computeIfAbsent(word, w -> new ArrayList<>()); }
                    void put(String word, List<String> list) { lists.put(word, list); }
                }
                """);
        // The two that let lists into the map.
        assertEquals(2, result.statistics().get("methods.mattered"));
    }

    @Test
    void callersMatterByWhatTheyCallNotByItsName() {
        AnalysisResult result = analyze(STARTER, """
                // Caller.java
                class Same { void start(StringBuilder text) { text.append(2); } }
                class Near { void caller() { new Same().start(new StringBuilder()); } }
                class Caller { void caller(StringBuilder text) { Starter.start(text); } }
                class Above { void caller(Caller next) { next.caller(new StringBuilder()); } }
                """);
        // The starter, its caller, and the one above, which lets go of something new.
        assertEquals(3, result.statistics().get("methods.mattered"));
    }

    @Test
    void aCallerOfASuperConstructorMatters() {
        AnalysisResult result = analyze("""
                // Base.java
                class Base { Base(StringBuilder text) { new Thread(() -> text.append(1)).start(); } }
                class Derived extends Base { Derived(StringBuilder text) { super(text); text.append(2); } }
                """);
        assertEquals(List.of("use.after.move@3"), result.findings().stream().map(f -> f.rule().key() + "@" + f.at().line()).toList());
    }

    private static AnalysisResult analyze(String... texts) {
        return new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attributeTexts(texts));
    }
}
