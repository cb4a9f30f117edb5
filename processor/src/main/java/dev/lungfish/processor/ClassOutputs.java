package dev.lungfish.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Positions;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.ContractFile;
import dev.lungfish.processor.shard.Grounds;
import dev.lungfish.processor.shard.Shard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Writes what belongs to single classes beside their class files: a shard with the findings of each top-level class, its contract, and what the verdict about it rests on. They go
 * through the filer with the class as their origin, so that incremental builds keep, rewrite and delete them rightly. A class without findings
 * has no shard.
 */
final class ClassOutputs {
    private final Program program;
    private final Filer filer;
    private final JavaFileManager files;
    private final Map<String, String> sums = new HashMap<>();
    private boolean hasLeftOvers;

    ClassOutputs(Program program, Filer filer, JavaFileManager files) {
        this.program = program;
        this.filer = filer;
        this.files = files;
    }

    /**
     * Writes the files of all classes of the program. Does nothing where javac was given no directory for class files.
     *
     * @return one sentence if something could not be written
     */
    List<String> write(Report report, Options options) {
        List<String> troubles = new ArrayList<>();
        if (!files.hasLocation(StandardLocation.CLASS_OUTPUT)) {
            return troubles;
        }
        hasLeftOvers = hasEarlierFiles();
        SourcePositions positions = program.trees().getSourcePositions();
        Map<String, List<Judged>> byFile = report.findings().stream().collect(Collectors.groupingBy(f -> f.finding().at().file()));
        for (CompilationUnitTree unit : program.units()) {
            List<Judged> here = byFile.getOrDefault(Positions.fileOf(unit), List.of());
            List<ClassTree> classes = Program.topLevelClasses(unit);
            for (int i = 0; i < classes.size(); i++) {
                ClassTree type = classes.get(i);
                Element element = program.trees().getElement(new TreePath(new TreePath(unit), type));
                String name = (unit.getPackageName() == null ? "" : unit.getPackageName() + ".") + type.getSimpleName();
                long from = i == 0 ? 0 : positions.getStartPosition(unit, type);
                long to = i + 1 == classes.size() ? Long.MAX_VALUE : positions.getStartPosition(unit, classes.get(i + 1));
                List<Judged> own = here.stream().filter(f -> f.finding().at().start() >= from && f.finding().at().start() < to).toList();
                write(Shard.pathOf(name), own.isEmpty() ? null : Shard.text(name, own, report.sources()), element, troubles);
                write(ContractFile.pathOf(name), report.contracts().get(name), element, troubles);
                SortedMap<String, SortedMap<String, String>> reliance = report.reliance().get(name);
                write(Grounds.pathOf(name), reliance == null ? null : Grounds.of(name, reliance, sums).text(), element, troubles);
            }
        }
        return troubles;
    }

    private void write(String path, String text, Element origin, List<String> troubles) {
        try {
            if (text == null) {
                if (hasLeftOvers) {
                    removeLeftOver(path);
                }
                return;
            }
            try (OutputStream out = fileOf(path, origin).openOutputStream()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | RuntimeException e) {
            if (troubles.isEmpty()) {
                troubles.add("cannot write '" + path + "': " + e.getMessage());
            }
        }
    }

    /** A build tool's filer wants to know the origin; javac's own has no use for it, and compares each file with all others. */
    private FileObject fileOf(String path, Element origin) throws IOException {
        return filer.getClass().getName().startsWith("com.sun.tools.javac.") ? files.getFileForOutput(StandardLocation.CLASS_OUTPUT, "", path, null)
                : filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin);
    }

    /** Whether the directory has anything of ours: a first build has not, and asks for no file of its own. */
    private boolean hasEarlierFiles() {
        try {
            return files.list(StandardLocation.CLASS_OUTPUT, "META-INF.lungfish", Set.of(JavaFileObject.Kind.OTHER), true).iterator().hasNext();
        } catch (IOException | RuntimeException e) {
            // A file manager that cannot list may still find single files.
            return true;
        }
    }

    /** A file of an earlier build, of a class that had findings then: build tools that do not track outputs leave it there. */
    private void removeLeftOver(String path) throws IOException {
        FileObject old = files.getFileForInput(StandardLocation.CLASS_OUTPUT, "", path);
        if (old != null) {
            old.delete();
        }
    }
}
