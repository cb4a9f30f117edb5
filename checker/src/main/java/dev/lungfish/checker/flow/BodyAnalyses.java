package dev.lungfish.checker.flow;

import com.sun.source.tree.Tree;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.Violation;
import dev.lungfish.checker.residual.ResidualCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;

/** The analyses of bodies that have been started, by their trees, so that a sweep does not repeat the fixpoint. */
final class BodyAnalyses {
    private final World world;
    private final Map<Tree, BodyAnalysis> all = new IdentityHashMap<>();
    /** The graphs of bodies that are solved again. */
    private final Map<Tree, ControlFlowGraph> kept = new IdentityHashMap<>();
    private final Summaries summaries;
    private final List<Deferred> deferred = new ArrayList<>();
    private final Map<SourcePoint, Assumption> assumptions = new TreeMap<>();
    private final Set<ResidualCheck> residuals = new TreeSet<>();
    private long graphs;
    private long proved;

    /** A move that is right if every caller lets go of the argument. */
    private record Deferred(Assumption assumption, Violation violation) {
    }

    /** A call was judged as if the method owned this formal. */
    private record Assumption(ExecutableElement method, int formal) {
    }

    BodyAnalyses(World world) {
        this.world = world;
        this.summaries = new Summaries(world, this);
    }

    Summaries summaries() {
        return summaries;
    }

    /** The summary of a body, after its fixpoint. */
    Summary summarize(Body body) {
        return analysis(body).summary();
    }

    /** Tells what is wrong in a body and in the lambdas in it. */
    void sweep(Body body, Consumer<Violation> sink) {
        analysis(body).sweep(sink);
    }

    private BodyAnalysis analysis(Body body) {
        BodyAnalysis analysis = all.get(body.tree());
        if (analysis == null) {
            ControlFlowGraph known = kept.remove(body.tree());
            graphs += known == null ? 1 : 0;
            analysis = new BodyAnalysis(world, body, known == null ? BodyAnalysis.graphOf(body, world) : known, summaries, this);
            all.put(body.tree(), analysis);
            analysis.solve();
        }
        return analysis;
    }

    /** A body is solved again with what is known by now. */
    void forget(Tree body) {
        BodyAnalysis analysis = all.remove(body);
        if (analysis != null) {
            kept.put(body, analysis.graph());
        }
    }

    /** The callers decide whether this move is right. */
    void deferred(Body body, int formal, Violation violation) {
        deferred.add(new Deferred(new Assumption(body.method(), formal), violation));
    }

    /** This call was judged as if the method owned the formal. */
    void assume(SourcePoint call, ExecutableElement method, int formal) {
        assumptions.put(call, new Assumption(method, formal));
    }

    /** Puts the blame where it belongs: on the method that moves what a caller keeps, with that caller as a point of the story. */
    List<Violation> settle(List<Violation> found) {
        Map<Assumption, Violation> refuted = new HashMap<>();
        List<Violation> settled = new ArrayList<>();
        for (Violation violation : found) {
            Assumption assumption = assumptionBehind(violation);
            if (assumption == null) {
                settled.add(violation);
            } else {
                refuted.putIfAbsent(assumption, violation);
            }
        }
        Set<Assumption> called = new HashSet<>(assumptions.values());
        List<Violation> refused = new ArrayList<>();
        for (Deferred wait : deferred) {
            Violation caller = refuted.get(wait.assumption());
            if (caller != null) {
                List<Violation.Step> steps = new ArrayList<>(wait.violation().steps());
                steps.add(new Violation.Step("step.caller.keeps", List.of(wait.violation().names().get(0)), caller.at()));
                Violation v = wait.violation();
                refused.add(new Violation(v.key(), v.certainty().and(caller.certainty()), v.message(), v.names(), v.at(), steps, v.member()));
            } else if (!called.contains(wait.assumption())) {
                Violation v = wait.violation();
                refused.add(new Violation(v.key(), v.certainty().and(Certainty.POSSIBLE), v.message(), v.names(), v.at(), v.steps(), v.member()));
            }
        }
        settled.removeIf(violation -> follows(violation, refused));
        settled.addAll(refused);
        joinRounds(settled);
        return settled;
    }

    /** A task that meets itself in the next round of a loop is no second deed: it makes the hand-over certain. */
    private static void joinRounds(List<Violation> settled) {
        for (Violation use : List.copyOf(settled)) {
            settled.stream().filter(move -> isNextRound(use, move)).findFirst().ifPresent(move -> {
                List<Violation.Step> steps = new ArrayList<>(move.steps());
                steps.add(new Violation.Step("step.round", List.of(), use.at()));
                Certainty surer = move.certainty().compareTo(use.certainty()) <= 0 ? move.certainty() : use.certainty();
                settled.set(settled.indexOf(move), new Violation(move.key(), surer, move.message(), move.names(), move.at(), steps, move.member()));
                settled.remove(use);
            });
        }
    }

    /** Whether the use is the making, or the handing over, of the same task that is handed over there. */
    private static boolean isNextRound(Violation use, Violation move) {
        boolean same = use.message().equals("use.after.move.again") || use.steps().stream().anyMatch(step -> step.at().equals(use.at()));
        return same && use.key().equals("use.after.move") && move.key().equals("move.not.owned")
                && use.steps().stream().anyMatch(step -> step.at().equals(move.at()));
    }

    /** A refused move changes nothing: what is used after it is no second deed. */
    private static boolean follows(Violation use, List<Violation> refused) {
        return use.key().equals("use.after.move") && use.steps().stream().filter(step -> step.message().startsWith("step.moved") || step.message().startsWith("step.lent"))
                .anyMatch(step -> refused.stream().anyMatch(move -> move.at().equals(step.at())));
    }

    private Assumption assumptionBehind(Violation violation) {
        if (violation.key().equals("move.not.owned") && assumptions.containsKey(violation.at())) {
            return assumptions.get(violation.at());
        }
        if (violation.key().equals("use.after.move")) {
            for (Violation.Step step : violation.steps()) {
                if (step.message().startsWith("step.moved") && assumptions.containsKey(step.at())) {
                    return assumptions.get(step.at());
                }
            }
        }
        return null;
    }

    /** This is left to the run time. */
    void leave(ResidualCheck check) {
        residuals.add(check);
    }

    Set<ResidualCheck> residuals() {
        return residuals;
    }

    void countProved(boolean told) {
        proved += told ? 1 : 0;
    }

    long proved() {
        return proved;
    }

    long graphs() {
        return graphs;
    }
}
