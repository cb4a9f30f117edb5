package dev.lungfish.checker.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The model files inside our jar, read package by package when first asked for: a build that never meets Netty never reads its rows.
 * One instance for methods and one for types, shared by all compilations of the process. Thread-safe.
 */
final class ShippedModels {
    static final ShippedModels METHODS = new ShippedModels("methods");
    static final ShippedModels TYPES = new ShippedModels("types");

    private final String folder;
    /** Files by package. Guarded by this; null until the index is read. */
    private Map<String, List<String>> index;
    /** Guarded by this. */
    private final Map<String, ModelFile> files = new HashMap<>();
    /** Guarded by this. */
    private final Map<String, List<ModelFile>> byPackage = new HashMap<>();

    private ShippedModels(String folder) {
        this.folder = folder;
    }

    /** The files that describe a package; empty for a package we know nothing of. */
    synchronized List<ModelFile> ofPackage(String name) {
        List<ModelFile> known = byPackage.get(name);
        if (known == null) {
            known = new ArrayList<>();
            for (String file : index().getOrDefault(name, List.of())) {
                known.add(file(file));
            }
            byPackage.put(name, known);
        }
        return known;
    }

    /** The packages by file, both in the order of the index. */
    synchronized Map<String, List<String>> packagesByFile() {
        Map<String, List<String>> packages = new LinkedHashMap<>();
        index().forEach((name, stems) -> stems.forEach(stem -> packages.computeIfAbsent(stem, s -> new ArrayList<>()).add(name)));
        return packages;
    }

    /** One file by its name in the index. */
    synchronized ModelFile file(String stem) {
        ModelFile known = files.get(stem);
        if (known == null) {
            String path = folder + "/" + stem + ".tsv";
            known = ModelFile.parse(path, resource(path));
            files.put(stem, known);
        }
        return known;
    }

    private Map<String, List<String>> index() {
        if (index == null) {
            Map<String, List<String>> read = new LinkedHashMap<>();
            resource(folder + "/index.tsv").lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(line -> {
                int tab = line.indexOf('\t');
                read.computeIfAbsent(line.substring(0, tab), p -> new ArrayList<>()).add(line.substring(tab + 1));
            });
            index = read;
        }
        return index;
    }

    /** The text of a resource of this package. */
    static String resource(String path) {
        try (InputStream in = ShippedModels.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the library models " + path + " are missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library models " + path, e);
        }
    }
}
