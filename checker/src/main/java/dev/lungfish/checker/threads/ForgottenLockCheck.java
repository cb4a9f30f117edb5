package dev.lungfish.checker.threads;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.declared.Declarations;
import dev.lungfish.checker.declared.GuardAnnotations;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Proposes {@code @InRegion} for a private field that nobody annotated: every write of it, or of what it refers to, happens under one lock,
 * and somebody reads it without. A proposal, so a note; a warning in strict code, and where the field is asked without the lock and again
 * under it. One for each field. Classes that promise to be thread-safe are asked for more, by {@link ThreadSafeFieldsCheck}.
 */
public final class ForgottenLockCheck implements ProgramCheck {
    private static final String KEY = "region.not.open";
    private static final Set<Modifier> OTHERS = Set.of(Modifier.STATIC, Modifier.VOLATILE);
    private static final Set<String> LOCKING = Set.of("lock", "tryLock", "lockInterruptibly", "writeLock", "tryWriteLock", "writeLockInterruptibly");

    private final ThreadReach reach;
    private final TypeVerdicts verdicts;
    private final boolean strict;

    /** @param strict whether all code is judged as code that opted in to the strict rules */
    public ForgottenLockCheck(ThreadReach reach, TypeVerdicts verdicts, boolean strict) {
        this.reach = reach;
        this.verdicts = verdicts;
        this.strict = strict;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        Run run = new Run(program);
        for (CompilationUnitTree unit : program.units()) {
            if (program.survey().isSynchronized(unit) || program.survey().calls(unit, LOCKING)) {
                for (TreePath path : program.survey().classesOf(unit)) {
                    if (program.trees().getElement(path) instanceof TypeElement type) {
                        run.fieldsOf(type, sink);
                    }
                }
            }
        }
    }

    /** A read or write of the field that is named there, or of what it refers to, and the locks by the names that its object, or everybody, has. */
    private record Access(TreePath name, TreePath at, Body in, boolean writes, Set<LockKey> held) {
        Overlaps.Place place() {
            return new Overlaps.Place(name, in);
        }
    }

    private final class Run {
        private final Declarations declarations;
        private final GuardAnnotations guards;
        private final HeldLocks locks = new HeldLocks(reach);
        private final LockNames names = new LockNames(reach);
        private final Mutations mutations = new Mutations(reach, verdicts, locks);
        private final AccessRoots roots = new AccessRoots(reach, mutations);
        private final GivenValues values = new GivenValues(reach, verdicts);
        private final FieldUses uses = new FieldUses(reach, locks);
        private final Unshared unshared = new Unshared(reach, new CallersOf(reach));
        private final Publications publications = new Publications(reach);
        private final Overlaps overlaps = new Overlaps(reach, uses);

        Run(Program program) {
            this.declarations = new Declarations(program);
            this.guards = new GuardAnnotations(program);
        }

        void fieldsOf(TypeElement type, Consumer<Violation> sink) {
            if (verdicts.promises().threadSafePromise(type).isPresent() || Annotations.isNotThreadSafe(type) || Annotations.confinement(type).isPresent()) {
                return;
            }
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                if (field.getModifiers().contains(Modifier.PRIVATE) && field.getModifiers().stream().noneMatch(OTHERS::contains)
                        && guards.ofVariable(field).isEmpty() && Annotations.confinement(field).isEmpty() && !isProtected(field)) {
                    proposal(field).ifPresent(sink);
                }
            }
        }

        private boolean isProtected(VariableElement field) {
            return verdicts.effectivelyFinal(field) && mutations.isProtected(field.asType()) || values.protectThemselves(field);
        }

        private Optional<Violation> proposal(VariableElement field) {
            List<Access> accesses = accesses(field);
            List<Access> writes = accesses.stream().filter(Access::writes).toList();
            return lockOf(writes, accesses).flatMap(lock -> accesses.stream().filter(read -> !read.held().contains(lock) && !publications.isPublished(read.at(), writes.stream().map(Access::at).toList()))
                    .flatMap(read -> writes.stream().filter(write -> overlaps.mayMeet(read.place(), write.place())).limit(1)
                            .map(write -> violation(field, lock, read, write, accesses)))
                    .findFirst());
        }

        /** The lock that every write holds; of several the one that most uses hold. */
        private Optional<LockKey> lockOf(List<Access> writes, List<Access> accesses) {
            return writes.isEmpty() ? Optional.empty() : common(writes).stream().min(Comparator
                    .comparing((LockKey lock) -> -accesses.stream().filter(access -> access.held().contains(lock)).count()).thenComparing(LockKey::shown));
        }

        private Set<LockKey> common(List<Access> writes) {
            Set<LockKey> common = new HashSet<>(writes.get(0).held());
            writes.forEach(write -> common.retainAll(write.held()));
            return common;
        }

        private List<Access> accesses(VariableElement field) {
            List<Access> found = new ArrayList<>();
            boolean isFixed = verdicts.effectivelyFinal(field);
            for (TreePath use : uses.of(field, true)) {
                Optional<Body> body = reach.bodyAround(use);
                if (body.isEmpty() || unshared.isUsed(use, field, body.get())) {
                    continue;
                }
                for (AccessRoots.Access access : roots.of(use, body.get())) {
                    if (access.writes() || !isFixed || Shapes.isLookedInto(use)) {
                        Set<LockKey> held = locks.at(access.at(), access.in());
                        found.add(new Access(use, access.at(), access.in(), access.writes(), access.in().equals(body.get())
                                ? names.seenByOwner(use, field, held) : Set.of()));
                    }
                }
            }
            return found;
        }

        private Violation violation(VariableElement field, LockKey lock, Access read, Access write, List<Access> accesses) {
            String name = field.getSimpleName().toString();
            boolean isAskedAgain = isAskedAgain(read, lock, accesses);
            String message = isAskedAgain ? "region.not.open.asked.again" : verdicts.effectivelyFinal(field) ? "region.not.open.forgotten.content" : "region.not.open.forgotten";
            String written = lock.path().get(lock.path().size() - 1).equals(field) ? "itself" : lock.shown();
            String step = verdicts.effectivelyFinal(field) ? "step.changed.under" : "step.written.under";
            boolean isStrict = strict || Annotations.isRegionAware(field.getEnclosingElement());
            return new Violation(KEY, isAskedAgain || isStrict ? Certainty.POSSIBLE : Certainty.UNPROVED, message, List.of(name, lock.shown(), written),
                    declarations.placeOf(read.at()), List.of(new Violation.Step(step, List.of(name, lock.shown()), declarations.placeOf(write.at())).inAnotherThread()),
                    Declarations.memberOf(read.in().member()));
        }

        /** Double-checked: asked in a condition without the lock, and once more in the same code under it. */
        private boolean isAskedAgain(Access read, LockKey lock, List<Access> accesses) {
            return isCondition(read.at()) && accesses.stream().anyMatch(again -> !again.writes() && again.in().equals(read.in()) && again.held().contains(lock)
                    && isCondition(again.at()));
        }

        private boolean isCondition(TreePath place) {
            for (TreePath path = place; path.getParentPath() != null && Body.kindOf(path.getLeaf()) == null; path = path.getParentPath()) {
                Tree around = path.getParentPath().getLeaf();
                if (around instanceof IfTree choice) {
                    return choice.getCondition() == path.getLeaf();
                }
            }
            return false;
        }
    }
}
