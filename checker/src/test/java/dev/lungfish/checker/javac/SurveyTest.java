package dev.lungfish.checker.javac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.testing.Sources;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private final Program program = Sources.attributeTexts("""
            // Shop.java
            package shop;
            import java.util.*;
            import java.util.function.*;
            @SuppressWarnings("all")
            class Shop {
                final Map<String, List<Integer>> stock = new HashMap<>();
                synchronized void open() {
                    class Local { }
                    Runnable r = () -> new Object() { int sum() { return List.<Integer>of(1).size(); } }.sum();
                    Function<Object, String> f = Object::toString;
                }
                enum Size { SMALL { @Override public String toString() { return "s"; } } }
            }
            """, """
            // Till.java
            package shop;
            class Till {
                void count() { notifyNobody(); }
                void notifyNobody() { }
            }
            """);
    private final Survey survey = program.survey();
    private final CompilationUnitTree shop = program.units().get(0);
    private final CompilationUnitTree till = program.units().get(1);

    @Test
    void classes_areFoundWhereverTheyStand_inSourceOrder() {
        assertEquals(List.of("Shop", "Local", "", "Size", "", "Till"), survey.classes().map(path -> program.trees().getElement(path).getSimpleName().toString()).toList());
        assertEquals(List.of("Till"), survey.classesOf(till).stream().map(path -> program.trees().getElement(path).getSimpleName().toString()).toList());
    }

    @Test
    void paths_areThoseOfTheCompiler() {
        List<TreePath> all = new java.util.ArrayList<>(survey.classes().toList());
        survey.functions().forEach(all::add);
        survey.typeArguments().forEach(all::add);
        for (TreePath path : all) {
            TreePath known = program.trees().getPath(path.getCompilationUnit(), path.getLeaf());
            for (TreePath at = path; at != null; at = at.getParentPath(), known = known.getParentPath()) {
                assertSame(known.getLeaf(), at.getLeaf());
            }
        }
    }

    @Test
    void functionsAndTypeArguments_areAllFound() {
        assertEquals(2, survey.functions().count());
        assertEquals(List.of("Map<String, List<Integer>>", "List<Integer>", "HashMap<>", "List.<Integer>of(1)", "Function<Object, String>"),
                survey.typeArguments().map(path -> path.getLeaf().toString()).toList());
    }

    @Test
    void names_areKnownFileByFile() {
        assertTrue(survey.hasAnnotation(shop, Set.of("SuppressWarnings")));
        assertTrue(survey.hasAnnotation(shop, Set.of("Override", "Other")));
        assertFalse(survey.hasAnnotation(till, Set.of("SuppressWarnings", "Override")));
        assertTrue(survey.hasAnnotation(Set.of("Override")));
        assertTrue(survey.isSynchronized(shop));
        assertFalse(survey.isSynchronized(till));
        assertTrue(survey.calls(till, Set.of("notifyNobody")));
        assertTrue(survey.calls(shop, Set.of("of")));
        assertFalse(survey.calls(till, Set.of("count")));
    }
}
