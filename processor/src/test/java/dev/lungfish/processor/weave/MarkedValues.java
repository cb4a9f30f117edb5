package dev.lungfish.processor.weave;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.AnalysisResult;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.residual.ResidualCheck;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An analysis for tests of the weaver: wherever the value of a variable is used whose name starts with {@code checked}, its isolation is left
 * to the run time; for {@code parts} it is that the elements are disjoint, for {@code written} that it is not frozen.
 */
final class MarkedValues implements Function<Program, AnalysisResult> {
    @Override
    public AnalysisResult apply(Program program) {
        SortedMap<ResidualCheck, String> found = new TreeMap<>();
        Positions positions = new Positions(program.trees());
        for (CompilationUnitTree unit : program.units()) {
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitIdentifier(IdentifierTree name, Void unused) {
                    kindOf(name.getName().toString()).ifPresent(kind -> {
                        SourcePoint at = positions.of(unit, name);
                        found.put(new ResidualCheck(kind, at, at, "m", List.of(), "Member"), "because");
                    });
                    return null;
                }
            }.scan(unit, null);
        }
        return new AnalysisResult(List.of(), Map.of(), found, new TreeMap<>());
    }

    private static java.util.Optional<ResidualCheck.Kind> kindOf(String name) {
        return java.util.Optional.ofNullable(name.startsWith("checked") ? ResidualCheck.Kind.ISOLATED
                : name.startsWith("parts") ? ResidualCheck.Kind.DISJOINT : name.startsWith("written") ? ResidualCheck.Kind.NOT_FROZEN : null);
    }
}
