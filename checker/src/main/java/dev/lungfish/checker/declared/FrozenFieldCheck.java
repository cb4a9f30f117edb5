package dev.lungfish.checker.declared;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.frozen.FrozenVerdict;
import dev.lungfish.checker.frozen.Reading;
import dev.lungfish.checker.frozen.SourceFields;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.frozen.ValueVerdict;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Violation;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * {@code frozen.mutable.part} of fields whose type says {@code @Frozen}: the initialiser and what constructors and static blocks assign is frozen. Other
 * assignments depend on the state at a program point and are judged there.
 */
public final class FrozenFieldCheck implements ProgramCheck {
    private final TypeVerdicts verdicts;

    public FrozenFieldCheck(TypeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        FrozenReports reports = new FrozenReports(program, sink);
        program.survey().classes().forEach(path -> {
            if (program.trees().getElement(path) instanceof TypeElement type) {
                for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                    if (verdicts.promises().isFrozenUse(field.asType())) {
                        field(reports, field);
                    }
                }
            }
        });
    }

    private void field(FrozenReports reports, VariableElement field) {
        verdicts.sourceFields().initializer(field).ifPresent(value -> value(reports, field, value, value.getParentPath()));
        for (SourceFields.Write write : verdicts.sourceFields().writes(field)) {
            boolean isInitialising = write.own() || field.getModifiers().containsAll(List.of(Modifier.STATIC, Modifier.FINAL));
            if (isInitialising && write.value() != null) {
                value(reports, field, write.value(), write.place().getParentPath());
            }
        }
    }

    private void value(FrozenReports reports, VariableElement field, TreePath value, TreePath assignment) {
        String name = field.getSimpleName().toString();
        FrozenVerdict verdict = new ValueVerdict(verdicts).of(name, value, Reading.SHARING);
        boolean isInitializer = assignment.getLeaf() instanceof com.sun.source.tree.VariableTree;
        var at = isInitializer ? reports.declarations().nameIn(assignment) : reports.declarations().placeOf(assignment);
        List<Violation.Step> steps = isInitializer ? List.of()
                : List.of(new Violation.Step("frozen.field.promised", List.of(name), reports.declarations().nameOf(field)));
        reports.mutablePart(verdict, name, at, steps, field);
    }
}
