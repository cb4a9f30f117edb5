package dev.lungfish.processor.shard;

import dev.lungfish.processor.InputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * What the verdict about one top-level class rests on elsewhere, as a small file beside its class file: which methods of other classes it names, and
 * what their contracts said then, both as checksums. A build that compiles a class and not those that rely on it can tell from these which verdicts
 * are out of date. Immutable.
 *
 * @param className the class that was judged
 * @param members by class relied on, then by method: the checksum of the words of its contract, or nothing if it had none
 */
public record Grounds(String className, SortedMap<String, SortedMap<String, String>> members) {
    /** Where the files lie in a directory of classes or in a jar. */
    public static final String FOLDER = "META-INF/lungfish/grounds/";

    private static final String SUFFIX = ".grounds";
    private static final String HEADER = "lungfish-grounds 1 ";

    /** The path of the file of a top-level class. */
    public static String pathOf(String className) {
        return FOLDER + className + SUFFIX;
    }

    /** The class whose file has this name; nothing if it is another file. */
    public static Optional<String> classOf(String fileName) {
        return fileName.endsWith(SUFFIX) ? Optional.of(fileName.substring(0, fileName.length() - SUFFIX.length())) : Optional.empty();
    }

    /**
     * The grounds of a verdict that has just been made.
     *
     * @param reliance by class relied on and method, the words of its contract, or nothing
     * @param sums checksums that are known by now: most classes rely on what others do
     */
    public static Grounds of(String className, SortedMap<String, SortedMap<String, String>> reliance, Map<String, String> sums) {
        SortedMap<String, SortedMap<String, String>> members = new TreeMap<>();
        reliance.forEach((owner, methods) -> {
            SortedMap<String, String> summed = new TreeMap<>();
            methods.forEach((key, words) -> summed.put(sums.computeIfAbsent(key, Grounds::sum), sums.computeIfAbsent(words, Grounds::sumOf)));
            members.put(owner, summed);
        });
        return new Grounds(className, members);
    }

    /** The file: one line for each class relied on, the same on every machine. */
    public String text() {
        StringBuilder text = new StringBuilder(HEADER).append(className).append('\n');
        members.forEach((owner, methods) -> {
            text.append(owner);
            methods.forEach((key, words) -> text.append(' ').append(key).append(words.isEmpty() ? "" : "=" + words));
            text.append('\n');
        });
        return text.toString();
    }

    /**
     * Reads a file.
     *
     * @throws InputException if it is none, or one of another version
     */
    public static Grounds parse(String text, String file) {
        String[] lines = text.split("\n");
        if (!lines[0].startsWith(HEADER) || !text.endsWith("\n")) {
            throw new InputException("'" + file + "' was not written by this version of Lungfish");
        }
        SortedMap<String, SortedMap<String, String>> members = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] words = lines[i].split(" ");
            SortedMap<String, String> methods = new TreeMap<>();
            for (int j = 1; j < words.length; j++) {
                int equals = words[j].indexOf('=');
                methods.put(equals < 0 ? words[j] : words[j].substring(0, equals), equals < 0 ? "" : words[j].substring(equals + 1));
            }
            members.put(words[0], methods);
        }
        return new Grounds(lines[0].substring(HEADER.length()), members);
    }

    /**
     * The methods whose contracts are not what they were, for messages; of one that has no contract any more, its class.
     *
     * @param contracts the contract of a class by method as it is now; nothing for a class that is not seen
     */
    public List<String> outdated(Function<String, Optional<? extends Map<String, String>>> contracts) {
        List<String> changed = new ArrayList<>();
        members.forEach((owner, methods) -> contracts.apply(owner).ifPresent(now -> {
            Map<String, String> keys = new HashMap<>();
            now.keySet().forEach(key -> keys.put(sum(key), key));
            methods.forEach((key, words) -> {
                String found = keys.get(key);
                if (!words.equals(found == null ? "" : sumOf(now.get(found)))) {
                    changed.add(found == null ? owner : shown(owner, found));
                }
            });
        }));
        return changed.stream().distinct().toList();
    }

    private static String shown(String owner, String key) {
        String name = key.substring(key.indexOf('#') + 1, key.indexOf('('));
        return name.equals("<init>") ? "new " + owner : owner + "." + name;
    }

    private static String sumOf(String words) {
        return words.isEmpty() ? "" : sum(words);
    }

    private static String sum(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
