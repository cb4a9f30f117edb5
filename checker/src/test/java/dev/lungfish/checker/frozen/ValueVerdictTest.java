package dev.lungfish.checker.frozen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.testing.FrozenSources;
import dev.lungfish.checker.testing.Sources;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Verdicts on expressions: local variables whose names say what is due. */
class ValueVerdictTest {
    @Test
    void initialisers_ofLocals_haveTheVerdictOfTheirName() {
        Program program = Sources.attributeTexts("""
                // Expressions.java
                import dev.lungfish.annotation.Frozen;
                import java.util.*;
                import java.util.function.*;
                class Expressions {
                    record Point(int x) { }
                    static class Open { final int x = 1; }
                    enum Kind { A; private int n; void bump() { n++; } }
                    enum Fine { A }
                    static final List<String> NAMES = List.of("a");
                    static final List<String> BLOCK;
                    static { BLOCK = List.of("b"); }
                    private final @Frozen Expressions other = null;
                    List<String> field = new ArrayList<>();
                    @Frozen List<String> promised() { return List.of(); }
                    List<String> overridable() { return List.of(); }
                    private List<String> fixed(boolean b) { return b ? List.of() : NAMES; }
                    void run(List<String> given, @Frozen List<String> frozen, List raw, Map<String, @Frozen List<String>> index, boolean b) {
                        Object yesLiteral = "a";
                        Object yesNull = null;
                        Object yesRecord = new Point(1);
                        Object yesExact = new Open();
                        Object yesMonitor = new Object();
                        Object yesList = List.of(new Point(1), "a");
                        Object yesCopy = List.copyOf(given);
                        Object yesConstant = NAMES;
                        Object yesBlock = BLOCK;
                        Object yesParameter = frozen;
                        Object yesCast = (Collection<String>) frozen;
                        Object yesPart = other.field;
                        Object yesCall = promised();
                        Object yesFixed = fixed(b);
                        Object yesChoice = b ? 1 : List.of("x");
                        Object yesElement = List.of(List.of("a")).get(0);
                        Object yesEnum = Fine.A;
                        Object yesEmptyArray = new String[0];
                        Object yesAlias = yesCopy;
                        Function<String, String> yesLambda = s -> s + NAMES + frozen;
                        Object yesContents = Map.copyOf(index);
                        Object noArrayList = new ArrayList<String>();
                        Object noGiven = given;
                        Object noRaw = List.copyOf(raw);
                        Object noArray = new int[] {1};
                        Object noOverridable = overridable();
                        Object noField = field;
                        Object noEnum = Kind.A;
                        Object noChoice = b ? 1 : given;
                        Object noView = Collections.unmodifiableList(given);
                        Function<String, Boolean> noLambda = s -> given.contains(s);
                        Object noDeep = List.of(given);
                        Object noIterator = List.of("a").iterator();
                        Object noAnonymous = new Open() { int y; };
                        Object noAlias = noGiven;
                    }
                }
                """);
        TypeVerdicts verdicts = FrozenSources.verdicts(program);
        List<String> wrong = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                String name = tree.getName().toString();
                if (name.startsWith("yes") || name.startsWith("no")) {
                    seen.add(name);
                    FrozenVerdict verdict = new ValueVerdict(verdicts).of(new TreePath(getCurrentPath(), tree.getInitializer()));
                    if (verdict.isFrozen() != name.startsWith("yes")) {
                        wrong.add(name + " " + verdict);
                    }
                }
                return super.visitVariable(tree, unused);
            }
        }.scan(program.units().get(0), null);
        assertEquals(List.of(), wrong);
        assertEquals(35, seen.size());
    }
}
