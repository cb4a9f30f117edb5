package dev.lungfish.processor.shard;

import dev.lungfish.checker.model.ContractFile;
import dev.lungfish.checker.model.ContractFormatException;
import dev.lungfish.processor.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The verdicts of several directories of classes and jars: what each rests on, and what the contracts there say now. Collect first, then ask. Not
 * thread-safe.
 */
public final class VerdictIndex {
    private static final String FOLDER = "META-INF/lungfish";

    private final List<Grounds> grounds = new ArrayList<>();
    /** The contracts of the classes that lie in the inputs; empty for a class without one. */
    private final Map<String, SortedMap<String, String>> contracts = new HashMap<>();
    /** Classes that several inputs have, with different contracts: nobody knows which of them is meant. */
    private final Set<String> ambiguous = new HashSet<>();

    /**
     * Adds what lies below a directory or in a jar.
     *
     * @throws InputException if it cannot be read
     */
    public void add(Path input) {
        ShardReader.within(input, top -> {
            try (Stream<Path> files = Files.walk(top)) {
                for (Path folder : files.filter(path -> path.endsWith(FOLDER) && Files.isDirectory(path)).sorted().toList()) {
                    addOutput(folder.getParent().getParent());
                }
            } catch (IOException e) {
                throw new InputException("cannot read '" + input + "': " + e.getMessage());
            }
            return null;
        });
    }

    private void addOutput(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
                String path = classes.relativize(file).toString().replace('\\', '/');
                addClass(path.substring(0, path.length() - ".class".length()).replace('/', '.'), classes);
            }
        }
    }

    private void addClass(String name, Path classes) throws IOException {
        Path contract = classes.resolve(ContractFile.pathOf(name));
        Path ground = classes.resolve(Grounds.pathOf(name));
        if (Files.exists(ground)) {
            grounds.add(Grounds.parse(Files.readString(ground, StandardCharsets.UTF_8), ground.toString()));
        }
        SortedMap<String, String> lines = Files.exists(contract) ? linesOf(contract) : new TreeMap<>();
        SortedMap<String, String> before = contracts.putIfAbsent(name, lines);
        if (before != null && !before.equals(lines)) {
            ambiguous.add(name);
        }
    }

    private static SortedMap<String, String> linesOf(Path contract) throws IOException {
        try {
            return ContractFile.read(Files.readString(contract, StandardCharsets.UTF_8)).lines();
        } catch (ContractFormatException e) {
            throw new InputException("'" + contract + "' is no contract file of this version of Lungfish (line " + e.line() + ")");
        }
    }

    /** One sentence for each class whose verdict rests on what has changed since. Of classes that were not added nothing is known. */
    public List<String> outdated() {
        return OutdatedVerdicts.among(grounds, name -> ambiguous.contains(name) ? Optional.empty() : Optional.ofNullable(contracts.get(name)));
    }
}
