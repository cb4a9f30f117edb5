package dev.lungfish.checker.flow;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.Failures;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.model.ContractFile;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.region.Violation;
import dev.lungfish.checker.residual.ResidualCheck;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The flow analysis of a whole compilation: finds the methods that matter, solves them, and tells what is wrong in them. */
public final class RegionAnalysis implements ProgramCheck {
    private final TypeVerdicts verdicts;
    private final LibraryModels models;
    private final AnalysisOptions options;
    private final FieldFacts fields;
    private final SortedMap<String, Long> statistics = new TreeMap<>();
    private Map<String, String> contracts = Map.of();
    private SortedMap<String, SortedMap<String, SortedMap<String, String>>> reliance = new TreeMap<>();
    private final SortedSet<ResidualCheck> residuals = new TreeSet<>();

    /** @param fields answers about all uses of a field */
    public RegionAnalysis(TypeVerdicts verdicts, LibraryModels models, FieldFacts fields, AnalysisOptions options) {
        this.fields = fields;
        this.verdicts = verdicts;
        this.models = models;
        this.options = options;
    }

    /** The contract files of the last run, by class. */
    public Map<String, String> contracts() {
        return contracts;
    }

    /** What the verdicts of the last run rest on: by class, class relied on and method, the words of its contract. Empty if there are no contracts. */
    public SortedMap<String, SortedMap<String, SortedMap<String, String>>> reliance() {
        return reliance;
    }

    /** What the last run left to the run time, in source order. */
    public SortedSet<ResidualCheck> residuals() {
        return residuals;
    }

    /** Counts of the last run. */
    public SortedMap<String, Long> statistics() {
        return statistics;
    }

    @Override
    public void check(Program program, Consumer<Violation> sink) {
        World world = new World(program, verdicts, models, fields, options);
        BodyAnalyses analyses = new BodyAnalyses(world);
        Relevance relevance = new Relevance(world);
        world.mattering(relevance::mattersDirectly);
        List<Violation> found = new ArrayList<>();
        Set<ExecutableElement> roots = roots(world, relevance, analyses, found);
        for (ExecutableElement root : roots) {
            Body body = analyses.summaries().bodyOf(world.classes().sourceOf(root));
            guarded(world, body, found, () -> analyses.sweep(body, found::add));
        }
        Initialisers.of(world, relevance, method -> roots.contains(method)
                && analyses.summaries().of(method, (TypeElement) method.getEnclosingElement()).concernsCallers())
                .forEach(body -> guarded(world, body, found, () -> analyses.sweep(body, found::add)));
        OverrideContracts overrides = new OverrideContracts(world, analyses.summaries());
        world.classes().all().forEach(source -> overrides.check(source, found::add));
        analyses.settle(found).forEach(sink);
        world.written().problems().forEach(sink);
        SortedMap<String, ContractFile> written = new ContractWriter(world, analyses.summaries()).write(roots, relevance);
        contracts = new TreeMap<>();
        written.forEach((type, contract) -> contracts.put(type, contract.text()));
        reliance = options.contracts() == AnalysisOptions.Contracts.OFF ? new TreeMap<>() : new Reliance(world, written).ofAll();
        residuals.addAll(analyses.residuals());
        long methods = 0;
        for (Classes.Source source : world.classes().all()) {
            methods += source.tree().getBody() == null ? 0 : 1;
        }
        statistics.put("methods.seen", methods);
        statistics.put("methods.mattered", (long) roots.size());
        statistics.put("graphs.built", analyses.graphs());
        statistics.put("moves.proved", analyses.proved());
        statistics.put("assumed.methods", world.assumed());
        statistics.put("trusted.models", world.believed());
        statistics.put("contracts.read", world.written().read());
        statistics.put("contracts.written", (long) contracts.size());
    }

    /** The methods that matter by themselves, and those that call a method whose summary says that it hands something over. */
    private Set<ExecutableElement> roots(World world, Relevance relevance, BodyAnalyses analyses, List<Violation> found) {
        Set<ExecutableElement> roots = new LinkedHashSet<>();
        for (Classes.Source source : world.classes().all()) {
            if (source.tree().getBody() != null && relevance.mattersDirectly(source.method())) {
                roots.add(source.method());
            }
        }
        Deque<ExecutableElement> unasked = new ArrayDeque<>(roots);
        while (!unasked.isEmpty()) {
            ExecutableElement root = unasked.remove();
            Body body = analyses.summaries().bodyOf(world.classes().sourceOf(root));
            guarded(world, body, found, () -> {
                if (analyses.summaries().of(root, body.type()).concernsCallers()) {
                    relevance.callersOf(root).stream().filter(roots::add).forEach(unasked::add);
                }
            });
        }
        return roots;
    }

    /** An internal failure ends the analysis of one method, not the build. */
    private static void guarded(World world, Body body, List<Violation> found, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | StackOverflowError failure) {
            found.add(Failures.asViolation(body.member(), failure, world.point(body.unit(), body.tree()), body.member()));
        }
    }
}
