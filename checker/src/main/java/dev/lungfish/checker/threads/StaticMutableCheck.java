package dev.lungfish.checker.threads;

import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.declared.Declarations;
import dev.lungfish.checker.declared.GuardAnnotations;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * {@code static.mutable}: a static that two threads reach, one of them writing, and that lives in none of the four places where a static
 * may live: frozen, thread-safe, a lock's region, one thread. One finding for each static, at an access of a task.
 */
public final class StaticMutableCheck implements ProgramCheck {
    private static final String KEY = "static.mutable";
    private static final int MOST_MEETINGS = 50;

    private final ThreadReach reach;
    private final TypeVerdicts verdicts;
    private final boolean strict;

    public StaticMutableCheck(ThreadReach reach, TypeVerdicts verdicts) {
        this(reach, verdicts, false);
    }

    /** @param strict whether all code is judged as code that opted in to the strict rules */
    public StaticMutableCheck(ThreadReach reach, TypeVerdicts verdicts, boolean strict) {
        this.reach = reach;
        this.verdicts = verdicts;
        this.strict = strict;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        if (strict || reach.startsAnything() || StrictClasses.areIn(program)) {
            new Run(program).check(sink);
        }
    }

    /** An access with the threads that make it. */
    private record Reached(AccessRoots.Access access, Body body, List<ThreadStart> starts, boolean fromOutside, Set<LockKey> locks) {
    }

    /** Two accesses that may meet; both are the same for a task that meets itself. */
    private record Meeting(Reached task, ThreadStart start, Reached other, Optional<ThreadStart> otherStart) {
    }

    private final class Run {
        private final Declarations declarations;
        private final GuardAnnotations guards;
        private final HeldLocks locks = new HeldLocks(reach);
        private final AccessRoots roots = new AccessRoots(reach, new Mutations(reach, verdicts, locks));
        private final GivenValues values = new GivenValues(reach, verdicts);
        private final StartOrder order = new StartOrder(reach);

        Run(Program program) {
            this.declarations = new Declarations(program);
            this.guards = new GuardAnnotations(program);
        }

        void check(Consumer<Violation> sink) {
            reach.index().staticUses().forEach((field, uses) -> {
                // The cheap questions first: nobody asks which threads there are because of a constant.
                if (reach.index().isSource((TypeElement) field.getEnclosingElement()) && field.getConstantValue() == null
                        && mayBeMutable(field) && isJudged(field, uses)) {
                    List<Reached> accesses = accesses(field, uses);
                    Optional<Meeting> meeting = meeting(accesses);
                    if (meeting.isPresent()) {
                        sink.accept(violation(field, meeting.get()));
                    } else if (strict || StrictClasses.isIn(field)) {
                        unprotected(field, accesses).ifPresent(sink);
                    }
                }
            });
        }

        /** Whether a task may use it, or any thread is taken to. */
        private boolean isJudged(VariableElement field, List<CodeIndex.StaticUse> uses) {
            return strict || StrictClasses.isIn(field) || uses.stream().anyMatch(this::mayBeReached);
        }

        private boolean mayBeReached(CodeIndex.StaticUse use) {
            return use.from().kind() != Body.Kind.STATIC_INIT && reach.isReachedByAny(use.from());
        }

        private boolean mayBeMutable(VariableElement field) {
            Set<Modifier> modifiers = field.getModifiers();
            if (!guards.ofVariable(field).isEmpty() || Annotations.confinement(field).isPresent()) {
                return false;
            }
            if (verdicts.confinement(field.asType()).isPresent()) {
                return false;
            }
            if (field.getKind() == ElementKind.ENUM_CONSTANT) {
                return !isProtectedValue(field);
            }
            boolean isStable = modifiers.contains(Modifier.FINAL) || modifiers.contains(Modifier.VOLATILE);
            return !isStable || !verdicts.fieldIsProtected(field) && !values.protectThemselves(field);
        }

        /** What code outside class initialisation does with the static. */
        private List<Reached> accesses(VariableElement field, List<CodeIndex.StaticUse> uses) {
            List<Reached> found = new ArrayList<>();
            for (CodeIndex.StaticUse use : uses) {
                boolean isIdentity = field.getModifiers().contains(Modifier.FINAL) && Shapes.isIdentityUse(use.path());
                if (use.from().kind() != Body.Kind.STATIC_INIT && !isIdentity) {
                    roots.of(use.path(), use.from()).forEach(access -> reached(calm(access, field)).ifPresent(found::add));
                }
            }
            boolean isAssigned = found.stream().anyMatch(reached -> reached.access().ofVariable());
            return isAssigned || !isProtectedValue(field) ? found : List.of();
        }

        /** Assigning a volatile publishes what is assigned: only changes behind it can race. */
        private static AccessRoots.Access calm(AccessRoots.Access access, VariableElement field) {
            boolean isHarmless = access.ofVariable() && field.getModifiers().contains(Modifier.VOLATILE);
            return isHarmless ? new AccessRoots.Access(access.at(), access.in(), false, true) : access;
        }

        private Optional<Reached> reached(AccessRoots.Access access) {
            Body body = access.in();
            List<ThreadStart> starts = reach.startsOf(body);
            boolean outside = body.kind() != Body.Kind.STATIC_INIT && reach.isReachedFromOutside(body);
            if (starts.isEmpty() && !outside) {
                return Optional.empty();
            }
            return Optional.of(new Reached(access, body, starts, outside, locks.at(access.at(), body)));
        }

