package dev.lungfish.processor.cli;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.lungfish.checker.javac.CompilerAccess;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.processor.CompilerOpener;
import dev.lungfish.processor.InputException;
import dev.lungfish.processor.JavacInternals;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs the compiler of the running JDK over source files, as far as attribution and flow analysis; no class file is written. */
final class Compilation {
    private static final List<String> OURS = List.of("dev.lungfish.annotation.Frozen", "dev.lungfish.runtime.Region");

    private final List<Path> files;
    private final List<Path> classpath;
    private final List<Path> processors;
    private final Optional<Integer> release;
    private final List<String> more;

    /**
     * A compilation.
     *
     * @param files the source files
     * @param classpath of the program; what it needs of ours is added
     * @param processors the processor path of the program; if it is empty no annotation processor runs
     * @param release the Java release, or nothing for that of the running JDK
     * @param more options of the user's for javac
     */
    Compilation(List<Path> files, List<Path> classpath, List<Path> processors, Optional<Integer> release, List<String> more) {
        this.files = files;
        this.classpath = classpath;
        this.processors = processors;
        this.release = release;
        this.more = more;
    }

    /**
     * What came of it.
     *
     * @param program the attributed program, or null if it does not compile
     * @param messages what javac says, in its own form
     */
    record Outcome(Program program, String messages) {
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
        try (Scratch scratch = Scratch.make()) {
            return run(compiler, scratch.directory());
        } catch (IllegalArgumentException e) {
            throw new InputException("javac does not understand its options: " + e.getMessage());
        } catch (IOException e) {
            throw new InputException("cannot read the sources: " + e.getMessage());
        }
    }

    private Outcome run(JavaCompiler compiler, Path scratch) throws IOException {
        StringWriter messages = new StringWriter();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        List<String> options = options();
        options.addAll(List.of("-d", scratch.toString()));
        JavacTask task = (JavacTask) compiler.getTask(messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
        Set<CompilationUnitTree> units = new LinkedHashSet<>();
        task.parse().forEach(units::add);
        task.addTaskListener(new TaskListener() {
            @Override
            public void started(TaskEvent event) {
                // What processors generate is attributed with the rest.
                if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getCompilationUnit() != null) {
                    units.add(event.getCompilationUnit());
                }
            }
        });
        JavacInternals javac = new JavacInternals(task);
        try {
            task.analyze();
        } catch (IllegalStateException e) {
            // After some errors, as a class path that it cannot read, javac trips over what it has left out.
            if (javac.errorCount() == 0) {
                throw e;
            }
        }
        return javac.errorCount() > 0 ? new Outcome(null, messages.toString())
                : new Outcome(new Program(CompilerAccess.environmentOf(task), Trees.instance(task), List.copyOf(units)), messages.toString());
    }

    private List<String> options() {
        int running = Runtime.version().feature();
        int wanted = release.orElse(running);
        if (wanted > running || wanted < 8) {
            throw new InputException("--release " + wanted + " is not possible: this JDK compiles for 8 to " + running);
        }
        List<String> options = new ArrayList<>(List.of("-XDcompilePolicy=simple", "-XDshould-stop.ifError=FLOW", "-nowarn",
                "-Xlint:none", "-XDsuppressNotes", "-Xmaxerrs", "1000", "-encoding", "UTF-8", "-implicit:none"));
        if (wanted == running) {
            // Not --release: it would hide what the platform does not export, and --add-exports with it.
            options.addAll(List.of("-source", String.valueOf(wanted)));
            if (wanted >= 21) {
                options.add("--enable-preview");
            }
        } else {
            options.addAll(List.of("--release", String.valueOf(wanted)));
        }
        options.addAll(processors.isEmpty() ? List.of("-proc:none") : List.of("-processorpath", joined(processors)));
        options.addAll(List.of("-classpath", joined(allClasspath())));
        options.addAll(more);
        return options;
    }

    private static String joined(Collection<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
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
}
