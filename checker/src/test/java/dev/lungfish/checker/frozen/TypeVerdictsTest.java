package dev.lungfish.checker.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.FrozenSources;
import dev.lungfish.checker.testing.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.junit.jupiter.api.Test;

/** The verdicts on types: a table of library types and sample classes, and the paths that the verdicts give. */
class TypeVerdictsTest {
    private static final String JAVAX_STUB = """
            // NotThreadSafe.java
            package javax.annotation.concurrent;
            public @interface NotThreadSafe { }
            """;

    private record Row(String type, boolean frozen, boolean shareable) {
    }

    @Test
    void table_ofTypes_hasBothVerdicts() {
        List<Row> rows = FrozenSources.resource("types.tsv").lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t")).map(cells -> new Row(cells[0], cells[1].equals("yes"), cells[2].equals("yes"))).toList();
        assertTrue(rows.size() >= 150, "the table got short: " + rows.size());
        StringBuilder fields = new StringBuilder("// Table.java\n@SuppressWarnings(\"rawtypes\")\nabstract class Table {\n");
        for (int i = 0; i < rows.size(); i++) {
            fields.append(rows.get(i).type()).append(" f").append(i).append(";\n");
        }
        Program program = Sources.attributeTexts(fields + "}\n", FrozenSources.resource("Sample.java.txt"), JAVAX_STUB);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        List<VariableElement> declared = ElementFilter.fieldsIn(program.elements().getTypeElement("Table").getEnclosedElements());
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TypeMirror type = declared.get(i).asType();
            expected.add(rows.get(i).toString());
            found.add(new Row(rows.get(i).type(), verdicts.isFrozen(type), verdicts.isShareable(type)).toString());
        }
        assertEquals(String.join("\n", expected), String.join("\n", found));
    }

    @Test
    void mutablePart_isReachedOverSeveralSteps_pathNamesEachOfThem() {
        Program program = Sources.attributeTexts("""
                // Order.java
                import java.util.ArrayList;
                import java.util.List;
                record Order(String id, java.util.Optional<Line> line) {
                    record Line(String text, ArrayList<String> tags) { }
                }
                record Plain(java.util.Date day) { }
                record Boxed<T>(T value) { }
                record Uses(Boxed<Boxed<StringBuilder>> box) { }
                final class Late { int count; }
                """);
        assertEquals("Order.line[*].tags: java.util.ArrayList", path(program, "Order"));
        assertEquals("Plain.day: java.util.Date", path(program, "Plain"));
        assertEquals("Uses.box.value.value: java.lang.StringBuilder", path(program, "Uses"));
        assertEquals("Late.count: int", path(program, "Late"));
        assertEquals("Boxed.value: T", path(program, "Boxed"));
    }

    @Test
    void effectivelyFinalFields_countForSharing_notForDeclarations() {
        Program program = Sources.attributeTexts("""
                // Fields.java
                import java.util.List;
                final class Fields {
                    private int constructorOnly;
                    private int method;
                    private int lambda;
                    int visible;
                    private final List<String> copied = List.copyOf(List.of("a"));
                    private final List<String> given;
                    private List<String> initialised = List.of();
                    Fields(List<String> given, Fields other) {
                        this.given = given;
                        constructorOnly = 1;
                        method = 1;
                        lambda = 2;
                        Runnable later = () -> lambda = 3;
                    }
                    void set() { method = 2; }
                }
                """);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        TypeElement type = program.elements().getTypeElement("Fields");
        List<String> finals = ElementFilter.fieldsIn(type.getEnclosedElements()).stream().filter(verdicts::effectivelyFinal)
                .map(field -> field.getSimpleName().toString()).toList();
        List<String> frozen = ElementFilter.fieldsIn(type.getEnclosedElements()).stream().filter(verdicts::fieldIsFrozenValue)
                .map(field -> field.getSimpleName().toString()).toList();
        assertEquals(List.of("constructorOnly", "copied", "given", "initialised"), finals);
        assertEquals(List.of("constructorOnly", "copied", "initialised"), frozen);
        assertFalse(verdicts.fieldVerdict(ElementFilter.fieldsIn(type.getEnclosedElements()).get(0), Reading.DECLARED).isFrozen());
    }

    @Test
    void tracked_isWhatIsNeitherFrozenNorShareable() {
        Program program = Sources.attributeTexts("""
                // Tracked.java
                import dev.lungfish.annotation.Frozen;
                import java.util.List;
                import java.util.concurrent.*;
                abstract class Tracked<T, @Frozen F, N extends Integer> {
                    T yes1; List<String> yes2; int[] yes3; Future<List<String>> yes4; CompletableFuture<StringBuilder> yes5; Object yes6;
                    F no1; N no2; String no3; Future<String> no4; ExecutorService no5; @Frozen List<StringBuilder> no6; int no7;
                    CompletableFuture<Integer> no8; ConcurrentHashMap<String, String> no9;
                }
                """);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        String tracked = ElementFilter.fieldsIn(program.elements().getTypeElement("Tracked").getEnclosedElements()).stream()
                .filter(field -> verdicts.isTracked(field.asType())).map(field -> field.getSimpleName().toString()).collect(Collectors.joining(" "));
        assertEquals("yes1 yes2 yes3 yes4 yes5 yes6", tracked);
    }

    @Test
    void neverFreezable_findsTheNearestBlocker() {
        Program program = Sources.attributeTexts("""
                // Never.java
                import java.util.*;
                import java.util.concurrent.atomic.AtomicInteger;
                class Plain { int x; List<String> names; Plain next; }
                class Holder { Plain plain; Worker worker; }
                class Worker { List<Thread> threads; }
                class Counter { private final AtomicInteger hits = new AtomicInteger(); }
                class Pool extends Thread { }
                @dev.lungfish.annotation.ThreadSafe class Registry { private volatile String last; }
                class Owner { Registry registry; }
                class Locked { final java.util.concurrent.locks.Lock lock = new java.util.concurrent.locks.ReentrantLock(); int[] data; }
                """);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        assertEquals(List.of("-", "Holder.worker.threads[*]: java.lang.Thread", "Counter.hits: java.util.concurrent.atomic.AtomicInteger", "Pool", "-",
                "Owner.registry: Registry"), List.of("Plain", "Holder", "Counter", "Pool", "Locked", "Owner").stream()
                        .map(name -> verdicts.neverFreezable(program.elements().getTypeElement(name).asType()).orElse("-")).toList());
    }

    @Test
    void useAndConfinement_areReadFromAnnotationsAndModels() {
        Program program = Sources.attributeTexts("""
                // Uses.java
                import dev.lungfish.annotation.*;
                import java.util.List;
                class Uses<@Frozen T> {
                    @Frozen List<String> use;
                    List<String> plain;
                    Promise byClass;
                    T byVariable;
                    Panel panel;
                    javax.swing.JLabel label;
                    @Frozen interface Promise { }
                    @Confined("UI") static class Panel { }
                }
                """);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        List<VariableElement> fields = ElementFilter.fieldsIn(program.elements().getTypeElement("Uses").getEnclosedElements());
        assertEquals(List.of("use", "byClass", "byVariable"), fields.stream().filter(f -> verdicts.isFrozenUse(f.asType()))
                .map(f -> f.getSimpleName().toString()).toList());
        assertEquals("UI", verdicts.confinement(fields.get(4).asType()).orElse(""));
        assertEquals("EDT", verdicts.confinement(fields.get(5).asType()).orElse(""));
        assertTrue(verdicts.confinement(fields.get(1).asType()).isEmpty());
    }

    private static String path(Program program, String type) {
        FrozenVerdict verdict = FrozenSources.verdicts(program).frozen(program.elements().getTypeElement(type).asType());
        return verdict instanceof FrozenVerdict.Mutable mutable ? mutable.path() : verdict.toString();
    }
}
