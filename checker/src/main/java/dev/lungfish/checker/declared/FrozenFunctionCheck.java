package dev.lungfish.checker.declared;

import com.sun.source.util.TreePath;
import dev.lungfish.checker.frozen.FrozenVerdict;
import dev.lungfish.checker.frozen.FunctionVerdict;
import dev.lungfish.checker.frozen.Reading;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Violation;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * {@code frozen.mutable.part} of lambdas and method references: where the functional interface promises frozen instances, they take along
 * frozen values only.
 */
public final class FrozenFunctionCheck implements ProgramCheck {
    private static final String MESSAGE = FrozenReports.KEY + ".captured";

    private final TypeVerdicts verdicts;

    public FrozenFunctionCheck(TypeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        FrozenReports reports = new FrozenReports(program, sink);
        program.survey().functions().forEach(path -> function(program, reports, path));
    }

    private void function(Program program, FrozenReports reports, TreePath path) {
        TypeMirror target = program.trees().getTypeMirror(path);
        if (target == null || target.getKind() != TypeKind.DECLARED) {
            return;
        }
        TypeElement type = (TypeElement) ((DeclaredType) target).asElement();
        verdicts.frozenPromise(type).ifPresent(promise -> {
            String name = type.getSimpleName().toString();
            FrozenVerdict verdict = new FunctionVerdict(verdicts).of(name, path, Reading.DECLARED);
            String found = verdict instanceof FrozenVerdict.Mutable mutable ? mutable.path()
                    : verdict instanceof FrozenVerdict.Unknown unknown ? unknown.path() : "";
            if (!found.isEmpty()) {
                Certainty certainty = verdict instanceof FrozenVerdict.Mutable ? Certainty.WITNESSED : Certainty.POSSIBLE;
                reports.report(new Violation(FrozenReports.KEY, certainty, MESSAGE, List.of(name, found), reports.declarations().placeOf(path),
                        List.of(reports.promise(promise)), Declarations.memberOf(around(program, path))));
            }
        });
    }

    /** The member, or else the class, around a place. */
    static Element around(Program program, TreePath place) {
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            boolean isMember = switch (at.getLeaf().getKind()) {
                case METHOD, CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> true;
                case VARIABLE -> at.getParentPath().getLeaf() instanceof com.sun.source.tree.ClassTree;
                default -> false;
            };
            Element element = isMember ? program.trees().getElement(at) : null;
            if (element != null) {
                return element;
            }
        }
        throw new IllegalStateException("an expression outside of any class");
    }
}
