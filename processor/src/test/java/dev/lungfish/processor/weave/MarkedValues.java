package dev.lungfish.processor.weave;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.AnalysisResult;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.residual.ResidualCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * An analysis for tests of the weaver: wherever the value of a variable is used whose name starts with {@code checked}, its isolation is left
 * to the run time; for {@code parts} it is that the elements are disjoint, for {@code written} that it is not frozen, for {@code guarded} that the
 * lock in its field {@code lock} is held. Fields named {@code touch} and calls
 * of {@code call} are asked for the thread.
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
                        String detail = kind == ResidualCheck.Kind.HELD ? "lock" : kind == ResidualCheck.Kind.ON_THREAD ? "EDT" : "";
                        found.put(new ResidualCheck(kind, at, at, "m", List.of(), detail, "Member"), "because");
                    });
                    return null;
                }

                @Override
                public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
                    if (call.getMethodSelect() instanceof MemberSelectTree select && select.getIdentifier().toString().startsWith("call")) {
                        SourcePoint at = positions.of(unit, call);
                        found.put(new ResidualCheck(ResidualCheck.Kind.ON_THREAD, at, at, "", List.of(), "EDT", "Member"), "");
                    }
                    return super.visitMethodInvocation(call, null);
                }
            }.scan(unit, null);
        }
        return new AnalysisResult(List.of(), Map.of(), new TreeMap<>(), found, new TreeMap<>());
    }

    private static Optional<ResidualCheck.Kind> kindOf(String name) {
        Map<String, ResidualCheck.Kind> kinds = Map.of("checked", ResidualCheck.Kind.ISOLATED, "parts", ResidualCheck.Kind.DISJOINT, "written",
                ResidualCheck.Kind.NOT_FROZEN, "guarded", ResidualCheck.Kind.HELD, "touch", ResidualCheck.Kind.ON_THREAD);
        return kinds.keySet().stream().filter(name::startsWith).findFirst().map(kinds::get);
    }
}
