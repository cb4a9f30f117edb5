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
import java.util.List;
import java.util.SortedMap;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.FileObject;
import javax.tools.JavaFileManager;
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
        SourcePositions positions = program.trees().getSourcePositions();
        for (CompilationUnitTree unit : program.units()) {
            List<Judged> here = report.findings().stream().filter(f -> f.finding().at().file().equals(Positions.fileOf(unit))).toList();
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
                write(Grounds.pathOf(name), reliance == null ? null : Grounds.of(name, reliance).text(), element, troubles);
            }
        }
        return troubles;
    }

    private void write(String path, String text, Element origin, List<String> troubles) {
        try {
            if (text == null) {
                removeLeftOver(path);
                return;
            }
            FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin);
            try (OutputStream out = file.openOutputStream()) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException | RuntimeException e) {
            if (troubles.isEmpty()) {
                troubles.add("cannot write '" + path + "': " + e.getMessage());
            }
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
