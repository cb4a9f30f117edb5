package dev.lungfish.processor.cli;

import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be analysed: source files and the class path they need.
 *
 * @param files the source files
 * @param classpath without our own libraries
 */
record Workspace(List<Path> files, List<Path> classpath) {
    /**
     * Finds both for what a user named. A directory with a {@code pom.xml} is a Maven project: Maven itself is asked.
     *
     * @throws InputException if something named cannot be used
     */
    static Workspace of(List<String> named, List<Path> givenClasspath, Terminal terminal) {
        Set<Path> files = new LinkedHashSet<>();
        Set<Path> classpath = new LinkedHashSet<>(givenClasspath);
        List<String> plain = new ArrayList<>();
        for (String name : named) {
            if (MavenProject.isOne(name)) {
                MavenProject project = MavenProject.read(Path.of(name), terminal);
                files.addAll(project.files());
                classpath.addAll(project.classpath());
            } else {
                plain.add(name);
            }
        }
        files.addAll(SourceFinder.find(plain));
        // Everything is compiled as one unnamed module, which reads all others: what modules hide from each other changes no verdict, and
        // several module declarations, or modules on a class path, would only be in the way.
        files.removeIf(file -> file.endsWith("module-info.java"));
        if (files.isEmpty()) {
            throw new InputException("there is nothing to check but a module declaration");
        }
        return new Workspace(List.copyOf(files), List.copyOf(classpath));
    }

    /** The jars that {@code DIR/*} on a class path stands for; {@code what} names the path in messages. */
    static List<Path> jarsIn(Path directory, String what) {
        try (Stream<Path> entries = Files.list(directory.toString().isEmpty() ? Path.of(".") : directory)) {
            return entries.filter(path -> path.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new InputException("cannot read '" + directory + "', which the " + what + " names");
        }
    }
}
