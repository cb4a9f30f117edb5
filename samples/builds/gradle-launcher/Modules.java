import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * Gradle looks for its parts as single jars; {@code gradle-api} holds them all in one. This makes an empty jar for each part, so that Gradle finds
 * them by name; two that it hands to its compiler daemon point to the whole.
 *
 * <p>Use: {@code java Modules.java CLASSPATH VERSION COMPILER_CLASSES OUTPUT}, where the first entry of CLASSPATH is the {@code gradle-api} jar.
 */
class Modules {
    private static final String SUFFIX = "-classpath.properties";
    private static final String DAEMON = "gradle-worker-main";
    private static final String COMPILER_PLUGIN = "gradle-java-compiler-plugin";
    private static final List<String> LIBRARIES = List.of("asm", "commons-lang", "fastutil", "guava", "javax.inject", "jul-to-slf4j", "kryo", "minlog",
            "native-platform", "objenesis", "slf4j-api");

    public static void main(String[] arguments) throws IOException {
        List<Path> classpath = Arrays.stream(arguments[0].split(java.io.File.pathSeparator)).map(Path::of).toList();
        Path output = Files.createDirectories(Path.of(arguments[3]));
        List<String> parts = new ArrayList<>(List.of(COMPILER_PLUGIN));
        try (JarFile whole = new JarFile(classpath.get(0).toFile())) {
            for (JarEntry entry : Collections.list(whole.entries())) {
                if (entry.getName().endsWith(SUFFIX) && !entry.getName().contains("/")) {
                    parts.add(entry.getName().substring(0, entry.getName().length() - SUFFIX.length()));
                }
            }
        }
        for (String part : parts) {
            boolean pointing = part.equals(DAEMON) || part.equals(COMPILER_PLUGIN);
            try (JarOutputStream jar = open(output.resolve(part + "-" + arguments[1] + ".jar"), pointing ? classpath : List.of())) {
                put(jar, part + SUFFIX, "projects=\nruntime=\n".getBytes(StandardCharsets.UTF_8));
                if (part.equals(COMPILER_PLUGIN)) {
                    putAll(jar, Path.of(arguments[2]));
                }
            }
        }
        for (String library : LIBRARIES) {
            open(output.resolve(library + "-0.jar"), List.of()).close();
        }
    }

    private static JarOutputStream open(Path file, List<Path> classpath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!classpath.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                    classpath.stream().map(path -> path.toAbsolutePath().toUri().toString()).collect(Collectors.joining(" ")));
        }
        return new JarOutputStream(Files.newOutputStream(file), manifest);
    }

    private static void putAll(JarOutputStream jar, Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                put(jar, directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    private static void put(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        ((OutputStream) jar).write(bytes);
        jar.closeEntry();
    }
}
