package dev.lungfish.processor.cli;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.lungfish.checker.javac.CompilerAccess;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.processor.CompilerOpener;
import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs the compiler of the running JDK over source files, as far as attribution and flow analysis; no class file is written. */
final class Compilation {
    private static final List<String> OURS = List.of("dev.lungfish.annotation.Frozen", "dev.lungfish.runtime.Region");

    private final List<Path> files;
    private final List<Path> classpath;
    private final Optional<Integer> release;
    private final List<String> more;

    /**
     * A compilation.
     *
     * @param files the source files
     * @param classpath of the program; what it needs of ours is added
     * @param release the Java release, or nothing for that of the running JDK
     * @param more options of the user's for javac
     */
    Compilation(List<Path> files, List<Path> classpath, Optional<Integer> release, List<String> more) {
        this.files = files;
        this.classpath = classpath;
        this.release = release;
        this.more = more;
    }

    /**
     * What came of it.
     *
     * @param program the attributed program, or null if it does not compile
     * @param errors what javac says, if it does not compile
     */
    record Outcome(Program program, List<String> errors) {
    }

    /**
     * Parses and attributes.
     *
     * @throws InputException if there is no compiler, or an option means nothing to it
     */
    Outcome run() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new InputException("this Java has no compiler: run Lungfish with a JDK, not a JRE (" + System.getProperty("java.home") + ")");
        }
        String closed = CompilerOpener.open(true);
        if (!closed.isEmpty()) {
            throw new InputException(closed.replace("-J--add-opens", "--add-opens"));
        }
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager manager = compiler.getStandardFileManager(diagnostics, Locale.ROOT, Charset.forName("UTF-8"));
        try {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, diagnostics, options(), null, manager.getJavaFileObjectsFromPaths(files));
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            List<String> errors = diagnostics.getDiagnostics().stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).map(Compilation::text).toList();
            return errors.isEmpty() ? new Outcome(new Program(CompilerAccess.environmentOf(task), Trees.instance(task), units), List.of())
                    : new Outcome(null, errors);
        } catch (IllegalArgumentException e) {
            throw new InputException("javac does not understand its options: " + e.getMessage());
        } catch (IOException e) {
            throw new InputException("cannot read the sources: " + e.getMessage());
        }
    }

    private List<String> options() {
        int running = Runtime.version().feature();
        int wanted = release.orElse(running);
        if (wanted > running || wanted < 8) {
            throw new InputException("--release " + wanted + " is not possible: this JDK compiles for 8 to " + running);
        }
        List<String> options = new ArrayList<>(List.of("-proc:none", "-XDcompilePolicy=simple", "-XDshould-stop.ifError=FLOW", "-nowarn",
                "-Xlint:none", "-Xmaxerrs", "1000", "-encoding", "UTF-8", "-implicit:none"));
        if (wanted == running) {
            // Not --release: it would hide what the platform does not export, and --add-exports with it.
            options.addAll(List.of("-source", String.valueOf(wanted)));
            if (wanted >= 21) {
                options.add("--enable-preview");
            }
        } else {
            options.addAll(List.of("--release", String.valueOf(wanted)));
        }
        options.addAll(List.of("-classpath", allClasspath().stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator))));
        options.addAll(more);
        return options;
    }

    private Set<Path> allClasspath() {
        Set<Path> all = new LinkedHashSet<>(classpath);
        all.addAll(ownLibraries());
        return all;
    }

    /** Where our annotations and runtime lie: in the executable jar itself, or wherever this class came from. */
    static List<Path> ownLibraries() {
        List<Path> found = new ArrayList<>();
        for (String name : OURS) {
            try {
                CodeSource source = Class.forName(name, false, Compilation.class.getClassLoader()).getProtectionDomain().getCodeSource();
                if (source != null) {
                    found.add(Path.of(source.getLocation().toURI()));
                }
            } catch (ClassNotFoundException | URISyntaxException e) {
                throw new InputException("this jar is not complete: " + name + " is not in it");
            }
        }
        return found;
    }

    private static String text(Diagnostic<? extends JavaFileObject> error) {
        String place = error.getSource() == null ? "" : error.getSource().getName() + ":" + error.getLineNumber() + ": ";
        return place + "error: " + error.getMessage(Locale.ROOT);
    }
}
