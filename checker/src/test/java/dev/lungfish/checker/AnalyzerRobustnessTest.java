package dev.lungfish.checker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.MarkedSources;
import dev.lungfish.checker.testing.Sources;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Big, deep, odd and empty programs are analysed to the end: no crash, no hang, and still the right findings. Time itself is not asserted. */
class AnalyzerRobustnessTest {
    /** Far above what is needed, so that a busy machine fails nothing and a hang still ends. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String IMPORTS = "import java.util.*; import java.util.concurrent.*; import java.util.function.*;\n";

    /** A hand-over and a use of what was handed over: proof that the analysis looked at the code around it. */
    private static final String BAD_MOVE = "  static void witness(BlockingQueue<List<String>> queue) throws InterruptedException {\n"
            + "    List<String> order = new ArrayList<>(); queue.put(order); order.add(\"late\"); }\n";

    private static List<Finding> analyze(String... texts) {
        Program program = Sources.attributeTexts(texts);
        AnalysisResult result = assertTimeoutPreemptively(PATIENCE, () -> new Analyzer(AnalysisOptions.defaults()).analyze(program));
        String failures = result.findings().stream().filter(f -> f.headline().contains("internal failure") || f.headline().contains("did not settle"))
                .map(MarkedSources::show).collect(Collectors.joining("\n"));
        assertEquals("", failures);
        return result.findings();
    }

    private static List<String> keys(List<Finding> findings) {
        return findings.stream().map(f -> f.rule().key()).toList();
    }

