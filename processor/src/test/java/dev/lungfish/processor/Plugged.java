package dev.lungfish.processor;

import com.sun.source.util.JavacTask;
import dev.lungfish.checker.AnalysisResult;
import dev.lungfish.checker.javac.Program;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** The plugin in a compilation of a test. */
public final class Plugged {
    private Plugged() {
    }

    /** With an analysis of the test's. */
    public static Consumer<JavacTask> with(Map<String, String> options, Function<Program, AnalysisResult> analysis) {
        return task -> Installation.install(task, options, null, analysis);
    }

    /** With the real one. */
    public static Consumer<JavacTask> with(Map<String, String> options) {
        return with(options, null);
    }
}