        private boolean isFromKnownThread(Reached reached) {
            return reached.fromOutside() && reach.isReachedFromKnownThread(reached.body());
        }

        private boolean isProtectedValue(VariableElement field) {
            return verdicts.isFrozen(field.asType()) || verdicts.isShareable(field.asType());
        }

        /** One of the pairs of accesses that may meet: a certain one, if one of the first that are found is. */
        private Optional<Meeting> meeting(List<Reached> accesses) {
            Optional<Meeting> first = Optional.empty();
            int looked = 0;
            List<Reached> byWeight = new ArrayList<>(accesses);
            byWeight.sort(Comparator.comparing(reached -> !reached.access().writes()));
            for (Reached task : byWeight) {
                for (ThreadStart start : task.starts()) {
                    Optional<Meeting> found = meeting(task, start, accesses);
                    if (found.filter(this::isCertain).isPresent()) {
                        return found;
                    }
                    first = first.or(() -> found);
                    if (found.isPresent() && ++looked == MOST_MEETINGS) {
                        return first;
                    }
                }
            }
            return first;
        }

        private Optional<Meeting> meeting(Reached task, ThreadStart start, List<Reached> accesses) {
            List<Meeting> possible = new ArrayList<>();
            for (Reached other : accesses) {
                if (!task.access().writes() && !other.access().writes() || haveACommonLock(task, other)) {
                    continue;
                }
                for (ThreadStart second : other.starts()) {
                    if (second.equals(start) ? start.many() : !second.isSameThread(start) && !order.areOneAfterTheOther(start, second)) {
                        possible.add(new Meeting(task, start, other, Optional.of(second)));
                    }
                }
                if (other.fromOutside() && mayMeetOutside(start, other)) {
                    possible.add(new Meeting(task, start, other, Optional.empty()));
                }
            }
            return possible.stream().min(Comparator.comparing((Meeting m) -> !isCertain(m)).thenComparing(m -> m.otherStart().isEmpty() && !isFromKnownThread(m.other()))
                    .thenComparing(m -> m.other() == task));
        }

        /** In classes that several threads are known to use, any two accesses may meet. */
        private Optional<Violation> unprotected(VariableElement field, List<Reached> accesses) {
            for (Reached write : accesses) {
                boolean isAlone = write.access().writes() && accesses.stream().anyMatch(other -> !haveACommonLock(write, other));
                if (isAlone) {
                    List<String> names = List.of(field.getSimpleName().toString(), field.getEnclosingElement().getSimpleName().toString());
                    return Optional.of(new Violation(KEY, Certainty.WITNESSED, "static.mutable.unprotected", names, placeOf(write), List.of(),
                            Declarations.memberOf(write.body().member())));
                }
            }
            return Optional.empty();
        }

        /** Code outside may itself be of a named thread, so that only main and its like are sure to be another one. */
        private boolean mayMeetOutside(ThreadStart start, Reached other) {
            if (start.manner() == ThreadStart.Manner.CONFINED && !isFromKnownThread(other)) {
                return false;
            }
            return !order.isBefore(other.access().at(), other.body(), start) && !order.isAfter(other.access().at(), other.body(), start);
        }

        private boolean haveACommonLock(Reached one, Reached two) {
            Set<LockKey> common = new HashSet<>(one.locks());
            common.retainAll(two.locks());
            return common.stream().anyMatch(LockKey::isGlobal);
        }

        private Violation violation(VariableElement field, Meeting meeting) {
            String name = field.getSimpleName().toString();
            Reached task = meeting.task();
            List<Violation.Step> steps = new ArrayList<>();
            steps.addAll(Steps.of(reach, declarations, meeting.start(), task.body()));
            boolean meetsItself = meeting.other() == task && meeting.otherStart().filter(meeting.start()::equals).isPresent();
            if (!meetsItself) {
                meeting.otherStart().filter(second -> !second.equals(meeting.start()))
                        .ifPresent(second -> Steps.of(reach, declarations, second, meeting.other().body()).forEach(step -> steps.add(step.inAnotherThread())));
                String message = meeting.other().access().writes() ? "static.mutable.also.written" : "static.mutable.also.read";
                steps.add(new Violation.Step(message, List.of(name), placeOf(meeting.other())).inAnotherThread());
            }
            String message = meetsItself || meeting.start().many() && meeting.otherStart().filter(meeting.start()::equals).isPresent()
                    ? task.access().writes() ? "static.mutable.written.by.many" : "static.mutable.read.by.many"
                    : task.access().writes() ? "static.mutable.written" : "static.mutable.read";
            return new Violation(KEY, isCertain(meeting) ? Certainty.WITNESSED : Certainty.POSSIBLE, message, List.of(name), placeOf(task), steps,
                    Declarations.memberOf(task.body().member()));
        }

        /** Whether no call on the way of either thread may as well go to another method. */
        private boolean isCertain(Meeting meeting) {
            return reach.surelyReaches(meeting.start(), meeting.task().body()) && meeting.otherStart()
                    .map(second -> reach.surelyReaches(second, meeting.other().body())).orElseGet(() -> reach.isSurelyReachedFromKnownThread(meeting.other().body()));
        }

        private SourcePoint placeOf(Reached reached) {
            return declarations.placeOf(reached.access().at());
        }
    }
}
