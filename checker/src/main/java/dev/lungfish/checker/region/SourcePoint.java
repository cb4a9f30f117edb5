package dev.lungfish.checker.region;

import java.util.Comparator;

/**
 * A place in a source file. Lines and columns are 1-based, columns count UTF-16 units (a tab is one), the end is exclusive.
 *
 * @param file the path of the file as the compiler was given it
 * @param start offset of the first character
 * @param end offset behind the last character
 */
public record SourcePoint(String file, int line, int column, int endLine, int endColumn, int start, int end)
        implements Comparable<SourcePoint> {
    /** Where there is no source: sorts first, and is never shown. */
    public static final SourcePoint NOWHERE = new SourcePoint("", 0, 0, 0, 0, -1, -1);

    private static final Comparator<SourcePoint> ORDER =
            Comparator.comparing(SourcePoint::file).thenComparingInt(SourcePoint::start).thenComparingInt(SourcePoint::end);

    /** Whether there is a source to show. */
    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public int compareTo(SourcePoint other) {
        return ORDER.compare(this, other);
    }
}
