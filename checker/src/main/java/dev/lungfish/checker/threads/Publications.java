package dev.lungfish.checker.threads;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/**
 * Values that are published by a volatile field: the reader has asked it before, and no writer sets it only before.
 *
 * <p>Errs towards "published" where the reader goes on whatever it saw, and where other code than the writer's sets the flag. Confined to the compiler's thread.
 */
final class Publications {
    private final ThreadReach reach;
    private final Map<Tree, List<TreePath>> volatiles = new HashMap<>();

    Publications(ThreadReach reach) {
        this.reach = reach;
    }

    boolean isPublished(TreePath read, List<TreePath> writes) {
        List<TreePath> before = volatilesAround(read).stream().filter(use -> Shapes.isAsked(use) && startOf(use) < startOf(read)).toList();
        return before.stream().map(reach.index().trees()::getElement).anyMatch(flag -> writes.stream().allMatch(write -> isSetAfter(flag, write)));
    }

    /** Whether the code around a write sets the flag afterwards, or leaves that to others. */
    private boolean isSetAfter(Element flag, TreePath write) {
        List<TreePath> set = volatilesAround(write).stream().filter(use -> FieldUses.isWrite(use) && flag.equals(reach.index().trees().getElement(use))).toList();
        return set.isEmpty() || set.stream().anyMatch(use -> startOf(use) > startOf(write));
    }

    private List<TreePath> volatilesAround(TreePath place) {
        return reach.bodyAround(place).map(body -> volatiles.computeIfAbsent(body.path().getLeaf(), tree -> volatilesIn(body))).orElse(List.of());
    }

    private List<TreePath> volatilesIn(Body body) {
        List<TreePath> found = new ArrayList<>();
        new NamedVariables(reach.index().trees(), (variable, at) -> {
            if (variable.getModifiers().contains(Modifier.VOLATILE)) {
                found.add(at);
            }
        }).scan(body.path(), null);
        return found;
    }

    private long startOf(TreePath path) {
        return reach.index().trees().getSourcePositions().getStartPosition(path.getCompilationUnit(), path.getLeaf());
    }
}
