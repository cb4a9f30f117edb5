package dev.lungfish.checker.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.testing.Sources;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A task over the fields of its object that a loop starts many times races with itself: one story, told once. */
class TaskRoundsTest {
    private static List<String> findings(String method) {
        String text = """
                // Clients.java
                import java.util.*;
                import java.util.concurrent.*;
                class Clients {
                    private final Map<String, String> all = new HashMap<>();
                    private final ExecutorService pool = Executors.newCachedThreadPool();
                    int online() { return all.size(); }
                """ + method + "}\n";
        return new Analyzer(AnalysisOptions.defaults()).analyze(Sources.attributeTexts(text)).findings().stream()
                .map(f -> f.level() + " " + f.rule().key() + " " + f.related().size()).toList();
    }

    @Test
    void startedInALoop_isOneError() {
        assertEquals(List.of("ERROR move.not.owned 1"), findings("""
                void serve(int n) {
                    for (int i = 0; i < n; i++) {
                        pool.execute(() -> all.put("x", "here"));
                    }
                }
                """));
    }

    @Test
    void handedOverAgainByName_isOneError() {
        assertEquals(List.of("ERROR move.not.owned 1"), findings("""
                void serve(int n) {
                    Runnable task = () -> all.put("x", "here");
                    for (int i = 0; i < n; i++) {
                        pool.execute(task);
                    }
                }
                """));
    }

    @Test
    void startedOnce_isAWarning() {
        assertEquals(List.of("WARNING move.not.owned 0"), findings("void serve() { pool.execute(() -> all.put(\"x\", \"here\")); }\n"));
    }

    @Test
    void waitedForAtTheEnd_isStillARaceOfTheRounds() {
        assertEquals(List.of("ERROR use.after.move 2"), findings("""
                int serve(int n) throws Exception {
                    List<Future<?>> tasks = new ArrayList<>();
                    for (int i = 0; i < n; i++) {
                        tasks.add(pool.submit(() -> all.put("x", "here")));
                    }
                    for (Future<?> task : tasks) {
                        task.get();
                    }
                    return all.size();
                }
                """));
    }

    @Test
    void aUseAfterTheLoop_isAnotherDeed() {
        assertEquals(List.of("ERROR use.after.move 2", "ERROR use.after.move 2"), findings("""
                int serve(int n) {
                    for (int i = 0; i < n; i++) {
                        pool.execute(() -> all.put("x", "here"));
                    }
                    return all.size();
                }
                """));
    }
}
