package dev.lungfish.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;

/** Finds the {@code return;} by which a body is left: the graph has no node for it, only the edge from what comes before. */
final class Returns {
    private Returns() {
    }

    /** The {@code return} without value that comes next after this code, or null if something else does. */
    static Tree after(TreePath code) {
        for (TreePath at = code; at != null && at.getParentPath() != null; at = at.getParentPath()) {
            Tree around = at.getParentPath().getLeaf();
            if (around instanceof IfTree choice && at.getLeaf() == choice.getCondition()) {
                Tree inThen = first(choice.getThenStatement());
                Tree inElse = first(choice.getElseStatement());
                return inThen == null ? inElse : inElse == null ? inThen : null;
            }
            if (around instanceof BlockTree block) {
                List<? extends StatementTree> statements = block.getStatements();
                int next = statements.indexOf(at.getLeaf()) + 1;
                return next < statements.size() ? first(statements.get(next)) : null;
            }
        }
        return null;
    }

    private static Tree first(StatementTree statement) {
        if (statement instanceof BlockTree block) {
            return block.getStatements().isEmpty() ? null : first(block.getStatements().get(0));
        }
        return statement instanceof ReturnTree left && left.getExpression() == null ? left : null;
    }
}
