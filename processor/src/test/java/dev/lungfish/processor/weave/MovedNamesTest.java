package dev.lungfish.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.processor.Plugged;
import dev.lungfish.processor.testing.Javac;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/**
 * A program that uses what it has moved, and is compiled all the same, fails where it does so, and only on the way that leads there: each method
 * of the program is run with false, where everything is right, and with true, where the line with the mark is wrong.
 */
class MovedNamesTest {
    private static final String PROGRAM = """
            import dev.lungfish.annotation.Moved;
            import java.lang.reflect.InvocationTargetException;
            import java.lang.reflect.Method;
            import java.util.*;
            import java.util.concurrent.*;

            public class Moves {
                static class Buf {
                    int n;
                    Buf next;
                    final List<String> lines = new ArrayList<>();
                    void go() { n++; }
                }

                static final BlockingQueue<Buf> queue = new LinkedBlockingQueue<>();
                static final BlockingQueue<int[]> numbers = new LinkedBlockingQueue<>();
                static final ExecutorService pool = Executors.newFixedThreadPool(2, work -> { Thread t = new Thread(work); t.setDaemon(true); return t; });

                static void send(@Moved Buf buf, boolean fails) { queue.add(buf); if (fails) { throw new IllegalStateException(); } }
                static void read(Buf buf) { buf.n++; }
                static boolean same(boolean b) { return b; }

                //CODE

                public static void main(String[] args) throws Exception {
                    for (Method each : Moves.class.getDeclaredMethods()) {
                        if (each.getName().startsWith("t_")) {
                            System.out.println(each.getName() + " " + run(each, false) + " " + run(each, true));
                        }
                    }
                }

                static String run(Method each, boolean wrong) throws Exception {
                    queue.clear();
                    try {
                        each.invoke(each.getDeclaringClass().equals(Moves.class) && java.lang.reflect.Modifier.isStatic(each.getModifiers()) ? null : new Moves(), wrong);
                        return "passes";
                    } catch (InvocationTargetException e) {
                        if (!(e.getCause() instanceof dev.lungfish.runtime.RegionException moved)) {
                            throw e;
                        }
                        String message = moved.getMessage();
                        return moved.key() + message.replaceAll("\\\\[.*] at Moves.java(:\\\\d+): .* was moved at Moves.java(:\\\\d+)", "$1$2");
                    }
                }
            }
            """;

    private static final int FIRST_LINE = 1 + (int) PROGRAM.substring(0, PROGRAM.indexOf("//CODE")).lines().count() - 1;

    @TempDir
    private Path directory;

    private WovenProgram program(String code, String... options) {
        Javac javac = new Javac(directory).classPath(System.getProperty("java.class.path")).file("Moves.java", PROGRAM.replace("//CODE", code.strip()))
                .options("-proc:none").options(options);
        return new WovenProgram(javac).compile(Plugged.with(Map.of("level", "warning")));
    }

    /** Runs one method; the hand-over stands on the line with the word {@code gives}, the use on that with {@code here}. */
    private void expect(String code, String... options) {
        List<String> lines = code.strip().lines().toList();
        WovenProgram program = program(code, options);
        assertEquals("", program.complaints());
        assertEquals("t_ passes use.after.move:" + lineOf(lines, "// here") + ":" + lineOf(lines, "// gives"), program.run("Moves").strip(), program.compiled().output());
    }

    private static int lineOf(List<String> lines, String mark) {
        return FIRST_LINE + IntStream.range(0, lines.size()).filter(i -> lines.get(i).contains(mark)).findFirst().orElseThrow();
    }

