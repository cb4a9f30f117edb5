package dev.lungfish.processor;

import dev.lungfish.checker.region.SourcePoint;
import java.util.Optional;

/**
 * A line of source with a mark under a part of it.
 *
 * @param line the line, tabs made blanks
 * @param marker carets under the part
 */
public record Excerpt(String line, String marker) {
    private static final int WIDEST = 200;

    /** The first line of a place, or nothing if the text does not have it or the line is too long to be read. */
    public static Optional<Excerpt> of(String text, SourcePoint at) {
        if (at.start() < 0 || at.start() > text.length()) {
            return Optional.empty();
        }
        int from = at.start();
        while (from > 0 && text.charAt(from - 1) != '\n' && text.charAt(from - 1) != '\r') {
            from--;
        }
        int to = at.start();
        while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
            to++;
        }
        if (to - from > WIDEST) {
            return Optional.empty();
        }
        String indentation = text.substring(from, to);
        String line = indentation.strip();
        int blanks = indentation.length() - indentation.stripLeading().length();
        int start = Math.max(0, at.start() - from - blanks);
        int length = Math.max(1, Math.min(at.end(), to) - at.start());
        return Optional.of(new Excerpt(line.replace('\t', ' '), " ".repeat(start) + "^".repeat(Math.min(length, Math.max(1, line.length() - start)))));
    }
}
