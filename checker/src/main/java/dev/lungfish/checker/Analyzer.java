package dev.lungfish.checker;

import dev.lungfish.checker.declared.AnnotationCheck;
import dev.lungfish.checker.declared.FrozenDeclarations;
import dev.lungfish.checker.declared.OverrideCheck;
import dev.lungfish.checker.declared.TrustedClaims;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.flow.FieldFacts;
import dev.lungfish.checker.flow.RegionAnalysis;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.javac.ProgramCheck;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.region.Violation;
import dev.lungfish.checker.report.Explainer;
import dev.lungfish.checker.report.Messages;
import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.checker.threads.ConfinedCheck;
import dev.lungfish.checker.threads.ForgottenLockCheck;
import dev.lungfish.checker.threads.GuardedFields;
import dev.lungfish.checker.threads.ParameterWrites;
import dev.lungfish.checker.threads.StaticMutableCheck;
import dev.lungfish.checker.threads.ThreadReach;
import dev.lungfish.checker.threads.ThreadSafeFieldsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Analyses one compilation. Not thread-safe: confined to the compiler's thread; two compilations use two analyzers. */
public final class Analyzer {
    private final AnalysisOptions options;

    public Analyzer(AnalysisOptions options) {
        this.options = options;
    }

    /** All findings of the program. An internal failure becomes a finding that names the place; it never leaves this method. */
    public AnalysisResult analyze(Program program) {
        List<Violation> violations = new ArrayList<>();
        KnownTypes types = KnownTypes.load(options.models());
        LibraryModels models = LibraryModels.load(options.models());
        TypeVerdicts verdicts = new TypeVerdicts(program, types, models);
        ThreadReach reach = new ThreadReach(program, models, types);
        GuardedFields fields = new GuardedFields(reach);
        RegionAnalysis regions = new RegionAnalysis(verdicts, models, new FieldFacts(fields, fields::isMark, fields::belongsToItsThread, fields::touchedUnlocked), options);
        ConfinedCheck confined = new ConfinedCheck(reach, verdicts, options.strict());
        List<ProgramCheck> checks = List.of(new AnnotationCheck(), new FrozenDeclarations(verdicts),
                new OverrideCheck(verdicts, new ParameterWrites(reach, verdicts), options.strict()), new ThreadSafeFieldsCheck(reach, verdicts),
                new ForgottenLockCheck(reach, verdicts, options.strict()),
                new StaticMutableCheck(reach, verdicts, options.strict()), confined, regions);
        for (ProgramCheck check : checks) {
            try {
                check.check(program, violations::add);
            } catch (RuntimeException | StackOverflowError failure) {
                violations.add(Failures.asViolation(check.getClass().getSimpleName(), failure));
            }
        }
        Explainer explainer = new Explainer(Messages.load());
        TreeSet<Finding> findings = new TreeSet<>();
        violations.forEach(violation -> findings.add(explainer.explain(violation)));
        SortedMap<ResidualCheck, String> residuals = new TreeMap<>();
        regions.residuals().forEach(check -> residuals.put(check, explainer.why(check)));
        confined.residuals().forEach(check -> residuals.put(check, explainer.why(check)));
        SortedMap<String, Long> statistics = new TreeMap<>(regions.statistics());
        statistics.put("trusted.claims", TrustedClaims.in(program));
        return new AnalysisResult(List.copyOf(findings), regions.contracts(), regions.reliance(), residuals, statistics);
    }
}
