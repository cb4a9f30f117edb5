package dev.lungfish.checker.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.lungfish.checker.region.SourcePoint;

/** Places of trees. Columns count UTF-16 units: javac's own column numbers expand tabs and are not used. Not thread-safe. */
public final class Positions {
    private final SourcePositions positions;
    private CompilationUnitTree lastUnit;
    private LineMap lastLines;

    public Positions(Trees trees) {
        this.positions = trees.getSourcePositions();
    }

    /** Where the tree stands, or {@link SourcePoint#NOWHERE} for trees that the compiler made up. */
    public SourcePoint of(CompilationUnitTree unit, Tree tree) {
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        return between(unit, start, Math.max(start, end));
    }

    /** The closing brace of a block, class or method: where it is left. */
    public SourcePoint endOf(CompilationUnitTree unit, Tree tree) {
        long end = positions.getEndPosition(unit, tree);
        return end <= 0 ? of(unit, tree) : between(unit, end - 1, end);
    }

    /** A place by offsets; an unknown start gives {@link SourcePoint#NOWHERE}. */
    public SourcePoint between(CompilationUnitTree unit, long start, long end) {
        if (start < 0) {
            return SourcePoint.NOWHERE;
        }
        LineMap lines = lines(unit);
        String file = fileOf(unit);
        int line = (int) lines.getLineNumber(start);
        int endLine = (int) lines.getLineNumber(end);
        return new SourcePoint(file, line, (int) (start - lines.getStartPosition(line)) + 1, endLine,
                (int) (end - lines.getStartPosition(endLine)) + 1, (int) start, (int) end);
    }

    /** The line on which the offset stands, counted from 1. */
    public long lineOf(CompilationUnitTree unit, long offset) {
        return lines(unit).getLineNumber(offset);
    }

    private LineMap lines(CompilationUnitTree unit) {
        if (lastUnit != unit) {
            lastLines = SourceLines.of(unit);
            lastUnit = unit;
        }
        return lastLines;
    }

    /** The file of a unit as the compiler names it. */
    public static String fileOf(CompilationUnitTree unit) {
        return unit.getSourceFile().getName();
    }
}
