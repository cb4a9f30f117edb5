package dev.lungfish.processor.testing;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.processor.OptionParser;
import dev.lungfish.processor.Options;
import dev.lungfish.processor.Report;
import dev.lungfish.processor.Session;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.lungfish.checker.javac.CompilerAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A program in a directory, examined with the fake analysis. */
public final class Examined {
    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private final Map<String, String> given = new TreeMap<>();

    /** Sources lie below this directory, which is the root of paths. */
    public Examined(Path root) {
        this.root = root;
        given.put("root", root.toString());
    }

    /** Adds a source file. */
    public Examined file(String path, String text) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            files.add(file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets an option. */
    public Examined option(String name, String value) {
        given.put(name, value);
        return this;
    }

    /** The options as read. */
    public Options options() {
        OptionParser.Outcome outcome = OptionParser.parse(given);
        if (!outcome.problems().isEmpty()) {
            throw new IllegalArgumentException(outcome.problems().toString());
        }
        return outcome.options();
    }

    /** Attributes and examines. */
    public Report report() {
        StandardJavaFileManager manager = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, manager, null,
                List.of("-proc:none", "-XDcompilePolicy=simple"), null, manager.getJavaFileObjectsFromPaths(files));
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            Program program = new Program(CompilerAccess.environmentOf(task), Trees.instance(task), units);
            return new Session(options(), new FakeAnalysis()).examine(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
