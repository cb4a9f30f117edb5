package dev.lungfish.checker.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.FrozenSources;
import dev.lungfish.checker.testing.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Odd and extreme types get an answer: no hang, no crash. */
class RobustnessTest {
    private static TypeMirror field(Program program, String type, String name) {
        return fields(program, type).get(name).asType();
    }

    private static Map<String, VariableElement> fields(Program program, String type) {
        return ElementFilter.fieldsIn(program.elements().getTypeElement(type).getEnclosedElements()).stream()
                .collect(Collectors.toMap(f -> f.getSimpleName().toString(), f -> f));
    }

    @Test
    void nestedTypeArguments_200LevelsDeep_areAnswered() {
        String good = "Object";
        String frozen = "String";
        for (int i = 0; i < 200; i++) {
            frozen = "java.util.Optional<" + frozen + ">";
            good = "Box<" + good + ">";
        }
        Program program = Sources.attributeTexts("// Deep.java\nclass Deep { " + frozen + " frozen; " + good + " open; }\nrecord Box<T>(T value) { }\n");
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        assertTimeoutPreemptively(Duration.ofSeconds(90), () -> {
            assertTrue(verdicts.isFrozen(field(program, "Deep", "frozen")));
            assertFalse(verdicts.isFrozen(field(program, "Deep", "open")));
            assertTrue(verdicts.isTracked(field(program, "Deep", "open")));
            assertTrue(verdicts.neverFreezable(field(program, "Deep", "open")).isEmpty());
        });
    }

    @Test
    void recursionOfEveryKind_ends() {
        Program program = Sources.attributeTexts("""
                // Recursion.java
                import java.util.List;
                class Recursion<T extends Comparable<T>, S extends T> {
                    Self self; A a; Grow<String> grow; Grow<StringBuilder> bad; T t; S s; Curious<?> curious; Loop loop; Ring ring; List raw; Grow rawGrow;
                    Expr<Integer> expr; Outer.In in;
                }
                record Self(Self next, String x) { }
                record A(B b) { }
                record B(C c, A a) { }
                record C(A a, int[] data) { }
                record Grow<X>(X x, Grow<Grow<X>> next) { }
                final class Curious<E extends Curious<E>> { private E e; }
                final class Loop { private final Loop loop = this; private final Loop other = make(); private static Loop make() { return make(); } }
                final class Ring { private final List<Ring> rings = List.of(); private final Object x = twice(3); private static Object twice(int n) { return n == 0 ? "" : twice(n - 1); } }
                sealed interface Expr<T> permits Expr.Lit, Expr.Add { record Lit<T>(T v) implements Expr<T> { } record Add<T>(Expr<T> l, Expr<T> r) implements Expr<T> { } }
                final class Outer { private final In in = new In(); final class In { Outer out() { return Outer.this; } } }
                """);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        List<String> frozen = assertTimeoutPreemptively(Duration.ofSeconds(90), () -> fields(program, "Recursion").values().stream()
                .filter(f -> verdicts.isFrozen(f.asType()) | verdicts.isShareable(f.asType()) & verdicts.neverFreezable(f.asType()).isPresent())
                .map(f -> f.getSimpleName().toString()).sorted().toList());
        assertEquals(List.of("curious", "expr", "grow", "in", "loop", "ring", "self"), frozen);
    }

    @Test
    void longChainOfClasses_isAnsweredQuickly() {
        String chain = IntStream.range(0, 1500).mapToObj(i -> "record C" + i + "(C" + (i + 1) + " next) { }").collect(Collectors.joining("\n"));
        Program program = Sources.attributeTexts("// Chain.java\n" + chain + "\nrecord C1500(int[] end) { }\nclass Chain { C0 first; }\n");
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        assertTimeoutPreemptively(Duration.ofSeconds(90), () -> assertFalse(verdicts.isFrozen(field(program, "Chain", "first"))));
    }

    @Test
    void missingClassFiles_areUnknown(@TempDir Path folder) throws IOException {
        Path gone = Files.writeString(folder.resolve("Gone.java"), "package lib; public class Gone { }");
        Path uses = Files.writeString(folder.resolve("Uses.java"), """
                package lib;
                public final class Uses extends Gone {
                    private final String name = "x";
                }
                """);
        Path holds = Files.writeString(folder.resolve("Holds.java"), """
                package lib;
                public final class Holds {
                    public final Gone gone = null;
                    private final java.util.List<String> names = java.util.List.of();
                }
                """);
        Path fine = Files.writeString(folder.resolve("Fine.java"), """
                package lib;
                public record Fine(String name, int[] data) { }
                """);
        Path out = Files.createDirectory(folder.resolve("out"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertEquals(0, compiler.run(null, null, null, "-proc:none", "-d", out.toString(), gone.toString(), uses.toString(), holds.toString(), fine.toString()));
        Files.delete(out.resolve("lib").resolve("Gone.class"));
        Path source = Files.writeString(folder.resolve("Test.java"), "class Test { lib.Uses uses; lib.Holds holds; lib.Fine fine; }");
        Program program = Sources.attribute(List.of(source), "-classpath", out.toString());
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        for (String name : List.of("uses", "holds")) {
            TypeMirror type = field(program, "Test", name);
            assertTrue(verdicts.frozen(type) instanceof FrozenVerdict.Unknown, () -> verdicts.frozen(type).toString());
            assertTrue(verdicts.isTracked(type));
            assertTrue(verdicts.neverFreezable(type).isEmpty());
        }
        assertFalse(verdicts.isFrozen(field(program, "Test", "fine")));
    }

    @Test
    void everyTypeOfTheProgram_hasAnAnswer() {
        Program program = Sources.attributeTexts(FrozenSources.resource("Sample.java.txt"), """
                // NotThreadSafe.java
                package javax.annotation.concurrent;
                public @interface NotThreadSafe { }
                """);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        for (var unit : program.units()) {
            for (var path : program.survey().classesOf(unit)) {
                TypeElement type = (TypeElement) program.trees().getElement(path);
                verdicts.frozen(type.asType());
                verdicts.frozenExact(type.asType());
                verdicts.isTracked(type.asType());
                verdicts.neverFreezable(type.asType());
                verdicts.confinement(type.asType());
                verdicts.thisEscapes().of(type);
            }
        }
    }
}
