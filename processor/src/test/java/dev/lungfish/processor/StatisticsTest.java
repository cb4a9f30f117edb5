package dev.lungfish.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lungfish.processor.testing.Javac;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code stats=FILE} counts of a program in which each kind is there once. */
class StatisticsTest {
    private static final String PROGRAM = """
            import dev.lungfish.annotation.Moved;
            import dev.lungfish.annotation.ThreadSafe;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.concurrent.BlockingQueue;
            import java.util.concurrent.ExecutorService;

            class Program {
                @ThreadSafe(trusted = "each thread has a cell of its own")
                static class Counters {
                    long[] cells = new long[8];
                }

                interface Source {
                    @Moved List<List<String>> load();
                }

                void proved(BlockingQueue<List<String>> queue) throws InterruptedException {
                    List<String> lines = new ArrayList<>();
                    queue.put(lines);
                }

                void checked(ExecutorService pool, Source source) {
                    for (List<String> lines : source.load()) {
                        pool.execute(() -> lines.add("x"));
                    }
                }

                @SuppressWarnings("lungfish:use.after.move")
                void suppressed(BlockingQueue<List<String>> queue) throws InterruptedException {
                    List<String> lines = new ArrayList<>();
                    queue.put(lines);
                    lines.add("late");
                }
            }
            """;

    @TempDir
    private Path directory;

    @Test
    void provedCheckedAndTrusted() throws Exception {
        Path file = directory.resolve("stats.json");
        Javac.Run run = new Javac(directory.resolve("out")).classPath(System.getProperty("java.class.path")).options("-proc:none").file("Program.java", PROGRAM)
                .run(Plugged.with(Map.of("stats", file.toString())));

        assertTrue(run.ok(), run.output());
        JsonNode counts = new ObjectMapper().readTree(file.toFile());
        assertEquals(2, counts.path("moves.proved").asInt(), counts::toString);
        assertEquals(2, counts.path("proved").asInt(), counts::toString);
        assertEquals(1, counts.path("checked").asInt(), counts::toString);
        assertEquals(1, counts.path("trusted.claims").asInt(), counts::toString);
        assertEquals(1, counts.path("findings.suppressed").asInt(), counts::toString);
        int models = counts.path("trusted.models").asInt();
        assertTrue(models >= 3, counts::toString);
        assertEquals(2 + models + counts.path("contracts.read").asInt(), counts.path("trusted").asInt(), counts::toString);
        assertEquals(0, counts.path("assumed.methods").asInt(-1), counts::toString);
    }
}
