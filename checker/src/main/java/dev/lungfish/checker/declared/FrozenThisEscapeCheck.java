package dev.lungfish.checker.declared;

import dev.lungfish.checker.frozen.ThisEscapes;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.TypeElement;

/** {@code frozen.this.escape}: constructors of frozen and thread-safe classes let the object out only after its last field is set. */
public final class FrozenThisEscapeCheck implements ProgramCheck {
    private static final String KEY = "frozen.this.escape";

    private final TypeVerdicts verdicts;

    public FrozenThisEscapeCheck(TypeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        FrozenReports reports = new FrozenReports(program, sink);
        program.survey().classes().forEach(path -> {
            if (program.trees().getElement(path) instanceof TypeElement type && isPromised(type)) {
                verdicts.thisEscapes().of(type).forEach(escape -> report(program, reports, type, escape));
            }
        });
    }

    private boolean isPromised(TypeElement type) {
        if (verdicts.frozenPromise(type).isPresent()) {
            return true;
        }
        Optional<TypeElement> promise = verdicts.promises().threadSafePromise(type);
        return promise.isPresent() && verdicts.promises().trustedThreadSafety(promise.get()).isEmpty();
    }

    private void report(Program program, FrozenReports reports, TypeElement type, ThisEscapes.Escape escape) {
        List<Violation.Step> steps = new ArrayList<>();
        String field = escape.field().getSimpleName().toString();
        if (escape.set() != null) {
            steps.add(reports.step("frozen.this.set.later", field, escape.set()));
        }
        reports.report(new Violation(KEY, Certainty.WITNESSED, KEY + "." + escape.way().name().toLowerCase(Locale.ROOT),
                List.of(type.getSimpleName().toString(), escape.name(), field), reports.declarations().placeOf(escape.place()), steps,
                Declarations.memberOf(FrozenFunctionCheck.around(program, escape.place()))));
    }
}