    private static String lines(int count, String pattern) {
        return IntStream.range(0, count).mapToObj(i -> pattern.replace("#", Integer.toString(i))).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String type(String name, String body) {
        return "// " + name + ".java\n" + IMPORTS + "class " + name + " {\n" + body + "}\n";
    }

    @Test
    void methodOfFiveThousandStatements_isAnalysedToItsEnd() {
        List<Finding> findings = analyze(type("Long", "  static void run(BlockingQueue<List<String>> queue) throws InterruptedException {\n"
                + "    List<String> order = new ArrayList<>();\n" + lines(5000, "    order.add(\"#\");")
                + "    queue.put(order);\n    order.clear();\n  }\n"));
        assertEquals(List.of("use.after.move"), keys(findings));
        assertEquals(5007, findings.get(0).at().line());
    }

    @Test
    void methodOfAThousandLocals_allAliveAtItsEnd_isAnalysed() {
        List<Finding> findings = analyze(type("Wide", "  static void run(BlockingQueue<List<String>> queue) throws InterruptedException {\n"
                + lines(1000, "    List<String> l# = new ArrayList<>(); l#.add(\"#\");")
                + "    queue.put(l500);\n" + lines(1000, "    l#.clear();") + "  }\n"));
        assertEquals(List.of("use.after.move"), keys(findings));
    }

    @Test
    void twoHundredBranchesInARow_areAnalysed() {
        List<Finding> findings = analyze(type("Branches", "  static void run(BlockingQueue<List<String>> queue, int n) throws InterruptedException {\n"
                + "    List<String> order = new ArrayList<>();\n" + lines(200, "    if (n == #) { order.add(\"#\"); } else if (n > #) { order.clear(); }")
                + "    queue.put(order);\n    order.clear();\n  }\n"));
        assertEquals(List.of("use.after.move"), keys(findings));
    }

    @Test
    void classOfTwoThousandMethods_isAnalysed() {
        List<Finding> findings = analyze(type("Many", lines(2000, "  static void m#(List<String> list) { list.add(\"#\"); if (list.size() > #) { m"
                + "$(list); } }").replaceAll("m\\$", "m0") + BAD_MOVE));
        assertEquals(List.of("use.after.move"), keys(findings));
    }

    @Test
    void chainOfTwoThousandCalls_isAnalysed() {
        String chain = IntStream.range(0, 2000).mapToObj(i -> "  static void m" + i + "(BlockingQueue<List<String>> q, List<String> list)"
                + " throws InterruptedException { m" + (i + 1) + "(q, list); }").collect(Collectors.joining("\n", "", "\n"));
        analyze(type("Chain", chain + "  static void m2000(BlockingQueue<List<String>> q, List<String> list) throws InterruptedException { q.put(list); }\n"
                + BAD_MOVE));
    }

    @Test
    void circleOfTwoThousandMethodsThatHandOver_isSolved() {
        String circle = IntStream.range(0, 2000).mapToObj(i -> "  void m" + i + "(List<String> list) throws InterruptedException { if (list.size() > " + i
                + ") { list.add(\"x\"); m" + (i + 1) % 2000 + "(list); } else { queue.put(new ArrayList<>()); } }").collect(Collectors.joining("\n", "", "\n"));
        List<Finding> findings = analyze(type("Circle", "  final BlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();\n" + circle + BAD_MOVE));
        assertEquals(List.of("use.after.move"), keys(findings));
    }

    @Test
    void fiveHundredNestedExpressions_areAnalysed() {
        // The compiler itself overflows its stack at some hundred calls in each other's arguments.
        String calls = "id(".repeat(100) + "order" + ")".repeat(100);
        String sums = "(".repeat(500) + "1" + " + 1)".repeat(500);
        String text = "  static void calls(BlockingQueue<List<String>> queue) throws InterruptedException {\n"
                + "    ArrayList<String> order = new ArrayList<>();\n    queue.put(order);\n    List<String> again = " + "(List<String>) (".repeat(500)
                + "order" + ")".repeat(500) + ";\n    again.clear();\n  }\n"
                + "  static int sums() { return " + sums + "; }\n"
                + "  static StringBuilder chain(StringBuilder b) { return b" + ".append(1)".repeat(500) + "; }\n"
                + "  static List<String> plain(List<String> order) { return " + calls + "; }\n"
                + "  static List<String> id(List<String> list) { return list; }\n";
        assertTrue(keys(analyze(type("Nested", text))).contains("use.after.move"));
    }

    @Test
    void aHundredNestedBlocks_areAnalysed() {
        String open = IntStream.range(0, 100).mapToObj(i -> switch (i % 5) {
            case 0 -> "if (n > " + i + ") {";
            case 1 -> "while (n-- > " + i + ") {";
            case 2 -> "try {";
            case 3 -> "synchronized (lock) {";
            default -> "for (String s" + i + " : order) {";
        }).collect(Collectors.joining("\n"));
        String close = IntStream.range(0, 100).map(i -> 99 - i).mapToObj(i -> i % 5 == 2 ? "} finally { n++; }" : "}").collect(Collectors.joining("\n"));
        analyze(type("Deep", "  private final Object lock = new Object();\n  void run(int n, List<String> order) {\n" + open + "\norder.add(\"x\");\n"
                + close + "\n}\n"));
    }

    @Test
    void aHundredNestedLambdasAndClasses_areAnalysed() {
        analyze(type("Lambdas", "  static Object run(List<String> order) {\n    return " + "(Supplier<Object>) () -> ".repeat(100)
                + "order.add(\"x\");\n  }\n" + IntStream.range(0, 60).mapToObj(i -> "  class C" + i + " {\n    void m() { order" + i + ".add(\"x\"); }\n"
                + "    List<String> order" + i + " = new ArrayList<>();\n").collect(Collectors.joining()) + "}\n".repeat(60)));
    }

    @Test
    void recursionOfEveryKind_ends() {
        List<Finding> findings = analyze(type("Recursion", """
                  static Function<List<String>, List<String>> even;
                  static Function<List<String>, List<String>> odd;
                  static List<String> self(List<String> l, int n) { return n == 0 ? l : self(l, n - 1); }
                  static List<String> ping(List<String> l, int n) { l.add("ping"); return n == 0 ? l : pong(l, n - 1); }
                  static List<String> pong(List<String> l, int n) { return n == 0 ? l : ping(new ArrayList<>(l), n - 1); }
                  static void send(BlockingQueue<List<String>> q, List<String> l, int n) throws InterruptedException {
                    if (n > 0) { send(q, l, n - 1); } else { q.put(l); }
                  }
                  static void lambdas() {
                    even = l -> l.isEmpty() ? l : odd.apply(l);
                    odd = l -> { l.remove(0); return even.apply(l); };
                    Runnable[] holder = new Runnable[1];
                    holder[0] = () -> holder[0].run();
                    holder[0].run();
                    class Tree { Tree left; Tree right = new Tree(); void walk() { left.walk(); right.walk(); new Thread(this::walk).start(); } }
                    new Tree().walk();
                  }
                  Recursion next = new Recursion();
                  Recursion() { next.next = this; this.lambdas2(() -> lambdas2(this::toString2)); }
                  void lambdas2(Runnable r) { lambdas2(() -> { r.run(); lambdas2(r); }); }
                  void toString2() { toString2(); }
                """ + BAD_MOVE));
        assertTrue(keys(findings).contains("use.after.move"));
    }

    @Test
    void filesWithoutCode_areFine() {
        assertEquals(List.of(), analyze("// Empty.java\n", "// Blank.java\n\n\n  /* nothing */\n", "// OnlySemicolon.java\n;\n",
                "// OnlyImports.java\nimport java.util.*;\n", "// package-info.java\n/** Nothing. */\npackage some.where;\n"));
    }

    @Test
    void moduleInfo_isFine() {
        assertEquals(List.of(), analyze("// module-info.java\nmodule some.where { requires java.logging; }\n"));
    }

    @Test
    void declarationsOfEveryKind_areFine() {
        assertEquals(List.of(), analyze("""
                // Kinds.java
                import java.util.*;
                interface Only { void a(List<String> l); List<String> b(); int C = 3; }
                interface Defaults { default List<String> a(List<String> l) { return l; } private void b() { } static void c() { } }
                @interface Note { String value() default ""; int[] numbers() default {1, 2}; Class<?> type() default Object.class; Nested nested() default @Nested;
                    @interface Nested { } enum Level { LOW, HIGH } }
                record Point(int x, int y) { Point { if (x < 0) { throw new IllegalArgumentException(); } } static int count() { return 0; } }
                record Holder<T extends Comparable<T>>(List<T> list, T... rest) { Holder(List<T> list) { this(list, (T[]) null); } }
                record Nothing() { }
                enum Empty { }
                enum Op {
                    PLUS("+") { int apply(int a, int b) { return a + b; } }, MINUS("-") { int apply(int a, int b) { List<Integer> l = new ArrayList<>(); l.add(a); return a - b; } };
                    private final String sign;
                    Op(String sign) { this.sign = sign; }
                    abstract int apply(int a, int b);
                }
                sealed interface Shape permits Circle, Square { }
                final class Circle implements Shape { }
                non-sealed class Square implements Shape { { } static { } }
                abstract class Abstract { abstract void a(); native void b(); }
                class Generic<A extends B, B extends List<? super A>> { A a; B b; <C extends Exception> void c(C c) throws C { throw c; } }
                class Inner { class Deep { class Deeper { Object o = Inner.this; Deep d = Deep.this; } } Object x = new Deep().new Deeper() { }; }
                """));
    }

    @Test
    void constructsOfEveryKind_areFollowed() {
        List<Finding> findings = analyze(type("Constructs", """
                  int field; int[] array = {1, 2, 3}; static List<String> made; { array[0]++; } static { made = List.of(); }
                  Object all(Object o, List<String> l, int... n) throws Exception {
                    label: for (int i = 0, j = 1; i < n.length; i++, j--) { for (;;) { if (j == i) continue label; break label; } }
                    do { field += n[0]; field <<= 2; field = ~field; } while (field-- > 0 && !l.isEmpty() || o == null);
                    int s = switch (field) { case 1, 2 -> 3; case 4 -> { yield 5; } default -> throw new IllegalStateException(); };
                    switch (o.toString()) { case "a": l.add("x"); case "b": break; default: return null; }
                    if (o instanceof List<?> other && !other.isEmpty()) { other.clear(); }
                    if (!(o instanceof String text)) { return o; }
                    try (AutoCloseable a = () -> { }; AutoCloseable b = a) { l.add(text); } catch (RuntimeException | Error e) { throw e; } finally { field = 1; }
                    assert field > 0 : l;
                    Supplier<List<String>> make = ArrayList::new; IntFunction<List<String>[]> arrays = List[]::new; Function<String, Integer> len = String::length;
                    synchronized (this) { synchronized (l) { this.wait(1); } }
                    Object anonymous = new ArrayList<String>(l) { int x = field; { add(text); } @Override public boolean add(String e) { return super.add(e + x); } };
                    int[][] matrix = new int[3][]; matrix[0] = new int[] {s}; matrix[0][0]++; long wide = 1L + (int) 'c' + (s > 0 ? 1 : 2L);
                    var lambda = (BiFunction<Integer, Integer, Integer>) (a, b) -> { class Local { int sum() { return a + b + field; } } return new Local().sum(); };
                    String block = \"""
                        text\"""; char c = block.charAt(0); Class<?> k = int[].class; ; { ; }
                    new Object() { void run() { l.add("inside"); } }.run();
                    return n.length == 0 ? make.get() : anonymous;
                  }
                """ + BAD_MOVE));
        assertTrue(keys(findings).contains("use.after.move"));
        assertTrue(Stream.of("not.understood").noneMatch(keys(findings)::contains), () -> findings.stream().map(MarkedSources::show)
                .collect(Collectors.joining("\n")));
    }

    @Test
    void codeThatNeverEnds_orIsNeverReached_isFine() {
        analyze(type("Never", """
                  static void forever(List<String> l) { while (true) { l.add("x"); } }
                  static void thrown() { throw new IllegalStateException(); }
                  static int both(boolean b) { try { if (b) { return 1; } throw new Error(); } finally { while (b) { } } }
                  static void dead(List<String> l) { if (false) { l.add("x"); } for (; false; ) { } do { break; } while (true); }
                  static int swallowed() { try { return 1; } finally { return 2; } }
                """.replace(" for (; false; ) { }", "") + BAD_MOVE));
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_25)
    void compactSourceFile_isAnalysed() {
        List<Finding> findings = analyze("// compact.java\nBlockingQueue<List<String>> queue = new LinkedBlockingQueue<>();\n"
                + "void main() throws InterruptedException {\n  List<String> order = new ArrayList<>();\n  queue.put(order);\n  order.add(\"late\");\n}\n");
        assertEquals(List.of("use.after.move"), keys(findings));
    }
}
