package dev.lungfish.checker.threads;

import dev.lungfish.checker.declared.Declarations;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** How a thread comes to a piece of code, as steps of a story: the start, then at most two calls. Stateless. */
final class Steps {
    private static final int CALLS_SHOWN = 2;

    private Steps() {
    }

    static List<Violation.Step> of(ThreadReach reach, Declarations declarations, ThreadStart start, Body body) {
        List<Violation.Step> steps = new ArrayList<>();
        steps.add(new Violation.Step(messageOf(start), List.of(start.thread()), declarations.placeOf(start.site())));
        List<ThreadReach.Hop> calls = reach.chain(start, body).stream().filter(hop -> hop.to().kind() == Body.Kind.METHOD).toList();
        for (ThreadReach.Hop hop : calls.subList(Math.max(0, calls.size() - CALLS_SHOWN), calls.size())) {
            String name = Declarations.shortName((ExecutableElement) hop.to().member());
            steps.add(new Violation.Step("threads.calls", List.of(name), declarations.placeOf(hop.at())));
        }
        return steps;
    }

    private static String messageOf(ThreadStart start) {
        boolean byLibrary = start.site().getLeaf() == start.body().path().getLeaf();
        return switch (start.manner()) {
            case TASK, ORDERED -> byLibrary ? "threads.run.by.library" : start.many() ? "threads.started.many" : "threads.started";
            case PARALLEL -> byLibrary ? "threads.run.by.library.many" : "threads.started.parallel";
            case CONFINED -> "threads.confined";
        };
    }
}
