package dev.lungfish.checker.declared;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.frozen.FrozenVerdict;
import dev.lungfish.checker.frozen.FunctionVerdict;
import dev.lungfish.checker.frozen.PrivateArrays;
import dev.lungfish.checker.frozen.Reading;
import dev.lungfish.checker.frozen.Reason;
import dev.lungfish.checker.frozen.SourceFields;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * {@code frozen.mutable.part} in declarations: every class that promises to be frozen, by itself or by a supertype, has final fields of
 * frozen parts only. Arrays that get out, and writes to their elements, are reported where that happens.
 */
public final class FrozenClassCheck implements ProgramCheck {
    private final TypeVerdicts verdicts;

    public FrozenClassCheck(TypeVerdicts verdicts) {
        this.verdicts = verdicts;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        FrozenReports reports = new FrozenReports(program, sink);
        program.survey().classes().forEach(path -> {
            if (program.trees().getElement(path) instanceof TypeElement type && !type.getKind().isInterface()) {
                verdicts.frozenPromise(type).ifPresent(promise -> new Subject(reports, path, type, promise).check());
            }
        });
    }

    private final class Subject {
        private final FrozenReports reports;
        private final TreePath path;
        private final TypeElement type;
        private final List<Violation.Step> promise;
        private final String name;
        private final List<String> containerOf;

        Subject(FrozenReports reports, TreePath path, TypeElement type, TypeElement promise) {
            this.reports = reports;
            this.path = path;
            this.type = type;
            this.promise = promise.equals(type) ? List.of() : List.of(reports.promise(promise));
            this.containerOf = verdicts.promises().containerOf(type);
            String simple = type.getSimpleName().toString();
            this.name = simple.isEmpty() ? promise.getSimpleName() + " {..}" : simple;
        }

        void check() {
            superclass();
            captures();
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (!field.getModifiers().contains(Modifier.STATIC)) {
                    field(field);
                }
            }
        }

        private void superclass() {
            TypeMirror superclass = type.getSuperclass();
            if (type.getKind() != ElementKind.CLASS || superclass.getKind() != TypeKind.DECLARED
                    || verdicts.frozenPromise((TypeElement) ((DeclaredType) superclass).asElement()).isPresent()) {
                return;
            }
            FrozenVerdict verdict = verdicts.frozenExactPart(superclass);
            if (!isContained(verdict)) {
                reports.mutablePart(verdict, name, place(), promise, type);
            }
        }

        /** What instances take along besides their fields. */
        private void captures() {
            boolean isInner = type.getNestingKind() == NestingKind.MEMBER && !type.getModifiers().contains(Modifier.STATIC);
            boolean isLocal = type.getNestingKind() == NestingKind.LOCAL || type.getNestingKind() == NestingKind.ANONYMOUS;
            if (type.getKind() == ElementKind.CLASS && (isInner || isLocal)) {
                reports.mutablePart(new FunctionVerdict(verdicts).of(name, path, Reading.DECLARED), name, place(), promise, type);
            }
        }

        private SourcePoint place() {
            return path.getParentPath().getLeaf() instanceof NewClassTree ? reports.declarations().placeOf(path.getParentPath())
                    : ((ClassTree) path.getLeaf()).getSimpleName().isEmpty() ? reports.declarations().placeOf(path)
                    : reports.declarations().nameIn(path);
        }

        private void field(VariableElement field) {
            FrozenVerdict verdict = verdicts.fieldVerdict(field, Reading.DECLARED);
            if (verdict.isFrozen() || isContained(verdict)) {
                return;
            }
            SourcePoint at = verdicts.sourceCode().fieldPath(field).map(p -> reports.declarations().nameIn(p)).orElse(place());
            if (verdict instanceof FrozenVerdict.Mutable mutable && mutable.reason() == Reason.ARRAY_LET_OUT) {
                Optional<PrivateArrays.Leak> leak = verdicts.privateArrays().leak(field);
                if (leak.isPresent() && leaked(field, leak.get(), mutable, at)) {
                    return;
                }
            }
            reports.mutablePart(verdict, name, at, steps(field), field);
        }

        /** Reports where the array gets out; false if that is the field itself, as for a record's own accessor. */
        private boolean leaked(VariableElement field, PrivateArrays.Leak leak, FrozenVerdict.Mutable verdict, SourcePoint at) {
            SourcePoint place = reports.declarations().placeOf(leak.place());
            if (place.line() == at.line()) {
                return false;
            }
            List<Violation.Step> steps = new ArrayList<>(promise);
            steps.add(new Violation.Step("frozen.array.part", List.of(field.getSimpleName().toString()), at));
            if (leak.kind() == PrivateArrays.Kind.WRITTEN) {
                reports.report(new Violation("frozen.write", Certainty.WITNESSED, "frozen.write.array.part",
                        List.of(name, field.getSimpleName().toString()), place, steps, Declarations.memberOf(field)));
            } else {
                reports.mutablePart(verdict, name, place, steps, field);
            }
            return true;
        }

        /** A type parameter that {@code @Immutable(containerOf = ..)} names is a condition on uses, not a mutable part. */
        private boolean isContained(FrozenVerdict verdict) {
            return verdict instanceof FrozenVerdict.Mutable mutable && mutable.reason() == Reason.TYPE_VARIABLE
                    && containerOf.contains(mutable.path().substring(mutable.path().lastIndexOf(' ') + 1));
        }

        private List<Violation.Step> steps(VariableElement field) {
            List<Violation.Step> steps = new ArrayList<>(promise);
            for (SourceFields.Write write : verdicts.sourceFields().writes(field)) {
                if (write.value() != null && write.own()) {
                    steps.add(reports.step("frozen.part.given", field.getSimpleName().toString(), write.place().getParentPath()));
                    break;
                }
            }
            return steps;
        }
    }
}
