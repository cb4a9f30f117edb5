package dev.lungfish.checker.threads;

import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.declared.Declarations;
import dev.lungfish.checker.declared.GuardAnnotations;
import dev.lungfish.checker.frozen.FrozenVerdict;
import dev.lungfish.checker.frozen.Reading;
import dev.lungfish.checker.frozen.Reason;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * {@code threadsafe.unprotected}: each instance field of a class that is declared thread-safe is final and frozen or thread-safe, volatile
 * and frozen, or in the region of a lock, declared or by every access. {@code @ThreadSafe(trusted = ..)} is believed.
 */
public final class ThreadSafeFieldsCheck implements ProgramCheck {
    private static final String KEY = "threadsafe.unprotected";

    private final ThreadReach reach;
    private final TypeVerdicts verdicts;

    public ThreadSafeFieldsCheck(ThreadReach reach, TypeVerdicts verdicts) {
        this.reach = reach;
        this.verdicts = verdicts;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        Run run = new Run(program, sink);
        program.survey().classes().forEach(path -> {
            if (program.trees().getElement(path) instanceof TypeElement type) {
                promiseOf(type).ifPresent(promise -> run.fieldsOf(type, promise));
            }
        });
    }

    /** The class or supertype that declares thread-safety, unless it asks to be trusted. Ours holds for subclasses too. */
    private Optional<TypeElement> promiseOf(TypeElement type) {
        if (!type.getKind().isClass() || Annotations.isNotThreadSafe(type)) {
            return Optional.empty();
        }
        Optional<TypeElement> promise = verdicts.promises().threadSafePromise(type);
        return promise.filter(p -> Annotations.trustedBecause(type).isEmpty() && Annotations.trustedBecause(p).isEmpty()
                && (p.equals(type) || Annotations.isOurThreadSafe(p)));
    }

    private final class Run {
        private final Consumer<Violation> sink;
        private final Declarations declarations;
        private final GuardAnnotations guards;
        private final Positions positions;
        private final GivenValues values = new GivenValues(reach, verdicts);
        private final FieldUses uses = new FieldUses(reach, new HeldLocks(reach));

        Run(Program program, Consumer<Violation> sink) {
            this.sink = sink;
            this.declarations = new Declarations(program);
            this.guards = new GuardAnnotations(program);
            this.positions = new Positions(program.trees());
        }

        void fieldsOf(TypeElement type, TypeElement promise) {
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (!field.getModifiers().contains(Modifier.STATIC) && guards.ofVariable(field).isEmpty()
                        && Annotations.confinement(field).isEmpty() && !verdicts.fieldIsProtected(field)
                        && !values.protectThemselves(field) && !uses.isGuardedEverywhere(field)) {
                    sink.accept(violation(field, type, promise));
                }
            }
        }

        private Violation violation(VariableElement field, TypeElement type, TypeElement promise) {
            String name = field.getSimpleName().toString();
            String owner = type.getSimpleName().toString();
            List<Violation.Step> steps = type.equals(promise) ? List.of()
                    : List.of(new Violation.Step("threadsafe.unprotected.promise", List.of(promise.getSimpleName().toString(), owner),
                            declarations.nameOf(promise)));
            boolean isVolatile = field.getModifiers().contains(Modifier.VOLATILE);
            if (!isVolatile && !verdicts.effectivelyFinal(field)) {
                Optional<FieldUses.Forgotten> forgotten = uses.forgotten(field);
                if (forgotten.isPresent()) {
                    return forgotten(field, name, owner, steps, forgotten.get());
                }
                return new Violation(KEY, Certainty.WITNESSED, "threadsafe.unprotected.plain", List.of(name, owner), declarations.nameOf(field),
                        steps, Declarations.memberOf(field));
            }
            FrozenVerdict verdict = verdicts.fieldVerdict(field, Reading.SHARING);
            String message = isVolatile ? "threadsafe.unprotected.volatile" : "threadsafe.unprotected.content";
            return new Violation(KEY, certaintyOf(verdict), message, List.of(name, owner, pathOf(verdict, field)), declarations.nameOf(field), steps,
                    Declarations.memberOf(field));
        }

        private Violation forgotten(VariableElement field, String name, String owner, List<Violation.Step> steps, FieldUses.Forgotten use) {
            List<Violation.Step> all = new ArrayList<>(steps);
            all.add(new Violation.Step("threadsafe.unprotected.without", List.of(name, use.lock().shown()),
                    positions.of(use.use().getCompilationUnit(), use.use().getLeaf())));
            return new Violation(KEY, Certainty.WITNESSED, "threadsafe.unprotected.lock", List.of(name, owner, use.lock().shown()),
                    declarations.nameOf(field), all, Declarations.memberOf(field));
        }

        private static Certainty certaintyOf(FrozenVerdict verdict) {
            return verdict instanceof FrozenVerdict.Mutable mutable && !isOpen(mutable.reason()) ? Certainty.WITNESSED : Certainty.POSSIBLE;
        }

        /** Reasons that say only that nobody knows what stands behind the type. */
        private static boolean isOpen(Reason reason) {
            return switch (reason) {
                case ANY_IMPLEMENTATION, FUNCTION, OPEN_CLASS, TYPE_VARIABLE, NOT_KNOWN -> true;
                case NOT_FINAL, LIBRARY, ARRAY, ARRAY_LET_OUT, THREAD_SAFE, VIEW, COPY, CAPTURED, OUTER_INSTANCE, THIS_ESCAPES, NEVER -> false;
            };
        }

        private static String pathOf(FrozenVerdict verdict, VariableElement field) {
            if (verdict instanceof FrozenVerdict.Mutable mutable) {
                return mutable.path();
            }
            return verdict instanceof FrozenVerdict.Unknown unknown ? unknown.path() : field.getSimpleName() + ": " + field.asType();
        }
    }
}
