package dev.lungfish.checker.threads;

import com.sun.source.tree.Tree;
import dev.lungfish.checker.declared.Annotations;
import dev.lungfish.checker.declared.Declarations;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.checker.threads.ConfinedTouches.Touch;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code confined.wrong.thread}: state that belongs to one thread, by {@code @Confined} or by a type model, touched by code that another
 * thread runs. Code of which nobody knows the thread is judged in strict code only.
 */
public final class ConfinedCheck implements ProgramCheck {
    private static final String KEY = "confined.wrong.thread";
    /** The one thread that a running program can be asked about: any other is known by the name in the annotation only. */
    private static final String EVENT_DISPATCH = "EDT";
    private static final Set<String> DECLARING = Set.of("Confined", "RegionAware");

    private final SortedSet<ResidualCheck> residuals = new TreeSet<>();
    private final ThreadReach reach;
    private final TypeVerdicts verdicts;
    private final boolean strict;

    public ConfinedCheck(ThreadReach reach, TypeVerdicts verdicts) {
        this(reach, verdicts, false);
    }

    /** @param strict whether all code is judged as code that opted in to the strict rules */
    public ConfinedCheck(ThreadReach reach, TypeVerdicts verdicts, boolean strict) {
        this.reach = reach;
        this.verdicts = verdicts;
        this.strict = strict;
    }

    /** What the last run left to the run time, in source order: touches by strict code of which nobody knows the thread. */
    public SortedSet<ResidualCheck> residuals() {
        return residuals;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        boolean isDeclared = strict || program.survey().hasAnnotation(DECLARING);
        if (reach.startsAnything() || isDeclared) {
            new Run(program, sink).check(isDeclared);
        }
    }

    private final class Run {
        private final Consumer<Violation> sink;
        private final Declarations declarations;
        private final ConfinedTouches finder = new ConfinedTouches(reach, verdicts);
        private final Map<Body, List<Touch>> touches = new HashMap<>();
        private final Map<Body, Optional<String>> threads = new HashMap<>();
        private final Set<Tree> reported = new HashSet<>();

        Run(Program program, Consumer<Violation> sink) {
            this.sink = sink;
            this.declarations = new Declarations(program);
        }

        void check(boolean isDeclared) {
            for (ThreadStart start : reach.starts()) {
                started(start);
            }
            if (isDeclared) {
                for (Body body : reach.index().bodies()) {
                    declared(body);
                }
            }
        }

        private void started(ThreadStart start) {
            for (Body body : reach.bodiesOf(start)) {
                boolean isItself = body.equals(start.body());
                // The cheap questions first: hardly any body touches what belongs to one thread.
                if (!touches(body).isEmpty() && (isItself || threadOf(body).isEmpty()) && isReachedFreely(start, body)) {
                    for (Touch touch : touches(body)) {
                        boolean isRight = start.manner() == ThreadStart.Manner.CONFINED && start.thread().equals(touch.thread());
                        if (!isRight && reported.add(touch.at().getLeaf())) {
                            report("confined.wrong.thread.task", touch, body, Steps.of(reach, declarations, start, body), Certainty.WITNESSED);
                        }
                    }
                }
            }
        }

        /** Whether no call on the way asks for the thread, and none enters code of a named thread: that call is what is wrong then. */
        private boolean isReachedFreely(ThreadStart start, Body body) {
            return reach.chain(start, body).stream()
                    .allMatch(hop -> threadOf(hop.to()).isEmpty() && !ThreadGuards.isGuarded(hop.at(), hop.from()));
        }

        /** Code that is declared to run on one thread, and strict code of which nothing is known. */
        private void declared(Body body) {
            Optional<String> thread = threadOf(body);
            boolean isStrict = strict || Annotations.isRegionAware(body.member());
            boolean isUnknown = thread.isEmpty() && isStrict && reach.startsOf(body).isEmpty();
            if (thread.isEmpty() && !isUnknown) {
                return;
            }
            for (Touch touch : touches(body)) {
                if (thread.filter(touch.thread()::equals).isEmpty() && reported.add(touch.at().getLeaf())) {
                    if (isUnknown) {
                        report("confined.wrong.thread.unknown", touch, body, List.of(), Certainty.POSSIBLE);
                        ask(touch, body);
                    } else {
                        Violation.Step step = new Violation.Step("threads.confined", List.of(thread.get()), declarations.nameIn(body.path()));
                        report("confined.wrong.thread.other", touch, body, List.of(step), Certainty.WITNESSED);
                    }
                }
            }
        }

        private void ask(Touch touch, Body body) {
            if (touch.thread().equals(EVENT_DISPATCH)) {
                SourcePoint at = declarations.placeOf(touch.at());
                residuals.add(new ResidualCheck(ResidualCheck.Kind.ON_THREAD, at, at, "", List.of(), touch.thread(), Declarations.memberOf(body.member())));
            }
        }

        private Optional<String> threadOf(Body body) {
            return threads.computeIfAbsent(body, finder::threadOf);
        }

        private List<Touch> touches(Body body) {
            return touches.computeIfAbsent(body, finder::of);
        }

        private void report(String message, Touch touch, Body body, List<Violation.Step> steps, Certainty certainty) {
            sink.accept(new Violation(KEY, certainty, message, List.of(touch.name(), touch.thread()), declarations.placeOf(touch.at()), steps,
                    Declarations.memberOf(body.member())));
        }
    }
}
