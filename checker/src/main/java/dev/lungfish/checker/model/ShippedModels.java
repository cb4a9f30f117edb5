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
    private final Map<String, ModelText> texts = new HashMap<>();
    /** Guarded by this. */
    private final Map<String, List<ModelText>> byPackage = new HashMap<>();

    private ShippedModels(String folder) {
        this.folder = folder;
    }

    /** The files that describe a package; empty for a package we know nothing of. */
    synchronized List<ModelText> ofPackage(String name) {
        List<ModelText> known = byPackage.get(name);
        if (known == null) {
            known = new ArrayList<>();
            for (String file : index().getOrDefault(name, List.of())) {
                known.add(text(file));
            }
            byPackage.put(name, known);
        }
        return known;
    }

    private ModelText text(String stem) {
        ModelText known = texts.get(stem);
        if (known == null) {
            known = new ModelText(path(stem), resource(path(stem)));
            texts.put(stem, known);
        }
        return known;
    }

    /** The packages by file, both in the order of the index. */
    synchronized Map<String, List<String>> packagesByFile() {
        Map<String, List<String>> packages = new LinkedHashMap<>();
        index().forEach((name, stems) -> stems.forEach(stem -> packages.computeIfAbsent(stem, s -> new ArrayList<>()).add(name)));
        return packages;
    }

    /** One file by its name in the index, with all its rows. */
    ModelFile file(String stem) {
        return ModelFile.parse(path(stem), resource(path(stem)));
    }

    private String path(String stem) {
        return folder.concat("/").concat(stem).concat(".tsv");
    }

    private Map<String, List<String>> index() {
        if (index == null) {
            Map<String, List<String>> read = new LinkedHashMap<>();
            for (String line : lines(folder.concat("/index.tsv"))) {
                int tab = line.indexOf('\t');
                String name = line.substring(0, tab);
                List<String> files = read.get(name);
                if (files == null) {
                    files = new ArrayList<>(2);
                    read.put(name, files);
                }
                files.add(line.substring(tab + 1));
            }
            index = read;
        }
        return index;
    }

    /** The lines of a resource of this package that are neither empty nor comments. */
    static List<String> lines(String path) {
        String text = resource(path);
        List<String> lines = new ArrayList<>();
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (end > start && text.charAt(start) != '#') {
                lines.add(text.substring(start, end));
            }
        }
        return lines;
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
