package dev.lungfish.checker.javac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.testing.Sources;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

/** The index gives what javac gives, for every tree and every declaration. */
class TreeIndexTest {
    private static final Program PROGRAM = Sources.attributeTexts("""
            // Shapes.java
            import java.util.*;
            import java.util.function.*;
            class Shapes {
                int a = 1, b = 2;
                final Supplier<List<String>> made = () -> { List<String> inField = new ArrayList<>(); return inField; };
                static final List<String> NAMES;
                static { List<String> inBlock = new ArrayList<>(); NAMES = inBlock; }
                { int inInstanceBlock = 3; a = inInstanceBlock; }
                final Runnable task = new Runnable() { int held; public void run() { int inAnonymous = held; } };
                Shapes(int given) { int inConstructor = given; }
                int sum(List<Integer> all) {
                    int total = 0;
                    for (int each : all) { total += each; }
                    Function<Integer, Integer> twice = n -> { int inLambda = n; return inLambda + inLambda; };
                    class Local { int m(int p) { int deep = p; return deep; } }
                    return twice.apply(total) + new Local().m(1);
                }
                record Point(int x, int y) { Point { int inCompact = x; } int both() { int z = x; return z; } }
                enum Op { PLUS { int apply() { int inConstant = 1; return inConstant; } }, MINUS; int apply() { return 0; } }
                interface Face { default int m() { int inDefault = 1; return inDefault; } }
            }
            ""","""
            // Other.java
            class Other { int same(int sum) { int total = sum; return total; } }
            """);

    private static List<TreePath> allPaths(CompilationUnitTree unit) {
        List<TreePath> all = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                if (tree != null) {
                    all.add(new TreePath(getCurrentPath(), tree));
                }
                return super.scan(tree, null);
            }
        }.scan(new TreePath(unit), null);
        return all;
    }

    @Test
    void pathOfEachTree_isThePathOfJavac() {
        int seen = 0;
        for (CompilationUnitTree unit : PROGRAM.units()) {
            for (TreePath expected : allPaths(unit)) {
                TreePath path = PROGRAM.index().path(unit, expected.getLeaf());
                assertNotNull(path, () -> "no path to " + expected.getLeaf());
                assertEquals(leaves(PROGRAM.trees().getPath(unit, expected.getLeaf())), leaves(path));
                seen++;
            }
        }
        assertTrue(seen > 200, () -> "only few trees were asked for");
    }

    @Test
    void declarationOfEachElement_isTheOneOfJavac() {
        List<String> names = new ArrayList<>();
        for (CompilationUnitTree unit : PROGRAM.units()) {
            for (TreePath path : allPaths(unit)) {
                Tree tree = path.getLeaf();
                Element element = tree instanceof VariableTree || tree instanceof MethodTree || tree instanceof ClassTree ? PROGRAM.trees().getElement(path) : null;
                if (element != null) {
                    assertSame(PROGRAM.trees().getTree(element), PROGRAM.index().declaration(element), element::toString);
                    names.add(element.getSimpleName().toString());
                }
            }
        }
        assertTrue(names.containsAll(List.of("b", "inField", "inBlock", "inInstanceBlock", "inAnonymous", "given", "each", "inLambda", "deep", "inCompact",
                "inConstant", "inDefault", "total")), names::toString);
    }

    @Test
    void whatIsOfAnotherCompilation_hasNoTree() {
        assertNull(PROGRAM.index().declaration(PROGRAM.elements().getTypeElement("java.util.ArrayList")));
        assertNull(PROGRAM.index().path((Element) PROGRAM.elements().getTypeElement("java.util.ArrayList").getEnclosedElements().get(0)));
    }

    private static List<Tree> leaves(TreePath path) {
        List<Tree> leaves = new ArrayList<>();
        path.forEach(leaves::add);
        return leaves;
    }
}
