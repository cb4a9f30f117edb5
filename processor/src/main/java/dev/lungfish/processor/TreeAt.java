package dev.lungfish.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.lungfish.checker.region.SourcePoint;

/** Finds trees by their extent. */
public final class TreeAt extends TreePathScanner<Void, Void> {
    private final SourcePositions positions;
    private final CompilationUnitTree unit;
    private final SourcePoint at;
    private TreePath found;

    private TreeAt(Trees trees, CompilationUnitTree unit, SourcePoint at) {
        this.positions = trees.getSourcePositions();
        this.unit = unit;
        this.at = at;
    }

    /** The outermost tree that reaches from the first to the last character of the place, or null. */
    public static TreePath exactly(Trees trees, CompilationUnitTree unit, SourcePoint at) {
        TreeAt search = new TreeAt(trees, unit, at);
        search.scan(new TreePath(unit), null);
        return search.found;
    }

    @Override
    public Void scan(Tree tree, Void nothing) {
        if (tree == null || found != null) {
            return null;
        }
        long start = positions.getStartPosition(unit, tree);
        long end = positions.getEndPosition(unit, tree);
        if (tree != unit && start == at.start() && end == at.end()) {
            found = new TreePath(getCurrentPath(), tree);
            return null;
        }
        // Trees that the compiler made up have no extent, but may hold some that have.
        boolean mayHold = start < 0 || end < 0 || start <= at.start() && at.start() <= end;
        return mayHold ? super.scan(tree, nothing) : null;
    }
}
