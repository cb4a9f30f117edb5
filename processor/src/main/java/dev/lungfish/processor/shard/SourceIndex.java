package dev.lungfish.processor.shard;

import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The Java files of a source tree, to be found by their place within their package. Immutable once read. */
public final class SourceIndex {
    private static final Set<String> SKIPPED = Set.of(".git", "node_modules", ".gradle", ".idea");

    private final Map<String, List<Path>> byName = new HashMap<>();

    private SourceIndex() {
    }

    /**
     * Reads a tree.
     *
     * @throws InputException if it cannot be read
     */
    public static SourceIndex of(Path root) {
        SourceIndex index = new SourceIndex();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    Path name = directory.getFileName();
                    return name != null && SKIPPED.contains(name.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = file.getFileName().toString();
                    if (name.endsWith(".java")) {
                        index.byName.computeIfAbsent(name, key -> new ArrayList<>()).add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new InputException("cannot read '" + root + "': " + e.getMessage());
        }
        index.byName.values().forEach(paths -> paths.sort(null));
        return index;
    }

    /**
     * A finder for the sources of one module: of several files with the same place in their packages it takes the one nearest to the module's
     * output. A file that is not there keeps the name it has.
     */
    public UnaryOperator<String> near(Path output) {
        Path place = output.toAbsolutePath().normalize();
        return path -> {
            Path best = null;
            int most = -1;
            for (Path candidate : byName.getOrDefault(path.substring(path.lastIndexOf('/') + 1), List.of())) {
                int shared = shared(place, candidate.toAbsolutePath().normalize());
                if (candidate.endsWith(Path.of(path)) && shared > most) {
                    most = shared;
                    best = candidate;
                }
            }
            return best == null ? path : best.toString();
        };
    }

    private static int shared(Path a, Path b) {
        int same = 0;
        while (same < Math.min(a.getNameCount(), b.getNameCount()) && a.getName(same).equals(b.getName(same))) {
            same++;
        }
        return same;
    }
}
