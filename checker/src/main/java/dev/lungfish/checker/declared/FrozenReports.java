package dev.lungfish.checker.declared;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.frozen.FrozenVerdict;
import dev.lungfish.checker.frozen.Reason;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Makes violations of verdicts that say "not frozen". */
final class FrozenReports {
    static final String KEY = "frozen.mutable.part";

    private final Declarations declarations;
    private final Consumer<Violation> sink;

    FrozenReports(Program program, Consumer<Violation> sink) {
        this.declarations = new Declarations(program);
        this.sink = sink;
    }

    Declarations declarations() {
        return declarations;
    }

    /**
     * Reports a mutable part, if the verdict says that there is one.
     *
     * @param subject what is promised to be frozen, as the headline names it
     */
    void mutablePart(FrozenVerdict verdict, String subject, SourcePoint at, List<Violation.Step> steps, Element member) {
        if (verdict instanceof FrozenVerdict.Mutable mutable) {
            report(mutable.reason(), mutable.path(), Certainty.WITNESSED, subject, at, steps, member);
        } else if (verdict instanceof FrozenVerdict.Unknown unknown) {
            report(unknown.reason(), unknown.path(), Certainty.POSSIBLE, subject, at, steps, member);
        }
    }

    private void report(Reason reason, String path, Certainty certainty, String subject, SourcePoint at, List<Violation.Step> steps, Element member) {
        boolean isWhole = !path.contains(": ");
        String what = isWhole ? path : path.substring(path.lastIndexOf(": ") + 2);
        sink.accept(new Violation(KEY, certainty, KEY + "." + reason.id(), List.of(subject, isWhole ? subject + ": " + path : path, what),
                at, steps, Declarations.memberOf(member)));
    }

    void report(Violation violation) {
        sink.accept(violation);
    }

    /** Where the promise was made. */
    Violation.Step promise(TypeElement promised) {
        return new Violation.Step("frozen.promised", List.of(promised.getSimpleName().toString()), declarations.nameOf(promised));
    }

    Violation.Step step(String message, String name, TreePath path) {
        return new Violation.Step(message, List.of(name), declarations.placeOf(path));
    }
}
