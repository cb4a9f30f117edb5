package dev.lungfish.processor;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names of source files as reports show them: relative to a root, with slashes, the same on every machine. Files outside the root keep their
 * whole path. Immutable.
 */
public final class SourcePaths {
    private final Path root;

    /** Paths relative to this directory. */
    public SourcePaths(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The name of a file. */
    public String name(String file) {
        try {
            Path path = Path.of(file).toAbsolutePath().normalize();
            Path shown = path.startsWith(root) ? root.relativize(path) : path;
            return shown.toString().replace('\\', '/');
        } catch (InvalidPathException e) {
            // A source that is no file, such as one made in memory.
            return file;
        }
    }

    /** Whether the file lies under the root. */
    public boolean isUnderRoot(String file) {
        return !name(file).startsWith("/") && !name(file).contains(":");
    }

    /** The name of a file as a URI reference: relative under the root, else absolute. */
    public String uri(String file) {
        String name = name(file);
        try {
            if (isUnderRoot(file)) {
                return new URI(null, null, name, null).toASCIIString();
            }
            return new URI("file", "", name.startsWith("/") ? name : "/" + name, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no URI can name '" + file + "'", e);
        }
    }
}
