package dev.lungfish.processor;

import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.ContractFile;
import dev.lungfish.checker.model.ContractFormatException;
import dev.lungfish.processor.shard.Grounds;
import dev.lungfish.processor.shard.OutdatedVerdicts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileManager;
import javax.tools.StandardLocation;

/**
 * Verdicts of earlier compilations into the same directory. An incremental build leaves those of the classes that it does not compile as they are,
 * also where this compilation has changed what they rest on: that is told here.
 */
final class EarlierVerdicts {
    private final Program program;
    private final JavaFileManager files;
    private final Report report;
    private final Map<String, Optional<SortedMap<String, String>>> contracts = new HashMap<>();

    EarlierVerdicts(Program program, JavaFileManager files, Report report) {
        this.program = program;
        this.files = files;
        this.report = report;
    }

    /** One sentence for each class whose verdict is out of date, or whose grounds cannot be read. */
    List<String> outdated() {
        List<String> troubles = new ArrayList<>();
        List<Grounds> earlier = new ArrayList<>();
        try {
            Path output = Path.of(files.getFileForOutput(StandardLocation.CLASS_OUTPUT, "", Grounds.pathOf("any"), null).toUri()).getParent();
            if (Files.isDirectory(output)) {
                read(output, earlier, troubles);
            }
        } catch (IOException e) {
            troubles.add("cannot read what earlier verdicts rest on: " + e.getMessage());
        } catch (FileSystemNotFoundException | IllegalArgumentException e) {
            // A file manager whose files are on no disk: nothing of an earlier compilation is there.
            return troubles;
        }
        troubles.addAll(OutdatedVerdicts.among(earlier, this::contractOf));
        return troubles;
    }

    private void read(Path folder, List<Grounds> earlier, List<String> troubles) throws IOException {
        Path classes = folder.getParent().getParent().getParent();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.sorted().toList()) {
                Optional<String> name = Grounds.classOf(file.getFileName().toString()).filter(type -> !report.classes().contains(type))
                        .filter(type -> Files.exists(classes.resolve(type.replace('.', '/') + ".class")));
                if (name.isPresent()) {
                    try {
                        earlier.add(Grounds.parse(Files.readString(file, StandardCharsets.UTF_8), file.getFileName().toString()));
                    } catch (InputException e) {
                        troubles.add(e.getMessage() + ": compile '" + name.get() + "' again");
                    }
                }
            }
        }
    }

    private Optional<SortedMap<String, String>> contractOf(String className) {
        return contracts.computeIfAbsent(className, this::readContract);
    }

    /** What was found out now, or what lies beside the class file. A class that is not seen, and a file that is broken, say nothing. */
    private Optional<SortedMap<String, String>> readContract(String className) {
        if (report.classes().contains(className)) {
            String text = report.contracts().get(className);
            return Optional.of(text == null ? new TreeMap<>() : ContractFile.read(text).lines());
        }
        TypeElement type = program.elements().getTypeElement(className);
        if (type == null) {
            return Optional.empty();
        }
        try {
            Optional<Program.Resource> file = program.resources().find(type, ContractFile.pathOf(className));
            return Optional.of(file.isEmpty() ? new TreeMap<>() : ContractFile.read(file.get().text()).lines());
        } catch (IOException | ContractFormatException e) {
            return Optional.empty();
        }
    }
}
