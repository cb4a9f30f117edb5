package dev.lungfish.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The samples as they lie in their folders, with the markers at the ends of their lines. */
final class Samples {
    private static final String DUE = "//! ";
    private static final String TOLERATED = "//| ";

    private Samples() {
    }

    /**
     * A place and a key, or several keys of which one is meant.
     *
     * @param file name of the file without folder
     */
    record Marker(String file, int line, Set<String> keys) {
        boolean matches(Reported finding) {
            return file.equals(finding.file()) && line == finding.line() && keys.contains(finding.key());
        }
    }

    /** An error or warning that the tool printed. */
    record Reported(String file, int line, String key) {
        @Override
        public String toString() {
            return file + ":" + line + " " + key;
        }
    }

    /** The folder {@code samples/}, wherever the tests are started. */
    static Path folder() {
        Path here = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        return Files.isDirectory(here.resolve("parcels")) ? here : here.resolve("samples");
    }

    static List<String> sourcesOf(String sample) {
        try (Stream<Path> files = Files.walk(folder().resolve(sample))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The findings that are due. */
    static List<Marker> due(String sample) {
        return markers(sample, DUE);
    }

    /** The places where a second report of the same mistake is tolerated. */
    static List<Marker> tolerated(String sample) {
        return markers(sample, TOLERATED);
    }

    private static List<Marker> markers(String sample, String mark) {
        List<Marker> markers = new ArrayList<>();
        for (String source : sourcesOf(sample)) {
            Path file = Path.of(source);
            List<String> lines = linesOf(file);
            for (int i = 0; i < lines.size(); i++) {
                int at = lines.get(i).indexOf(mark);
                if (at >= 0) {
                    String keys = lines.get(i).substring(at + mark.length()).strip();
                    markers.add(new Marker(file.getFileName().toString(), i + 1, new TreeSet<>(List.of(keys.split("\\|")))));
                }
            }
        }
        return markers;
    }

    /** The lines that a sample's output must contain. */
    static List<String> expectedOutput(String sample) {
        return linesOf(folder().resolve(sample).resolve("expected-output.txt"));
    }

    private static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
