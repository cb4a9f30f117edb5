package dev.lungfish.processor;

import dev.lungfish.checker.AnalysisOptions;
import dev.lungfish.checker.rule.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user asked for, checked. Immutable.
 *
 * @param ceiling no finding is reported above this level
 * @param rules per rule key the level its findings get; an empty value switches the rule off
 * @param strict whether everything unknown is a finding
 * @param residual what happens with run-time checks
 * @param generated what happens with findings in generated code
 * @param contracts which methods other compilations are told about
 * @param contractsIn where other compilations find them
 * @param models files with library models of the user's own
 * @param sarif where to write SARIF
 * @param html where to write the report for a browser
 * @param baseline findings known before, which no longer count
 * @param stats where to write statistics
 * @param root the directory that paths in reports are relative to
 * @param selfOpen whether the compiler's packages may be opened without flags
 */
public record Options(Level ceiling, Map<String, Optional<Level>> rules, boolean strict, Residual residual, Generated generated,
        AnalysisOptions.Contracts contracts, ContractsIn contractsIn, List<Path> models, Optional<Path> sarif, Optional<Path> html, Optional<Path> baseline, Optional<Path> stats, Path root,
        boolean selfOpen) {
    /** What happens with what the analysis could not prove. */
    public enum Residual {
        /** A check is woven into the class file. */
        INSERT,
        /** It is only reported. */
        REPORT,
        /** It is neither woven nor reported. */
        OFF
    }

    /** What happens with findings in code that carries a {@code @Generated} annotation. */
    public enum Generated {
        /** They are left out and counted. */
        SKIP,
        /** They are reported, at most as warnings. */
        WARN
    }

    /** Where other compilations find contracts. */
    public enum ContractsIn {
        /** In files of their own beside the class files, which stay as javac made them. */
        FILES,
        /** There, and as an annotation in the class files. */
        CLASSES
    }

    public Options {
        rules = Map.copyOf(rules);
        models = List.copyOf(models);
    }

    /** Nothing asked for: every finding at its own level, no files written. */
    public static Options defaults() {
        return new Options(Level.ERROR, Map.of(), false, Residual.INSERT, Generated.SKIP, AnalysisOptions.Contracts.NEEDED, ContractsIn.FILES, List.of(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Path.of("").toAbsolutePath(), true);
    }

    /** The part that the analysis itself has to know. */
    public AnalysisOptions forAnalysis() {
        return new AnalysisOptions(strict, models, contracts);
    }

    /** The level at which a finding of this rule is reported, or nothing if its rule is off. */
    public Optional<Level> levelFor(String ruleKey, Level found) {
        if (ruleKey.equals("residual.check") && residual == Residual.OFF) {
            return Optional.empty();
        }
        Optional<Level> asked = rules.getOrDefault(ruleKey, Optional.of(found));
        return asked.map(level -> level.atMost(ceiling));
    }
}
