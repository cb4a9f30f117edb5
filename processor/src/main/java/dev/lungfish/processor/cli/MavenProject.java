package dev.lungfish.processor.cli;

import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Maven project as Maven sees it: Maven is run, off line first, and tells the class path of each module; sources are those of the main code.
 *
 * @param files the source files of all modules
 * @param classpath of all modules, without the modules themselves
 */
record MavenProject(List<Path> files, List<Path> classpath) {
    private static final String CLASSPATH_FILE = "lungfish-classpath.txt";
    private static final int MINUTES = 10;

    /** Whether the name is that of a directory with a {@code pom.xml}, or of that file. */
    static boolean isOne(String name) {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path.resolve("pom.xml")) || path.endsWith("pom.xml") && Files.isRegularFile(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * Asks Maven.
     *
     * @throws InputException if Maven is not there or fails; its own words are in the message
     */
    static MavenProject read(Path path, Terminal terminal) {
        Path directory = path.endsWith("pom.xml") ? path.toAbsolutePath().getParent() : path;
        List<Path> modules = modulesOf(directory);
        terminal.progress("asking Maven for the class path");
        try {
            askMaven(directory);
            return collect(modules);
        } finally {
            terminal.progressDone();
            modules.forEach(module -> deleteQuietly(module.resolve("target").resolve(CLASSPATH_FILE)));
        }
    }

    private static void askMaven(Path directory) {
        // With the phase 'compile' modules find each other in the reactor, and generated sources are made. The compiler itself is skipped:
        // it could run us, and nothing of the build's own output may change.
        String[] ask = {"-q", "-B", "-Dstyle.color=never", "-Dmaven.main.skip=true", "-Dmaven.resources.skip=true",
            "-Dmdep.outputFile=target/" + CLASSPATH_FILE, "compile", "dependency:build-classpath"};
        List<String> withoutNetwork = new ArrayList<>(List.of(ask));
        withoutNetwork.add(0, "-o");
        if (run(directory, withoutNetwork.toArray(String[]::new)).code() == 0) {
            return;
        }
        Execution online = run(directory, ask);
        if (online.code() != 0) {
            throw new InputException("Maven cannot tell the class path of '" + directory + "':" + System.lineSeparator() + firstLines(online.output())
                    + System.lineSeparator() + "Build the project once ('mvn -q install -DskipTests'), or give source directories and --classpath");
        }
    }

    private static MavenProject collect(List<Path> modules) {
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> classpath = new LinkedHashSet<>();
        for (Path module : modules) {
            for (Path root : sourceRoots(module)) {
                files.addAll(SourceFinder.sources(root));
            }
            Path told = module.resolve("target").resolve(CLASSPATH_FILE);
            if (Files.isRegularFile(told)) {
                for (String entry : readQuietly(told).strip().split(java.io.File.pathSeparator)) {
                    if (!entry.isBlank()) {
                        classpath.add(Path.of(entry));
                    }
                }
            }
        }
        if (files.isEmpty()) {
            throw new InputException("the Maven project '" + modules.get(0) + "' has no Java source file");
        }
        return new MavenProject(List.copyOf(files), List.copyOf(classpath));
    }

    private static List<Path> sourceRoots(Path module) {
        List<Path> roots = new ArrayList<>();
        String named = PomText.of(module.resolve("pom.xml")).sourceDirectory();
        Path main = module.resolve(named.isEmpty() ? "src/main/java" : named);
        if (Files.isDirectory(main)) {
            roots.add(main);
        }
        Path generated = module.resolve("target/generated-sources");
        if (Files.isDirectory(generated)) {
            try (Stream<Path> kinds = Files.list(generated)) {
                kinds.filter(Files::isDirectory).sorted().forEach(roots::add);
            } catch (IOException e) {
                throw new InputException("cannot read '" + generated + "': " + e.getMessage());
            }
        }
        return roots;
    }

    private static List<Path> modulesOf(Path directory) {
        List<Path> modules = new ArrayList<>(List.of(directory));
        for (String name : PomText.of(directory.resolve("pom.xml")).modules()) {
            Path module = directory.resolve(name).normalize();
            if (Files.isRegularFile(module.resolve("pom.xml"))) {
                modules.addAll(modulesOf(module));
            }
        }
        return modules;
    }

    private record Execution(int code, String output) {
    }

    private static Execution run(Path directory, String... arguments) {
        List<String> command = new ArrayList<>();
        boolean windows = java.io.File.separatorChar == '\\';
        Path wrapper = directory.resolve(windows ? "mvnw.cmd" : "mvnw").toAbsolutePath();
        command.add(Files.isExecutable(wrapper) ? wrapper.toString() : windows ? "mvn.cmd" : "mvn");
        command.addAll(List.of(arguments));
        try {
            Path log = Files.createTempFile("lungfish-maven", ".log");
            try {
                Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                        .redirectOutput(log.toFile()).start();
                if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                    process.destroy();
                    throw new InputException("Maven did not answer within " + MINUTES + " minutes");
                }
                return new Execution(process.exitValue(), readQuietly(log));
            } finally {
                deleteQuietly(log);
            }
        } catch (IOException e) {
            throw new InputException("'" + directory + "' is a Maven project, but Maven cannot be started (" + e.getMessage()
                    + "): install it, or give source directories and --classpath");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException("interrupted while Maven was running");
        }
    }

    private static String firstLines(String output) {
        return output.lines().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "").strip())
                .filter(line -> line.length() > "[ERROR]".length() && !line.contains("re-run Maven")).limit(5).map(line -> "  " + line)
                .reduce((a, b) -> a + System.lineSeparator() + b).orElse("  (it said nothing)");
    }

    private static String readQuietly(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("cannot read '" + file + "': " + e.getMessage());
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A leftover of a few bytes in a build directory does no harm, and the next run replaces it.
            file.toFile().deleteOnExit();
        }
    }
}
