package dev.lungfish.checker.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of the option {@code models=}. Stateless. */
final class UserModels {
    private UserModels() {
    }

    /**
     * The files in their order, every row of them checked.
     *
     * @throws ModelFormatException if a file is malformed, or two of them describe the same thing
     * @throws java.io.UncheckedIOException if a file cannot be read
     */
    static List<ModelFile> read(List<Path> paths) {
        List<ModelFile> files = new ArrayList<>();
        Map<String, String> whereFirst = new HashMap<>();
        for (Path path : paths) {
            ModelFile file = ModelFile.readStrictly(path);
            for (ModelRow row : file.methods()) {
                noteOnce(row.signature(), file, whereFirst);
            }
            for (TypeModel type : file.types()) {
                noteOnce(type.name(), file, whereFirst);
            }
            files.add(file);
        }
        return files;
    }

    private static void noteOnce(String key, ModelFile file, Map<String, String> whereFirst) {
        String earlier = whereFirst.putIfAbsent(key, file.where(key));
        if (earlier != null) {
            throw new ModelFormatException(file.where(key), 0, "'" + key + "' was described at " + earlier + " already");
        }
    }
}
