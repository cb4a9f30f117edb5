package dev.lungfish.processor.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.processor.Plugged;
import dev.lungfish.processor.testing.Javac;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check runs right before the operation that it guards, and looks at the right value. The program brings a runtime that writes down. */
class PlacementTest {
    private static final String RECORDER = """
            package dev.lungfish.runtime;

            public class Checks {
                public static void isolated(Object value, String site, String why) {
                    System.out.print("?" + value + "@" + site.substring(site.indexOf(':') + 1) + " ");
                }

                public static void disjoint(Iterable<?> several, String site, String why) {
                    System.out.print("?" + several + " ");
                }

                public static void disjoint(Object[] several, String site, String why) {
                    System.out.print("?" + java.util.Arrays.asList(several) + " ");
                }

                public static void held(Object lock, String site) {
                    System.out.print("^" + lock + " ");
                }

                public static void onThread(String thread, String site) {
                    System.out.print("#" + thread + " ");
                }

                public static void notFrozen(Object value, String site) {
                    System.out.print("!" + value + " ");
                }
            }
            """;

    private static final String FRAME = """
            import java.util.*;
            import java.util.function.*;

            class P {
                static void put(Object value) { System.out.print("put " + value + "; "); }
                static Object pass(Object value) { System.out.print("pass " + value + "; "); return value; }
                static void many(long a, Object value, double b, String c, int d) { System.out.print(a + " " + value + " " + b + " " + c + " " + d + "; "); }
                static void all(Object first, Object... rest) { System.out.print(first + " " + rest.length + "; "); }
                void on(int n) { System.out.print(this + ".on; "); }
                Object kept;
                final Object lock = "lock";
                int count;
                static int touched;
                int touchOne;
                P self() { System.out.print("self; "); return this; }
                void call() { System.out.print("call; "); }
                public String toString() { return "p"; }

                //CODE
            }
            """;

    @TempDir
    private Path directory;

    private WovenProgram program(String code, String... options) {
        Javac javac = new Javac(directory).file("dev/lungfish/runtime/Checks.java", RECORDER).file("P.java", FRAME.replace("//CODE", code))
                .options("-proc:none").options(options);
        return new WovenProgram(javac).compile(Plugged.with(Map.of(), new MarkedValues()));
    }

    private static String main(String statements) {
        return "public static void main(String[] args) throws Exception { Object checked = \"a\"; Object checkedToo = \"b\"; Object free = \"f\";\n"
                + statements + "\n}";
    }

    private void expect(String output, String code, String... options) {
        WovenProgram program = program(code, options);
        assertEquals("", program.complaints());
        assertEquals(output, program.run("P").replaceAll("@\\d+", "").strip(), program.compiled().output());
        assertEquals(0, program.compiled().count("no check is inserted"), program.compiled().output());
    }

    @Test
    void oneArgument() {
        expect("?a put a;", main("put(checked);"));
        expect("?a put a;", main("put(((Object) (checked)));"));
    }

    @Test
    void argumentsAboveIt_ofEachSize() {
        expect("?a 1 a 2.0 x 3;", main("many(1L, checked, 2.0, \"x\", 3);"));
    }

    @Test
    void severalArguments() {
        expect("?a ?b [a, b]", main("BiFunction<Object, Object, Object> both = List::of; System.out.print(both.apply(checked, checkedToo));"));
    }

    @Test
    void theReceiver() {
        expect("?p p.on;", main("P checkedP = new P(); checkedP.on(1);"));
    }

    @Test
    void aConstructorArgument() {
        expect("?[] []", main("List<Object> checkedList = new ArrayList<>(); System.out.print(new ArrayList<>(checkedList));"));
    }

    @Test
    void oneOfSeveralOnOneLine() {
        expect("put f; ?a put a; put f;", main("put(free); put(checked); put(free);"));
        expect("pass f; ?a pass a; pass a; put a;", main("pass(free); put(pass(pass(checked)));"));
    }

    @Test
    void oneOfSeveralOnDifferentLines() {
        expect("put f; ?a put a; put f;", main("put(free);\nput(checked);\nput(free);"));
    }

    @Test
    void anArgumentOverSeveralLines() {
        expect("pass f; ?a 1 a 2.0 x 3;", main("pass(free); many(\n1L,\nchecked,\n2.0,\n\"x\",\n3);"));
    }

    @Test
    void theCopiesOfAFinallyBlock() {
        expect("put f; ?a put a;", main("try { put(free); }\nfinally { put(checked); }"));
        expect("put f; ?a put a; put z;", main("for (int i = 0; i < 2; i++) {\ntry { put(free); if (i == 0) break; }\nfinally {\nput(checked);\n}\n}\nput(\"z\");"));
    }

    @Test
    void theHeadOfALoop() {
        expect("put f; put z; ?a put a;", main("for (int i = 0; i < 1; i++, put(checked)) { put(free); put(\"z\"); }"));
    }

    @Test
    void lambdasAndNestedLambdas() {
        expect("put f; ?a put a;", main("Runnable r = () -> {\nput(checked);\n};\nput(free);\nr.run();"));
        expect("?a put a;", main("Supplier<Runnable> s = () -> () -> put(checked); s.get().run();"));
        expect("?a put a; put f;", main("Runnable r = () -> put(checked); r.run(); put(free);"));
    }

