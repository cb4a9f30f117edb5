package dev.lungfish.checker.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One model file, cut into rows: {@code owner#method(types) TAB effects TAB reason [TAB since=N]} and
 * {@code type TAB verdict TAB reason [TAB since=N]}. Immutable.
 */
final class ModelFile {
    private static final int COLUMNS = 3;
    private static final String SINCE = "since=";

    private final String name;
    private final List<ModelRow> methods = new ArrayList<>();
    /** Class, then method name. */
    private final Map<String, Map<String, List<ModelRow>>> byClass = new HashMap<>();
    private final List<TypeModel> types = new ArrayList<>();
    private final Map<String, Integer> typeSince = new HashMap<>();
    private final Map<String, Integer> lineOf = new HashMap<>();

    private ModelFile(String name) {
        this.name = name;
    }

    /**
     * Cuts a text into rows. Effects are left for {@link ModelRow#model()}.
     *
     * @param name how messages call the file
     * @throws ModelFormatException if a row is malformed, has no reason or repeats another
     */
    static ModelFile parse(String name, String text) {
        return parse(name, text, 1);
    }

    /** As {@link #parse(String, String)}, for a part of a file that begins with the given line. */
    static ModelFile parse(String name, String text, int firstLine) {
        ModelFile file = new ModelFile(name);
        int line = firstLine - 1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            line++;
            String row = text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end);
            if (!row.isBlank() && row.charAt(0) != '#') {
                file.addRow(row, line);
            }
            start = end + 1;
        }
        return file;
    }

    /**
     * Reads a user's file and checks every effect in it.
     *
     * @throws UncheckedIOException if it cannot be read
     * @throws ModelFormatException if it is no model file
     */
    static ModelFile readStrictly(Path path) {
        String text;
        try {
            text = Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the library models in " + path + ": " + e, e);
        }
        ModelFile file = parse(path.toString(), text);
        file.methods.forEach(ModelRow::model);
        return file;
    }

    List<ModelRow> methods() {
        return methods;
    }

    /** The rows of one class by method name; empty if it has none. */
    Map<String, List<ModelRow>> ofClass(String binaryName) {
        return byClass.getOrDefault(binaryName, Map.of());
    }

    List<TypeModel> types() {
        return types;
    }

    /** The oldest release that has the type; 0 if every supported one has. */
    int since(TypeModel type) {
        return typeSince.getOrDefault(type.name(), 0);
    }

    /** The place of a row by its key, for messages. */
    String where(String key) {
        return name + ":" + lineOf.get(key);
    }

    private void addRow(String row, int line) {
        List<String> columns = columns(row);
        if (columns.size() < COLUMNS || columns.get(2).isBlank()) {
            throw new ModelFormatException(name, line, "the row has no reason; a row is: what TAB says TAB reason");
        }
        int since = columns.size() > COLUMNS ? since(columns.get(COLUMNS), line) : 0;
        String key = columns.get(0);
        int hash = key.indexOf('#');
        if (hash < 0) {
            addType(columns, since, line);
        } else {
            addMethod(columns, hash, since, line);
        }
        Integer earlier = lineOf.putIfAbsent(key, line);
        if (earlier != null) {
            throw new ModelFormatException(name, line, "'" + key + "' was described in line " + earlier + " already");
        }
    }

    private void addMethod(List<String> columns, int hash, int since, int line) {
        String key = columns.get(0);
        int open = key.indexOf('(', hash);
        String method = open < 0 ? key.substring(hash + 1) : key.substring(hash + 1, open);
        if (hash == 0 || method.isEmpty() || open >= 0 && !key.endsWith(")")) {
            throw new ModelFormatException(name, line, "'" + key + "' is not of the form package.Class#method(Type,Type)");
        }
        List<String> params = open < 0 ? null : params(key.substring(open + 1, key.length() - 1));
        ModelRow row = new ModelRow(name, line, key.substring(0, hash), method, params, columns.get(1), columns.get(2), since);
        methods.add(row);
        byClass.computeIfAbsent(row.owner(), o -> new HashMap<>()).computeIfAbsent(method, m -> new ArrayList<>(2)).add(row);
    }

    private static List<String> params(String text) {
        List<String> params = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf(',', start);
            if (end < 0) {
                end = text.length();
            }
            params.add(text.substring(start, end));
            start = end + 1;
        }
        return params;
    }

    private void addType(List<String> columns, int since, int line) {
        String verdict = columns.get(1);
        boolean inheritable = verdict.endsWith("+");
        String word = inheritable ? verdict.substring(0, verdict.length() - 1) : verdict;
        int colon = word.indexOf(':');
        String thread = colon < 0 ? "" : word.substring(colon + 1);
        TypeVerdict found = verdict(colon < 0 ? word : word.substring(0, colon), line);
        if ((found == TypeVerdict.CONFINED) == thread.isEmpty()) {
            throw new ModelFormatException(name, line, "'" + verdict + "': confined, and only confined, names a thread");
        }
        types.add(new TypeModel(columns.get(0), found, thread, inheritable, columns.get(2)));
        if (since > 0) {
            typeSince.put(columns.get(0), since);
        }
    }

    private TypeVerdict verdict(String word, int line) {
        List<String> known = new ArrayList<>();
        for (TypeVerdict verdict : TypeVerdict.values()) {
            if (verdict.word().equals(word)) {
                return verdict;
            }
            known.add(verdict.word());
        }
        throw new ModelFormatException(name, line, "unknown verdict '" + word + "'; known are " + String.join(" ", known));
    }

    private int since(String column, int line) {
        if (column.startsWith(SINCE)) {
            try {
                return Integer.parseInt(column.substring(SINCE.length()));
            } catch (NumberFormatException e) {
                throw new ModelFormatException(name, line, "'" + column + "' does not name a release");
            }
        }
        throw new ModelFormatException(name, line, "unexpected column '" + column + "'; a fourth column is since=N");
    }

    private static List<String> columns(String row) {
        List<String> columns = new ArrayList<>(COLUMNS + 1);
        int start = 0;
        for (int tab = row.indexOf('\t'); tab >= 0; tab = row.indexOf('\t', start)) {
            columns.add(row.substring(start, tab).strip());
            start = tab + 1;
        }
        columns.add(row.substring(start).strip());
        return columns;
    }
}
