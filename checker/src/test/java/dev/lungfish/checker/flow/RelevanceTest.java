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
