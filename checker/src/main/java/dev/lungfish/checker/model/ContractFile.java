package dev.lungfish.checker.model;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contract file of one top-level class: what its methods do, one line for each ({@code docs/contracts.md}). Immutable.
 *
 * @param className the binary name of the class
 * @param lines what each method does, by the key of the method
 */
public record ContractFile(String className, SortedMap<String, String> lines) {
    /** The version of the format that this release writes and reads. */
    public static final int VERSION = 1;

    private static final String MAGIC = "lungfish-contract";

    public ContractFile {
        lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    }

    /** Where the file of a class lies in its jar or folder. */
    public static String pathOf(String className) {
        return "META-INF/lungfish/" + className + ".contract";
    }

    /** The file as it is written: the same lines in the same order on every machine. */
    public String text() {
        StringBuilder text = new StringBuilder(MAGIC).append(' ').append(VERSION).append(' ').append(className).append('\n');
        lines.forEach((key, words) -> text.append(key).append(' ').append(words).append('\n'));
        return text.toString();
    }

    /**
     * Reads a file.
     *
     * @throws ContractFormatException if it is broken, or of a version that this release does not know
     */
    public static ContractFile read(String text) {
        String[] all = text.split("\n", -1);
        String[] header = all[0].split(" ");
        if (header.length < 2 || !header[0].equals(MAGIC) || !header[1].matches("[0-9]{1,6}")) {
            throw new ContractFormatException(1, all[0]);
        }
        if (Integer.parseInt(header[1]) != VERSION) {
            throw ContractFormatException.version(header[1]);
        }
        if (header.length != 3 || all.length == 1) {
            throw new ContractFormatException(1, all[0]);
        }
        SortedMap<String, String> lines = new TreeMap<>();
        for (int i = 1; i < all.length; i++) {
            int space = all[i].indexOf(' ');
            boolean last = i == all.length - 1;
            if (last != all[i].isEmpty() || !last && (space <= 0 || lines.put(all[i].substring(0, space), all[i].substring(space + 1)) != null)) {
                throw new ContractFormatException(i + 1, all[i]);
            }
        }
        return new ContractFile(header[2], lines);
    }
}
