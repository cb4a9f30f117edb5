package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import dev.lungfish.checker.javac.Positions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileObject;

/** The texts of source files by the names that findings use. Reads a file when it is asked for. Not thread-safe. */
public final class SourceTexts {
    private final Map<String, JavaFileObject> files = new HashMap<>();
    private final Map<String, String> packages = new HashMap<>();
    private final Map<String, Optional<String>> texts = new HashMap<>();

    /** The texts of these units. */
    public static SourceTexts of(Collection<? extends CompilationUnitTree> units) {
        SourceTexts sources = new SourceTexts();
        for (CompilationUnitTree unit : units) {
            String name = Positions.fileOf(unit);
            sources.files.put(name, unit.getSourceFile());
            sources.packages.put(name, unit.getPackageName() == null ? "" : unit.getPackageName().toString());
        }
        return sources;
    }

    /** Files that are looked up by their paths alone. */
    public static SourceTexts onDisk() {
        return new SourceTexts();
    }

    /** The text of the file, or nothing if it cannot be read any more. */
    public Optional<String> text(String file) {
        return texts.computeIfAbsent(file, this::read);
    }

    /** The name of the file behind the directories of its package, as {@code a/b/C.java}: the same on every machine. */
    public String pathInPackage(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String directory = packages.getOrDefault(file, "").replace('.', '/');
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    private Optional<String> read(String file) {
        try {
            JavaFileObject source = files.get(file);
            if (source != null) {
                return Optional.of(source.getCharContent(true).toString());
            }
            Path path = Path.of(file);
            return Files.isRegularFile(path) ? Optional.of(Files.readString(path, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // An excerpt is a courtesy: a report without it is better than none.
            return Optional.empty();
        }
    }
}
