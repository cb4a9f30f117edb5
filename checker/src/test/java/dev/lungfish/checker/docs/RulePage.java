package dev.lungfish.checker.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A page under {@code docs/rules/}, taken apart: its headings and its examples.
 *
 * @param key the rule key, from the name of the file
 * @param lines the text
 * @param examples the source files on the page, in order
 */
record RulePage(String key, List<String> lines, List<Example> examples) {
    private static final String FENCE = "```";

    /** Whether an example shows what is wrong or how to repair it. */
    enum Kind { REJECTED, ACCEPTED }

    /**
     * One source file on a page.
     *
     * @param section the heading under which it stands
     * @param name the file name, as {@code Name.java}
     * @param text the source with a first line that names the file
     */
    record Example(String key, Kind kind, String section, String name, String text) {
        /** How the example is called in the list of pending ones. */
        String id() {
            return key + " " + name;
        }

        /** What the markers ask for, as {@code line key}. */
        Set<String> expected() {
            Set<String> expected = new TreeSet<>();
            String[] all = text.split("\n");
            for (int i = 0; i < all.length; i++) {
                int marker = all[i].indexOf("//! ");
                if (marker >= 0) {
                    expected.add((i + 1) + " " + all[i].substring(marker + 4).strip());
                }
            }
            return expected;
        }
    }

    /** The folder of the pages, wherever the tests are started. */
    static Path folder() {
        Path at = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (at != null && !Files.isDirectory(at.resolve("docs/rules"))) {
            at = at.getParent();
        }
        if (at == null) {
            throw new IllegalStateException("no docs/rules above " + Path.of("").toAbsolutePath());
        }
        return at.resolve("docs/rules");
    }

    /** All pages, sorted by key; the overview is no page. */
    static List<RulePage> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".md") && !file.endsWith("README.md")).sorted().map(RulePage::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The headings of a level, as {@code "## "}. */
    List<String> headings(String mark) {
        List<String> headings = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            code ^= line.startsWith(FENCE);
            if (!code && line.startsWith(mark)) {
                headings.add(line.substring(mark.length()).strip());
            }
        }
        return headings;
    }

    private static RulePage read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String name = file.getFileName().toString();
            String key = name.substring(0, name.length() - ".md".length());
            return new RulePage(key, lines, examplesOf(key, lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Example> examplesOf(String key, List<String> lines) {
        List<Example> examples = new ArrayList<>();
        String section = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("## ")) {
                section = line.substring(3).strip();
            } else if (line.equals(FENCE + "java")) {
                int end = i + 1;
                while (!lines.get(end).equals(FENCE)) {
                    end++;
                }
                examples.add(example(key, section, lines.subList(i + 1, end)));
                i = end;
            }
        }
        return examples;
    }

    private static Example example(String key, String section, List<String> code) {
        String first = code.get(0);
        Kind kind = first.startsWith("// Rejected: ") ? Kind.REJECTED : Kind.ACCEPTED;
        String name = first.substring(first.indexOf(": ") + 2).strip();
        String rest = String.join("\n", code.subList(1, code.size()));
        return new Example(key, kind, section, name, "// " + name + "\n" + rest + "\n");
    }
}
