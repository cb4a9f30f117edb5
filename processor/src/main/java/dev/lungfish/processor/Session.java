package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import dev.lungfish.checker.AnalysisResult;
import dev.lungfish.checker.Analyzer;
import dev.lungfish.checker.finding.Finding;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.model.ModelFormatException;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.residual.ResidualCheck;
import dev.lungfish.checker.rule.Level;
import dev.lungfish.processor.baseline.Baseline;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One examination of one compilation: runs the analysis and decides which of its findings count. Both javac entries and the command line
 * go through here. It never throws for a failure of the analysis: the report says it. Not thread-safe; two compilations use two sessions.
 */
public final class Session {
    private final Options options;
    private final Function<Program, AnalysisResult> analysis;
    private final Baseline baseline;

    /**
     * A session with the real analysis.
     *
     * @throws InputException if the baseline or a file with models cannot be read
     */
    public Session(Options options) {
        this(options, program -> new Analyzer(options.forAnalysis()).analyze(program));
    }

    private static void requireModels(List<Path> models) {
        if (!models.isEmpty()) {
            try {
                KnownTypes.load(models);
                LibraryModels.load(models);
            } catch (ModelFormatException | UncheckedIOException e) {
                throw new InputException("option 'models': " + e.getMessage());
            }
        }
    }

    /**
     * A session with an analysis of the caller's.
     *
     * @param options what the user asked for
     * @param analysis finds what there is to find
     * @throws InputException if the baseline or a file with models cannot be read
     */
    public Session(Options options, Function<Program, AnalysisResult> analysis) {
        requireModels(options.models());
        this.options = options;
        this.analysis = analysis;
        this.baseline = options.baseline().map(Baseline::read).orElse(Baseline.EMPTY);
    }

    /** The options of this session. */
    public Options options() {
        return options;
    }

    /** Examines a program whose classes are all attributed. */
    public Report examine(Program program) {
        SourceTexts sources = SourceTexts.of(program.units());
        try {
            return judge(program, analysis.apply(program), sources);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            return Report.failed("internal failure of Lungfish, nothing was checked: " + describe(e)
                    + "; this is a defect of Lungfish, not of your code", sources);
        }
    }

    private Report judge(Program program, AnalysisResult result, SourceTexts sources) {
        Map<String, UnitMarks> marks = marksOf(program, result.findings());
        TreeMap<String, Long> statistics = new TreeMap<>(result.statistics());
        List<Finding> found = result.findings().stream().sorted().toList();
        List<Fingerprint> fingerprints = Fingerprint.of(found);
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Finding finding = found.get(i);
            UnitMarks unit = marks.get(finding.at().file());
            boolean generated = unit != null && unit.isGenerated(finding);
            Optional<Level> level = generated && options.generated() == Options.Generated.SKIP ? Optional.empty()
                    : options.levelFor(finding.rule().key(), generated ? finding.level().atMost(Level.WARNING) : finding.level());
            if (generated) {
                statistics.merge(StatisticsText.GENERATED, 1L, Long::sum);
            }
            boolean suppressed = unit != null && unit.suppressions().take(finding);
            if (level.isPresent()) {
                Judged.State state = suppressed ? Judged.State.SUPPRESSED
                        : baseline.knows(fingerprints.get(i)) ? Judged.State.KNOWN : Judged.State.REPORTED;
                judged.add(new Judged(finding.withLevel(level.get()), state, fingerprints.get(i)));
            }
        }
        List<Notice> notices = noticesOf(program, marks);
        Set<String> classes = classesOf(program);
        baseline.goneFrom(classes, fingerprints).ifPresent(notices::add);
        return new Report(judged, notices, new TreeMap<>(result.contracts()), classes, result.reliance(), residualsOf(result, judged), statistics, sources, Optional.empty());
    }

    /** A use after a move is refused at run time only where it is reported: what is suppressed, known or switched off is left alone. */
    private static SortedMap<ResidualCheck, String> residualsOf(AnalysisResult result, List<Judged> judged) {
        Set<SourcePoint> reported = judged.stream().filter(each -> each.isReported() && each.finding().rule().key().equals("use.after.move"))
                .map(each -> each.finding().at()).collect(Collectors.toSet());
        SortedMap<ResidualCheck, String> residuals = new TreeMap<>(result.residuals());
        residuals.keySet().removeIf(check -> check.kind() == ResidualCheck.Kind.NOT_MOVED && !reported.contains(check.at()));
        return residuals;
    }

    private static Set<String> classesOf(Program program) {
        Set<String> names = new HashSet<>();
        for (CompilationUnitTree unit : program.units()) {
            String prefix = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            Program.topLevelClasses(unit).forEach(type -> names.add(prefix + type.getSimpleName()));
        }
        return names;
    }

    private List<Notice> noticesOf(Program program, Map<String, UnitMarks> marks) {
        Positions positions = new Positions(program.trees());
        List<Notice> notices = new ArrayList<>();
        for (CompilationUnitTree unit : program.units()) {
            UnitMarks mark = marks.get(Positions.fileOf(unit));
            if (mark != null) {
                notices.addAll(mark.suppressions().unneeded(unit, positions));
            }
        }
        notices.sort(Comparator.comparing(Notice::at));
        return notices;
    }

    /** Reads annotations only where that can matter: where there is a finding, or a word about one. */
    private static Map<String, UnitMarks> marksOf(Program program, List<Finding> findings) {
        Map<String, UnitMarks> marks = new HashMap<>();
        for (CompilationUnitTree unit : program.units()) {
            String file = Positions.fileOf(unit);
            boolean mentioned = findings.stream().anyMatch(f -> f.at().file().equals(file));
            if (mentioned || program.survey().hasAnnotation(unit, Set.of("SuppressWarnings"))) {
                marks.put(file, UnitMarks.of(program.trees(), unit));
            }
        }
        return Collections.unmodifiableMap(marks);
    }

    /** The kind of the failure, its message, and the place in our code: what a report of the defect needs, in one line. */
    public static String describe(Throwable failure) {
        String at = "";
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.lungfish.")) {
                at = " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber();
                break;
            }
        }
        String message = failure.getMessage() == null ? "" : " (" + failure.getMessage().lines().findFirst().orElse("") + ")";
        return failure.getClass().getSimpleName() + message + at;
    }
}
