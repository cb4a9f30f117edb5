package dev.lungfish.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the commands that a user would type, each in a process of its own. */
final class Commands {
    private static final long SECONDS = 300;

    private Commands() {
    }

    /**
     * How a command ended.
     *
     * @param output what it printed, standard output and error together
     */
    record Outcome(int exit, String output) {
    }

    /** The class path that user code needs: annotations and runtime, nothing of the tool. */
    static String userClassPath() {
        List<String> parts = new ArrayList<>();
        for (String part : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (part.contains("annotations") || part.contains("lungfish-runtime") || part.contains("runtime-fallback")) {
                parts.add(part);
            }
        }
        return String.join(java.io.File.pathSeparator, parts);
    }

    /** The one jar that goes on a processor path; built by the processor module, which stands before this one in the build. */
    static Path lungfishJar() {
        Path jar = Samples.folder().resolveSibling("processor").resolve("target").resolve("lungfish.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not there; `mvn -B verify` builds it");
        }
        return jar;
    }

    static Outcome java(List<String> arguments) {
        return run("java", arguments);
    }

    static Outcome javac(List<String> arguments) {
        return run("javac", arguments);
    }

    private static Outcome run(String tool, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(arguments);
        Path output = null;
        try {
            output = Files.createTempFile("lungfish-sample", ".txt");
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end within " + SECONDS + " seconds");
            }
            return new Outcome(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + command, e);
        } finally {
            delete(output);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
