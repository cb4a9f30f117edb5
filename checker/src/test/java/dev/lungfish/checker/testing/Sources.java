package dev.lungfish.checker.testing;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.lungfish.checker.javac.CompilerAccess;
import dev.lungfish.checker.javac.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Source code for tests: attributed in memory by the compiler of the running JDK. */
public final class Sources {
    private Sources() {
    }

    /** Attributes the files; fails with javac's own words if they do not compile. */
    public static Program attribute(Collection<Path> files, String... options) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
        List<JavaFileObject> sources = new ArrayList<>();
        manager.getJavaFileObjectsFromPaths(files).forEach(sources::add);
        return attributeObjects(compiler, manager, sources, options);
    }

    /** Attributes one source text per element: its first line must be or contain the file name, as {@code // Name.java}. */
    public static Program attributeTexts(String... texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> sources = new ArrayList<>();
        for (String text : texts) {
            String name = text.substring(text.indexOf("// ") + 3, text.indexOf(".java"));
            sources.add(new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
                @Override
                public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                    return text;
                }
            });
        }
        return attributeObjects(compiler, compiler.getStandardFileManager(null, null, null), sources);
    }

    private static Program attributeObjects(JavaCompiler compiler, StandardJavaFileManager manager, List<JavaFileObject> sources, String... options) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> all = new ArrayList<>(List.of("-proc:none", "-classpath", System.getProperty("java.class.path"), "-XDcompilePolicy=simple"));
        all.addAll(List.of(options));
        JavacTask task = (JavacTask) compiler.getTask(null, manager, diagnostics, all, null, sources);
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            task.analyze();
            List<String> errors = diagnostics.getDiagnostics().stream()
                    .filter(d -> d.getKind() == Diagnostic.Kind.ERROR).map(Object::toString).toList();
            if (!errors.isEmpty()) {
                throw new IllegalArgumentException("does not compile: " + String.join("\n", errors));
            }
            return new Program(CompilerAccess.environmentOf(task), Trees.instance(task), units);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
