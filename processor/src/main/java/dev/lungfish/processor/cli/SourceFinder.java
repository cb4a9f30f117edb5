package dev.lungfish.processor.cli;

import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the source files that a user means by files, directories and patterns. Holds no state. */
final class SourceFinder {
    private static final String SUFFIX = ".java";

    private SourceFinder() {
    }

    /**
     * The files, each once, in the order in which they are named; those of a directory sorted.
     *
     * @throws InputException if something named is not there, or holds no Java file
     */
    static List<Path> find(List<String> named) {
        Set<Path> files = new LinkedHashSet<>();
        for (String name : named) {
            if (isPattern(name)) {
                files.addAll(matching(name));
            } else {
                files.addAll(below(Path.of(name)));
            }
        }
        return List.copyOf(files);
    }

    /** The Java files below a directory, sorted, or the file itself. */
    static List<Path> below(Path path) {
        if (!Files.exists(path)) {
            throw new InputException("there is no '" + path + "'");
        }
        if (!Files.isDirectory(path)) {
            if (!path.toString().endsWith(SUFFIX)) {
                throw new InputException("'" + path + "' is not a Java source file");
            }
            return List.of(path);
        }
        List<Path> files = sources(path);
        if (files.isEmpty()) {
            throw new InputException("there is no Java source file below '" + path + "'");
        }
        return files;
    }

    /** The Java files below a directory, sorted; perhaps none. */
    static List<Path> sources(Path directory) {
        return walk(directory).stream().filter(SourceFinder::isSource).toList();
    }

    private static List<Path> matching(String pattern) {
        int meta = firstMeta(pattern);
        int slash = pattern.lastIndexOf('/', meta);
        Path base = Path.of(slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash));
        if (!Files.isDirectory(base)) {
            throw new InputException("there is no directory '" + base + "' for the pattern '" + pattern + "'");
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + (slash < 0 ? "./" + pattern : pattern));
        List<Path> files = new ArrayList<>();
        for (Path path : walk(base)) {
            if (isSource(path) && matcher.matches(path)) {
                files.add(slash < 0 ? path.normalize() : path);
            }
        }
        if (files.isEmpty()) {
            throw new InputException("no Java source file matches '" + pattern + "'");
        }
        return files;
    }

    private static boolean isPattern(String name) {
        return firstMeta(name) >= 0 && !existsAsNamed(name);
    }

    private static boolean existsAsNamed(String name) {
        try {
            return Files.exists(Path.of(name));
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private static int firstMeta(String name) {
        for (int i = 0; i < name.length(); i++) {
            if ("*?[{".indexOf(name.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSource(Path path) {
        return path.toString().endsWith(SUFFIX) && Files.isRegularFile(path);
    }

    private static List<Path> walk(Path base) {
        try (Stream<Path> paths = Files.walk(base)) {
            return paths.sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new InputException("cannot read '" + base + "': " + e.getMessage());
        }
    }
}
