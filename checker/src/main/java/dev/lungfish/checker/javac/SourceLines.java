package dev.lungfish.checker.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lines of a source file, counted from 1. javac keeps its own map of them only where class files get line numbers: not under {@code -g:none}, which
 * is what Ant passes by default. Immutable. Columns count UTF-16 units.
 */
final class SourceLines implements LineMap {
    private final List<Integer> starts;

    private SourceLines(List<Integer> starts) {
        this.starts = starts;
    }

    /** The compiler's own map, or one made of the text where it has none. */
    static LineMap of(CompilationUnitTree unit) {
        LineMap kept = unit.getLineMap();
        if (kept != null) {
            return kept;
        }
        try {
            return of(unit.getSourceFile().getCharContent(true));
        } catch (IOException e) {
            // The text is gone since it was compiled: everything is said to stand on one line.
            return of("");
        }
    }

    static SourceLines of(CharSequence text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (c == '\n' || c == '\r' && !pair) {
                starts.add(i + 1);
            }
        }
        return new SourceLines(starts);
    }

    @Override
    public long getStartPosition(long line) {
        return starts.get((int) line - 1);
    }

    @Override
    public long getPosition(long line, long column) {
        return getStartPosition(line) + column - 1;
    }

    @Override
    public long getLineNumber(long position) {
        int at = Collections.binarySearch(starts, (int) position);
        return at >= 0 ? at + 1 : -at - 1;
    }

    @Override
    public long getColumnNumber(long position) {
        return position - getStartPosition(getLineNumber(position)) + 1;
    }
}
