package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.lungfish.checker.AnalysisResult;
import dev.lungfish.checker.javac.CompilerAccess;
import dev.lungfish.checker.javac.Program;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** Puts Lungfish into a compilation, once, however many entries javac finds. Holds no state. */
final class Installation {
    private static final String PREFIX = "lungfish.";

    private Installation() {
    }

    /**
     * Installs the listener unless another entry already has.
     *
     * @param task the compilation
     * @param given options by name, without prefix; they win over {@code -A} options
     * @param host the environment that a processor was given, perhaps a build tool's; null for a plugin
     * @param analysis the analysis, or null for ours
     */
    static void install(JavacTask task, Map<String, String> given, ProcessingEnvironment host, Function<Program, AnalysisResult> analysis) {
        String closed = CompilerOpener.open(!"false".equals(given.get("selfOpen")));
        if (!closed.isEmpty()) {
            complain(task, host, closed);
            return;
        }
        try {
            installOpened(task, given, host, analysis);
        } catch (IllegalStateException e) {
            complain(task, host, "Lungfish checks nothing here: it does not know this javac (" + Runtime.version() + "): " + e.getMessage());
        }
    }

    private static void installOpened(JavacTask task, Map<String, String> given, ProcessingEnvironment host,
            Function<Program, AnalysisResult> analysis) {
        JavacInternals javac = new JavacInternals(task);
        if (!javac.claim()) {
            return;
        }
        ProcessingEnvironment environment = CompilerAccess.environmentOf(task);
        Map<String, String> all = ours(environment.getOptions());
        all.putAll(given);
        OptionParser.Outcome outcome = OptionParser.parse(all);
        for (String problem : outcome.problems()) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, "Lungfish: " + problem);
        }
        if (!outcome.problems().isEmpty()) {
            return;
        }
        try {
            Options options = outcome.options();
            Session session = analysis == null ? new Session(options) : new Session(options, analysis);
            javac.attributeAllFirst();
            task.addTaskListener(new JavacListener(task, javac, environment, (host == null ? environment : host).getFiler(), session));
        } catch (InputException e) {
            environment.getMessager().printMessage(Diagnostic.Kind.ERROR, "Lungfish: " + e.getMessage());
        }
    }

    private static void complain(JavacTask task, ProcessingEnvironment host, String text) {
        if (host == null) {
            task.addTaskListener(new Complaint(task, text));
        } else {
            host.getMessager().printMessage(Diagnostic.Kind.ERROR, text);
        }
    }

    /** Those of a compiler's {@code -A} options that are ours, without their prefix. */
    static Map<String, String> ours(Map<String, String> options) {
        return options.entrySet().stream().filter(option -> option.getKey().startsWith(PREFIX))
                .collect(Collectors.toMap(option -> option.getKey().substring(PREFIX.length()),
                        option -> Optional.ofNullable(option.getValue()).orElse(""), (a, b) -> b, java.util.TreeMap::new));
    }

    /** Says one thing at the first file, by public means only: the compiler's own packages are closed. */
    private static final class Complaint implements TaskListener {
        private final JavacTask task;
        private final String text;
        private boolean said;

        Complaint(JavacTask task, String text) {
            this.task = task;
            this.text = text;
        }

        @Override
        public void finished(TaskEvent event) {
            CompilationUnitTree unit = event.getCompilationUnit();
            if (unit != null && !said) {
                said = true;
                Trees.instance(task).printMessage(Diagnostic.Kind.ERROR, text, unit, unit);
            }
        }
    }
}
