package dev.lungfish.processor.testing;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Runs the real compiler over small sources, with whatever a test puts into it, as a user's build would. */
public final class Javac {
    private final Path directory;
    private final List<Path> files = new ArrayList<>();
    private final List<String> options = new ArrayList<>();
    private String classPath;
    private final List<Processor> processors = new ArrayList<>();
    private final List<Path> libraries = new ArrayList<>();
    private UnaryOperator<JavaFileManager> wrapper = UnaryOperator.identity();

    /** A compilation whose sources and classes lie below this directory. */
    public Javac(Path directory) {
        this.directory = directory;
        this.classPath = classes().toString();
    }

    /** What the sources see besides each other; without this: nothing but what was compiled before. */
    public Javac classPath(String path) {
        classPath = path;
        return this;
    }

    /** Adds a source file that is there already. */
    public Javac existing(Path file) {
        files.add(file);
        return this;
    }

    /** Adds a source file; its path is relative. */
    public Javac file(String path, String text) {
        try {
            Path file = directory.resolve("src").resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            files.add(file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds compiler options. */
    public Javac options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Adds a processor. */
    public Javac processor(Processor processor) {
        processors.add(processor);
        return this;
    }

    /** Adds jars or folders to the class path. */
    public Javac on(Path... more) {
        libraries.addAll(List.of(more));
        return this;
    }

    /** Puts a file manager of its own around the compiler's, as build tools do. */
    public Javac fileManager(UnaryOperator<JavaFileManager> around) {
        wrapper = around;
        return this;
    }

    /** Where class files go. */
    public Path classes() {
        return directory.resolve("classes");
    }

    /**
     * What came of it.
     *
     * @param ok whether javac was content
     * @param output what it printed
     */
    public record Run(boolean ok, String output) {
        /** How often a text stands in the output. */
        public int count(String text) {
            return (output.length() - output.replace(text, "").length()) / text.length();
        }
    }

    /** Compiles, after giving the task to the caller. */
    public Run run(Consumer<JavacTask> prepare) {
        try {
            Files.createDirectories(classes());
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
            StringWriter output = new StringWriter();
            List<String> all = new ArrayList<>(options);
            String path = classPath + libraries.stream().map(library -> File.pathSeparator + library).collect(Collectors.joining());
            all.addAll(List.of("-d", classes().toString(), "-classpath", path));
            JavacTask task = (JavacTask) compiler.getTask(output, wrapper.apply(manager), null, all, null, manager.getJavaFileObjectsFromPaths(files));
            if (!processors.isEmpty()) {
                task.setProcessors(processors);
            }
            prepare.accept(task);
            boolean ok = task.call();
            return new Run(ok, output.toString().replace(directory + "/src/", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
