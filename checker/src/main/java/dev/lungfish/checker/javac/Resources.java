package dev.lungfish.checker.javac;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Files that lie in the jars and folders from which the compiler reads classes. They are found through the class file: asked for by name, the
 * compiler's file manager shows nothing under {@code META-INF} of a jar.
 */
final class Resources implements Program.ResourceFinder {
    private final Elements elements;
    private final JavaFileManager files;
    private final Map<Path, Boolean> folders = new HashMap<>();

    Resources(Elements elements, JavaFileManager files) {
        this.elements = elements;
        this.files = files;
    }

    @Override
    public Optional<Program.Resource> find(TypeElement beside, String path) {
        if (!(files instanceof StandardJavaFileManager standard)) {
            return Optional.empty();
        }
        try {
            JavaFileManager.Location location = locationOf(beside);
            String name = elements.getBinaryName(beside).toString();
            JavaFileObject type = location == null ? null : files.getJavaFileForInput(location, name, JavaFileObject.Kind.CLASS);
            Path root = type == null ? null : rootOf(standard.asPath(type), name);
            return root == null || !mayHave(root.resolve(path).getParent()) || !Files.isRegularFile(root.resolve(path)) ? Optional.empty()
                    : Optional.of(new Found(root, path));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            // A place that this file manager does not have, or whose files have no path: nothing can lie beside the class.
            return Optional.empty();
        }
    }

    /** Where the compiler looked for the class; null for the JDK's own. */
    private JavaFileManager.Location locationOf(TypeElement type) throws IOException {
        ModuleElement module = elements.getModuleOf(type);
        if (module == null || module.isUnnamed()) {
            boolean isPlatform = elements.getPackageOf(type).getQualifiedName().toString().startsWith("java.");
            return isPlatform || !files.hasLocation(StandardLocation.CLASS_PATH) ? null : StandardLocation.CLASS_PATH;
        }
        String name = module.getQualifiedName().toString();
        boolean isPlatform = name.startsWith("java.") || name.startsWith("jdk.");
        return isPlatform || !files.hasLocation(StandardLocation.MODULE_PATH) ? null : files.getLocationForModule(StandardLocation.MODULE_PATH, name);
    }

    private static Path rootOf(Path type, String name) {
        if (type.getFileSystem() != FileSystems.getDefault()) {
            return type.getRoot();
        }
        Path root = type;
        for (int steps = name.split("\\.").length; steps > 0 && root != null; steps--) {
            root = root.getParent();
        }
        return root;
    }

    private boolean mayHave(Path folder) {
        return folders.computeIfAbsent(folder, Files::isDirectory);
    }

    private record Found(Path root, String path) implements Program.Resource {
        @Override
        public String text() throws IOException {
            return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
        }

        @Override
        public String name() {
            Path named = Path.of(container()).getFileName();
            return named + ": " + path;
        }

        @Override
        public String container() {
            return root.getFileSystem() == FileSystems.getDefault() ? root.toString() : root.getFileSystem().toString();
        }
    }
}