    private static String method(String... lines) {
        return "static void t_(boolean wrong) throws Exception {\n" + String.join("\n", lines) + "\n}";
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.go(); // here", "b.n = 3; // here", "int x = b.n; // here", "read(b); // here", "b.lines.add(\"x\"); // here", "long l = 1; double d = 2; Math.max(l, b.n); // here"})
    void usesOfEachKind(String use) {
        expect(method("Buf b = new Buf();", "if (wrong) {", "queue.put(b); // gives", "}", use));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[1]++; // here", "a[0] = 2; // here", "System.identityHashCode(a[1]); // here"})
    void usesOfArrays(String use) {
        expect(method("int[] a = new int[2];", "if (wrong) {", "numbers.put(a); // gives", "}", use));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source,lines"})
    void betweenLargeLocalsAndBranches(String debug) {
        expect("""
                static long t_(boolean wrong) throws Exception {
                    long first = wrong ? 1 : 2;
                    double second = first * 2.0;
                    Buf b = new Buf();
                    long third = 0;
                    for (int i = 0; i < 3; i++) {
                        switch (i) {
                            case 0 -> third += first;
                            case 1 -> {
                                if (wrong) {
                                    queue.put(b); // gives
                                }
                            }
                            default -> third -= (long) second;
                        }
                        double fourth = third;
                        third = (long) fourth;
                    }
                    String text = wrong ? "a" : "b";
                    b.lines.add(text + third); // here
                    return third;
                }
                """, debug);
    }

    @Test
    void aNewValueMakesANewName() {
        expect(method("Buf b = new Buf();", "for (int i = 0; i < 4; i++) {", "b.go(); // here", "if (i % 2 == 0) {", "queue.put(b); // gives",
                "if (!wrong) {", "b = new Buf();", "}", "}", "}"));
    }

    @Test
    void theSameObjectComesBackUnderItsOldName() {
        expect(method("Buf b = new Buf();", "queue.put(b); // gives", "if (!wrong) {", "b = queue.take();", "}", "b.go(); // here"));
    }

    @Test
    void aNameOfEachRound() {
        expect(method("for (int i = 0; i < 3; i++) {", "Buf b = new Buf();", "if (i == 0 || wrong && i == 2) {", "queue.put(b); // gives", "}",
                "if (i == 1 || wrong && i == 2) {", "b.go(); // here", "}", "}"));
    }

    @Test
    void handedOverTwiceByOneCall() {
        expect(method("Buf b = new Buf();", "for (int i = 0; i < (wrong ? 2 : 1); i++) {", "queue.put(b); // gives // here", "}"));
    }

    @Test
    void whatWasNotTakenHasStayed() {
        expect(method("BlockingQueue<Buf> small = new ArrayBlockingQueue<>(1);", "if (!wrong) {", "small.add(new Buf());", "}", "Buf b = new Buf();",
                "boolean taken = small.offer(b); // gives", "same(taken);", "b.go(); // here"));
    }

    @Test
    void anExceptionBeforeTheHandOver() {
        expect(method("Buf b = new Buf();", "if (!wrong) {", "Thread.currentThread().interrupt();", "}", "try {", "queue.put(b); // gives",
                "if (same(false)) { return; }", "} catch (InterruptedException e) {", "Thread.interrupted();", "}", "b.go(); // here"));
    }

    @Test
    void anExceptionAfterTheHandOver() {
        expect(method("Buf b = new Buf();", "try {", "if (wrong) {", "send(b, wrong); // gives", "}", "} catch (IllegalStateException e) {", "same(true);", "}", "b.go(); // here"));
    }

    @Test
    void anotherNameThatGoesAlong() {
        expect(method("Buf b = new Buf();", "Buf other = new Buf();", "if (wrong) {", "b.next = other;", "}", "queue.put(b); // gives", "other.go(); // here"));
        expect(method("List<Buf> all = new ArrayList<>();", "Buf one = new Buf();", "if (wrong) {", "all.add(one);", "}",
                "new LinkedBlockingQueue<List<Buf>>().put(all); // gives", "one.go(); // here"));
        expect(method("Buf b = new Buf();", "Buf other = wrong ? b : new Buf();", "queue.put(b); // gives", "other.go(); // here"));
    }

    /** The analysis does not split what was one: at run time they are two. */
    @Test
    void aHolderThatHasLetGo_mayBeUsed() {
        WovenProgram program = program(method("Buf holder = new Buf();", "Buf b = new Buf();", "holder.next = b;", "holder.next = null;", "queue.put(b);", "holder.go();"));
        assertEquals(1, program.compiled().count("[use.after.move]"), program.compiled().output());
        assertEquals("t_ passes passes", program.run("Moves").strip());
    }

    @Test
    void aParameterAndAnObjectOfTheMethod() {
        expect("""
                void t_(boolean wrong) throws Exception {
                    use(new Buf(), 3L, wrong);
                }

                void use(@Moved Buf b, long between, boolean wrong) throws Exception {
                    if (wrong) {
                        queue.put(b); // gives
                    }
                    b.n += between; // here
                }
                """);
    }

    @Test
    void aConstructor() {
        expect("""
                static class Made {
                    Made(Buf own) { this(own, 1); }

                    Made(@Moved Buf b, int times) {
                        super();
                        for (int i = 0; i < times; i++) {
                            queue.add(b); // gives
                        }
                        b.go(); // here
                    }
                }

                static void t_(boolean wrong) {
                    new Made(new Buf(), wrong ? 1 : 0);
                }
                """);
    }

    @Test
    void aLambda() {
        expect("""
                static void t_(boolean wrong) throws Exception {
                    Callable<Integer> work = () -> {
                        Buf b = new Buf();
                        if (wrong) {
                            queue.put(b); // gives
                        }
                        b.go(); // here
                        return b.n;
                    };
                    work.call();
                }
                """);
    }

    @Test
    void theWayOutOfATry() {
        expect(method("Buf b = new Buf();", "try {", "if (wrong) {", "queue.put(b); // gives", "}", "} finally {", "b.go(); // here", "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pool.execute(() -> b.go()); // gives", "new Thread(() -> b.go()).start(); // gives", "CompletableFuture.runAsync(() -> b.go()); // gives"})
    void aTaskThatNobodyWaitsFor(String start) {
        expect(method("final Buf b = new Buf();", "if (wrong) {", start, "}", "b.n = 2; // here"));
    }

    @Test
    void aTaskThatMayHaveEnded_isNotAsked() {
        WovenProgram program = program(method("final Buf b = new Buf();", "Future<?> done = pool.submit(() -> b.go());", "if (!wrong) {", "done.get();", "}", "b.n = 2;"));
        assertEquals(1, program.compiled().count("[use.after.move]"), program.compiled().output());
        assertEquals("t_ passes passes", program.run("Moves").strip());
    }

    @Test
    void debugInformationDoesNotShowTheMarks() {
        String code = method("Buf b = new Buf();", "if (wrong) {", "queue.put(b);", "}", "b.go();");
        WovenProgram woven = program(code, "-g");
        int[] marks = {0};
        new ClassReader(woven.classes().get("Moves.class")).accept(new ClassVisitor(ClassScan.API) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return !name.equals("t_") ? null : new MethodVisitor(ClassScan.API) {
                    @Override
                    public void visitLocalVariable(String variable, String type, String generic, Label start, Label end, int index) {
                        assertTrue(List.of("b", "wrong").contains(variable), variable);
                    }

                    @Override
                    public void visitMethodInsn(int opcode, String owner, String method, String type, boolean isInterface) {
                        marks[0] += method.equals("nameNotMoved") ? 1 : 0;
                    }
                };
            }
        }, 0);
        assertEquals(1, marks[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule.use.after.move=off", "residual=report", "residual=off"})
    void whatIsSwitchedOffIsNotAsked(String option) {
        String code = method("Buf b = new Buf();", "if (wrong) {", "queue.put(b);", "}", "b.go();");
        Javac javac = new Javac(directory).classPath(System.getProperty("java.class.path")).file("Moves.java", PROGRAM.replace("//CODE", code)).options("-proc:none");
        int equals = option.indexOf('=');
        WovenProgram program = new WovenProgram(javac).compile(Plugged.with(Map.of("level", "warning", option.substring(0, equals), option.substring(equals + 1))));
        assertEquals("t_ passes passes", program.run("Moves").strip());
    }

    @Test
    void whatIsSuppressedIsNotAsked() {
        WovenProgram program = program("@SuppressWarnings(\"lungfish:use.after.move\")\n" + method("Buf b = new Buf();", "if (wrong) {", "queue.put(b);", "}", "b.go();"));
        assertEquals("t_ passes passes", program.run("Moves").strip());
    }
}
