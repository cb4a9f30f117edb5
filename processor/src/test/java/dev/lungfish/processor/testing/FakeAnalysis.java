package dev.lungfish.processor.testing;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.AnalysisResult;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.finding.RelatedPoint;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.checker.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An analysis for tests of everything behind the analysis: each call of a method named {@code bad}, {@code maybe} or {@code open} is a
 * finding at level error, warning or note. A call of {@code twice} is two errors at one place, a call of {@code crash} a failure of the
 * analysis itself. The method around the call is the related point.
 */
public final class FakeAnalysis implements Function<Program, AnalysisResult> {
    /** How often it was asked, for tests that count. */
    public int runs;
    /** The classes of the last program, in its order. */
    public final List<String> classes = new ArrayList<>();

    @Override
    public AnalysisResult apply(Program program) {
        runs++;
        List<Finding> findings = new ArrayList<>();
        for (CompilationUnitTree unit : program.units()) {
            Program.topLevelClasses(unit).forEach(type -> classes.add(type.getSimpleName().toString()));
            new Calls(program, unit, findings).scan(unit, null);
        }
        TreeMap<String, Long> statistics = new TreeMap<>(Map.of("methods.seen", 7L, "moves.proved", 3L));
        return new AnalysisResult(findings, Map.of(), new TreeMap<>(), new TreeMap<>(), statistics);
    }

    private static final class Calls extends TreePathScanner<Void, Void> {
        private final Program program;
        private final CompilationUnitTree unit;
        private final List<Finding> findings;
        private final Positions positions;
        private String type = "";
        private MethodTree method;

        Calls(Program program, CompilationUnitTree unit, List<Finding> findings) {
            this.program = program;
            this.unit = unit;
            this.findings = findings;
            this.positions = new Positions(program.trees());
        }

        @Override
        public Void visitClass(ClassTree tree, Void nothing) {
            String outer = type;
            String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            type = outer.isEmpty() ? prefix + tree.getSimpleName() : outer + "." + tree.getSimpleName();
            super.visitClass(tree, nothing);
            type = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree tree, Void nothing) {
            method = tree;
            return super.visitMethod(tree, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void nothing) {
            String name = tree.getMethodSelect().toString();
            name = name.substring(name.lastIndexOf('.') + 1);
            SourcePoint at = positions.of(unit, tree);
            switch (name) {
                case "bad" -> add("use.after.move", Level.ERROR, at, "'order' is used here, but it was moved");
                case "maybe" -> add("move.not.owned", Level.WARNING, at, "'order' may belong to the caller");
                case "open" -> add("residual.check", Level.NOTE, at, "whether 'order' is isolated is checked at run time");
                case "twice" -> {
                    add("use.after.move", Level.ERROR, at, "first finding here");
                    add("move.shared", Level.ERROR, at, "second finding here");
                }
                case "crash" -> throw new IllegalStateException("the fake crashed");
                default -> {
                }
            }
            return super.visitMethodInvocation(tree, nothing);
        }

        private void add(String key, Level level, SourcePoint at, String headline) {
            String member = method == null ? type : type + "#" + method.getName() + "()";
            List<RelatedPoint> related = method == null ? List.of()
                    : List.of(new RelatedPoint(positions.of(unit, method.getBody()), "'order' was moved to another thread here"));
            findings.add(new Finding(RuleCatalog.of(key), level, at, headline, related, "use 'order' before the move", member, ""));
        }
    }
}
