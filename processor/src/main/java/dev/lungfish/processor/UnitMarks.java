package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import dev.lungfish.checker.finding.Finding;

/** What the annotations of one compilation unit say about reporting: suppressions, and code that a tool generated. */
record UnitMarks(Declarations declarations, Suppressions suppressions) {
    private static final String GENERATED = "Generated";

    static UnitMarks of(Trees trees, CompilationUnitTree unit) {
        Declarations declarations = Declarations.of(trees, unit);
        return new UnitMarks(declarations, Suppressions.of(declarations));
    }

    /** Whether the finding stands in code with a {@code @Generated} annotation, whatever package that comes from. */
    boolean isGenerated(Finding finding) {
        return !finding.origin().isEmpty() || !declarations.around(finding.at().start(), GENERATED).isEmpty();
    }
}