    @Test
    void anonymousAndInnerClasses() {
        expect("?a put a;", main("new Object() { void go() { put(checked); } }.go();"));
        expect("?x put x; ?x put x;", "class In { In(Object checkedArg) { put(checkedArg); } In() { this(\"x\"); } }"
                + "enum E { ONE(\"x\"); E(Object checkedArg) { put(checkedArg); } }"
                + "public static void main(String[] args) { new P().new In(); E.ONE.name(); }");
    }

    @Test
    void initialisers() {
        expect("?s put s; ?i put i; ?i pass i; ?i put i; ?i pass i;", "static Object checkedS = \"s\"; static { put(checkedS); } Object checkedI = \"i\"; { put(checkedI); }"
                + " Object result = pass(checkedI); P() { } P(int n) { } public static void main(String[] args) { new P(); new P(1); }");
    }

    @Test
    void loopsOverCollectionsAndArrays() {
        expect("?[1, 2] put 1; put 2;", main("List<Object> parts = List.of(1, 2); for (Object each : parts) put(each);"));
        expect("?[1, 2] put 1; put 2;", main("Object[] parts = {1, 2};\nfor (Object each : parts)\nput(each);"));
        expect("?[1] put 1; put 2;", main("List<Object> parts = List.of(1); Object[] others = {2}; for (Object each : parts) put(each); for (Object each : others) put(each);"));
    }

    @Test
    void aFieldThatIsWritten() {
        expect("!p p f", "static void set(P written, Object value) { written.kept = value; }" + main("P p = new P(); set(p, free); System.out.print(p + \" \" + p.kept);"));
    }

    @Test
    void aFieldThatIsWrittenByAStep() {
        String step = "static void step(P written, P free) { free.count++; %s; free.count--; System.out.print(written.count + \" \"); }";
        for (String way : new String[] {"written.count++", "++written.count", "written.count += 1", "written.count = free.count"}) {
            expect("!p !p 1", step.formatted(way) + main("step(new P(), new P());"));
        }
    }

    @Test
    void anElementThatIsWritten() {
        String set = "static void set(Object[] written, int[] writtenToo, int i) { Object[] o = {1, 2}; o[0] = 3;\n%s;\no[1] = 4; } ";
        String run = main("Object[] a = new Object[2]; int[] b = new int[2]; set(a, b, 1); System.out.print(a[1] + \" \" + b[1]);");
        for (String way : new String[] {"written[i] = \"x\"", "written[pass(1) == null ? 0 : i] = pass(\"x\")"}) {
            String output = program(set.formatted(way) + run).run("P").replaceAll("\\[Ljava.lang.Object;@\\w+", "A").strip();
            assertEquals((way.contains("pass") ? "pass 1; pass x; " : "") + "!A x 0", output);
        }
        for (String way : new String[] {"writtenToo[i]++", "writtenToo[i] += 1", "++writtenToo[i]", "writtenToo[i] = 1", "int old = writtenToo[i]++"}) {
            assertEquals("!I null 1", program(set.formatted(way) + run).run("P").replaceAll("\\[I@\\w+", "I").strip());
        }
    }

    @Test
    void aLockOnTheWayFromTheObject() {
        String code = "static void step(P guarded, P other) { other.count++; guarded.count++; guarded.kept = other.count; guarded.on(1); }";
        expect("^lock ^lock ^lock p.on;", code + main("step(new P(), new P());"));
        expect("self; ^lock p.on;", "void go() { P guarded = self(); Runnable r = () -> guarded.on(1); r.run(); }" + main("new P().go();"));
    }

    @Test
    void aTouch() {
        expect("self; #EDT call; self;", main("P p = new P(); p.self().call(); p.self();"));
        expect("#EDT #EDT #EDT #EDT 2 1", "void go() { touchOne = 1; touched = 2; int here = touched; System.out.print(here + \" \" + touchOne); }" + main("new P().go();"));
        expect("#EDT 1", "int go() { return touchOne++ + 1; }" + main("System.out.print(new P().go());"), "-g:none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-g", "-g:none", "-g:source", "-g:lines"})
    void withAndWithoutDebugInformation(String debug) {
        expect("put f; ?a put a; ?a put a;", main("put(free);\nput(checked);\nRunnable r = () -> put(checked);\nr.run();"), debug);
    }

    @Test
    void whatIsNotCertain_isSaid_andNotGuessed() {
        WovenProgram two = program(main("Runnable r = () -> put(checked), s = () -> put(free); r.run(); s.run();"));
        assertEquals("put a; put f; ", two.run("P"));
        assertEquals(1, two.compiled().count("no check is inserted at"), two.compiled().output());

        WovenProgram gathered = program(main("all(free, checked);"));
        assertEquals("f 1; ", gathered.run("P"));
        assertTrue(gathered.compiled().output().contains("Note: Lungfish: no check is inserted at P.java:20: "), gathered.compiled().output());
    }
}
