package dev.lungfish.checker.javac;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Files that lie in the jars and folders from which the compiler reads classes. They are found through the class file, by its URI: asked for by
 * name, the compiler's file manager shows nothing under {@code META-INF} of a jar, and that of a build tool (Gradle) knows no paths.
 */
final class Resources implements Program.ResourceFinder {
    private static final String IN_JAR = "!/";

    private final Elements elements;
    private final JavaFileManager files;
    private final Map<Path, Boolean> folders = new HashMap<>();
    /** The files of one folder of a jar, by jar and folder. */
    private final Map<Path, Map<String, Map<String, Found>>> jars = new HashMap<>();

    Resources(Elements elements, JavaFileManager files) {
        this.elements = elements;
        this.files = files;
    }

    @Override
    public Optional<Program.Resource> find(TypeElement beside, String path) {
        try {
            JavaFileManager.Location location = locationOf(beside);
            String name = elements.getBinaryName(beside).toString();
            JavaFileObject type = location == null ? null : files.getJavaFileForInput(location, name, JavaFileObject.Kind.CLASS);
            return type == null ? Optional.empty() : beside(type.toUri(), name, path);
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | FileSystemNotFoundException e) {
            // A place that this file manager does not have, or whose files are nowhere on a disk: nothing can lie beside the class.
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

    private Optional<Program.Resource> beside(URI type, String name, String path) throws IOException {
        if ("jar".equals(type.getScheme())) {
            String place = type.getRawSchemeSpecificPart();
            int end = place.lastIndexOf(IN_JAR);
            return end < 0 ? Optional.empty() : inJar(Path.of(URI.create(place.substring(0, end))), path);
        }
        Path root = "file".equals(type.getScheme()) ? rootOf(Path.of(type), name) : null;
        return root == null || !mayHave(root.resolve(path).getParent()) || !Files.isRegularFile(root.resolve(path)) ? Optional.empty()
                : Optional.of(new Found(root, path, () -> Files.readString(root.resolve(path), StandardCharsets.UTF_8)));
    }

    private Optional<Program.Resource> inJar(Path jar, String path) throws IOException {
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        Map<String, Map<String, Found>> known = jars.computeIfAbsent(jar, j -> new HashMap<>());
        if (!known.containsKey(folder)) {
            known.put(folder, filesIn(jar, folder));
        }
        return Optional.ofNullable(known.get(folder).get(path));
    }

    /** All files of a folder at once: to open a jar takes longer than to read them. */
    private static Map<String, Found> filesIn(Path jar, String folder) throws IOException {
        Map<String, Found> found = new HashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith(folder) && entry.getName().indexOf('/', folder.length()) < 0) {
                    found.put(entry.getName(), new Found(jar, entry.getName(), textOf(zip, entry)));
                }
            }
        }
        return found;
    }

    /** The text, or its failure, which is told to whoever asks for just this file. */
    private static Text textOf(ZipFile zip, ZipEntry entry) {
        try (InputStream in = zip.getInputStream(entry)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return () -> text;
        } catch (IOException e) {
            return () -> {
                throw e;
            };
        }
    }

    private static Path rootOf(Path type, String name) {
        Path root = type;
        for (int steps = name.split("\\.").length; steps > 0 && root != null; steps--) {
            root = root.getParent();
        }
        return root;
    }

    private boolean mayHave(Path folder) {
        return folders.computeIfAbsent(folder, Files::isDirectory);
    }

    /** A text that may turn out to be unreadable. */
    private interface Text {
        String read() throws IOException;
    }

    private record Found(Path root, String path, Text content) implements Program.Resource {
        @Override
        public String text() throws IOException {
            return content.read();
        }

        @Override
        public String name() {
            return root.getFileName() + ": " + path;
        }

        @Override
        public String container() {
            return root.toString();
        }
    }
}
