package dev.lungfish.checker.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model file of ours of which only the places of its classes are known: a compilation asks for few of them, and cutting thousands of rows would
 * cost more than the rest of the start. The rows of a class stand together. Thread-safe.
 */
final class ModelText {
    private record Block(int start, int end, int line) {
    }

    private final String name;
    private final String text;
    private final Map<String, Block> blocks = new HashMap<>();
    /** What has been asked for. Guarded by this. */
    private final Map<String, ModelFile> read = new HashMap<>();

    /** @throws ModelFormatException if the rows of a class stand in two places */
    ModelText(String name, String text) {
        this.name = name;
        this.text = text;
        int line = 0;
        int blockStart = -1;
        int blockLine = 0;
        String owner = null;
        int end;
        for (int start = 0; start < text.length(); start = end + 1) {
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line++;
            if (owner != null && continues(owner, start)) {
                continue;
            }
            if (owner != null) {
                add(owner, new Block(blockStart, start, blockLine));
            }
            owner = end == start || text.charAt(start) == '#' ? null : ownerAt(start, end);
            blockStart = start;
            blockLine = line;
        }
        if (owner != null) {
            add(owner, new Block(blockStart, text.length(), blockLine));
        }
    }

    private boolean continues(String owner, int start) {
        return text.startsWith(owner, start) && start + owner.length() < text.length() && text.charAt(start + owner.length()) == '#';
    }

    private String ownerAt(int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) != '#' && text.charAt(at) != '\t') {
            at++;
        }
        return text.substring(start, at);
    }

    private void add(String owner, Block block) {
        if (blocks.put(owner, block) != null) {
            throw new ModelFormatException(name, block.line(), "the rows of '" + owner + "' stand in two places");
        }
    }

    /** The rows of one class by method name; empty if it has none. */
    Map<String, List<ModelRow>> ofClass(String binaryName) {
        return rows(binaryName).map(file -> file.ofClass(binaryName)).orElse(Map.of());
    }

    /** The row of a type. */
    Optional<TypeModel> type(String binaryName) {
        return rows(binaryName).flatMap(file -> file.types().stream().findFirst());
    }

    private synchronized Optional<ModelFile> rows(String binaryName) {
        Block block = blocks.get(binaryName);
        if (block == null) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(binaryName, n -> ModelFile.parse(name, text.substring(block.start(), block.end()), block.line())));
    }
}
