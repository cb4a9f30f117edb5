package dev.lungfish.checker.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

class ThreadReachTest {
    private static ThreadReach reachOf(String text) {
        return Checked.of(Sources.attributeTexts("// T.java\nimport java.util.*; import java.util.concurrent.*;\n" + text)).reach();
    }

    private static String startsOf(ThreadReach reach, String method) {
        Program program = reach.program();
        TypeElement type = program.elements().getTypeElement("T");
        ExecutableElement element = type.getEnclosedElements().stream().filter(e -> e.getSimpleName().contentEquals(method))
                .map(ExecutableElement.class::cast).findFirst().orElseThrow();
        return String.join(" ", reach.startsOf(program.trees().getTree(element)).stream()
                .map(start -> start.manner() + (start.many() ? "*" : "") + start.thread()).toList());
    }

    @Test
    void programWithoutThreads_hasNoStarts() {
        ThreadReach reach = reachOf("class T { void a() { List<String> l = new ArrayList<>(); l.add(\"x\"); l.forEach(s -> a()); } }");
        assertFalse(reach.startsAnything());
        assertEquals(List.of(), reach.starts());
        assertEquals("", startsOf(reach, "a"));
    }

    @Test
    void startsAreToldApartByMannerAndNumber() {
        ThreadReach reach = reachOf("""
                class T {
                    void once() { } void looped() { } void twice() { } void periodic() { } void parallel() { } void gui() { } void never() { }
                    void run(ScheduledExecutorService pool, List<String> names) {
                        pool.execute(() -> once());
                        for (String name : names) pool.execute(() -> looped());
                        pool.execute(this::twice);
                        pool.submit(() -> twice());
                        pool.scheduleAtFixedRate(this::periodic, 1, 1, TimeUnit.SECONDS);
                        names.parallelStream().forEach(n -> parallel());
                        javax.swing.SwingUtilities.invokeLater(() -> gui());
                        names.forEach(n -> never());
                    }
                }
                """);
        assertTrue(reach.startsAnything());
        assertEquals("TASK", startsOf(reach, "once"));
        assertEquals("TASK*", startsOf(reach, "looped"));
        assertEquals("TASK TASK", startsOf(reach, "twice"));
        assertEquals("ORDERED", startsOf(reach, "periodic"));
        assertEquals("PARALLEL*", startsOf(reach, "parallel"));
        assertEquals("CONFINEDEDT", startsOf(reach, "gui"));
        assertEquals("", startsOf(reach, "never"));
    }

    @Test
    void startInAMethodThatIsCalledAgain_isMany() {
        ThreadReach reach = reachOf("""
                class T {
                    void work() { } void deep() { } void self() { }
                    void start(ExecutorService pool) { pool.execute(() -> work()); }
                    void callers(ExecutorService pool) { start(pool); start(pool); }
                    void chain(ExecutorService pool) { pool.execute(() -> { deep(); chain(pool); }); }
                    void each(ExecutorService pool, List<String> names) { names.forEach(n -> pool.execute(() -> self())); }
                }
                """);
        assertEquals("TASK*", startsOf(reach, "work"));
        assertEquals("TASK*", startsOf(reach, "deep"));
        assertEquals("TASK*", startsOf(reach, "self"));
    }

    @Test
    void chain_namesTheCallsInOrder() {
        ThreadReach reach = reachOf("""
                class T {
                    void first() { second(); } void second() { third(); } void third() { }
                    void run(ExecutorService pool) { pool.execute(this::first); }
                }
                """);
        ThreadStart start = reach.starts().get(0);
        Body third = reach.index().bodies().stream().filter(b -> b.member().getSimpleName().contentEquals("third")).findFirst().orElseThrow();
        assertEquals(List.of("first", "second", "third"),
                reach.chain(start, third).stream().map(hop -> hop.to().member().getSimpleName().toString()).toList());
    }

    @Test
    void ownCodeOfMain_isReachedFromOutside() {
        ThreadReach reach = reachOf("""
                class T {
                    static void helper() { } static void other() { } private static void dead() { }
                    public static void main(String[] args) { helper(); new Thread(() -> System.out.println()).start(); }
                }
                """);
        assertTrue(reach.isReachedFromKnownThread(body(reach, "helper")));
        assertTrue(reach.isReachedFromOutside(body(reach, "other")));
        assertFalse(reach.isReachedFromKnownThread(body(reach, "other")));
        assertFalse(reach.isReachedFromOutside(body(reach, "dead")));
    }

    private static Body body(ThreadReach reach, String method) {
        return reach.index().bodies().stream().filter(b -> b.kind() == Body.Kind.METHOD && b.member().getSimpleName().contentEquals(method))
                .findFirst().orElseThrow();
    }

    /** The first few questions are answered from their end, the others from a graph of all calls. */
    @Test
    void whoeverAsksFirst_hearsWhatTheGraphSays() throws IOException {
        int reached = 0;
        int asked = 0;
        for (String group : List.of("threads", "statics", "lambdas", "quiet", "racy")) {
            for (Path file : filesOf(group)) {
                Program program = Sources.attribute(List.of(file));
                ThreadReach patient = Checked.of(program).reach();
                List<Body> bodies = List.copyOf(patient.index().bodies());
                IntStream.range(0, 100).forEach(i -> patient.isReachedFromOutside(bodies.get(0)));
                for (int i = 0; i < bodies.size(); i += 16) {
                    ThreadReach hasty = Checked.of(program).reach();
                    List<Body> few = List.copyOf(hasty.index().bodies()).subList(i, Math.min(bodies.size(), i + 16));
                    for (Body body : few) {
                        assertEquals(patient.isReachedFromOutside(body), hasty.isReachedFromOutside(body), file + " " + body.path().getLeaf());
                        assertEquals(patient.isReachedFromUnknown(body), hasty.isReachedFromUnknown(body), file + " " + body.path().getLeaf());
                        reached += hasty.isReachedFromUnknown(body) ? 1 : 0;
                        asked++;
                    }
                }
            }
        }
        assertTrue(reached > 100 && asked - reached > 100, reached + " of " + asked);
    }

    private static List<Path> filesOf(String group) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/conformance", group))) {
            return files.filter(file -> file.toString().endsWith(".java") && !read(file).contains("import spec.")).sorted().toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
