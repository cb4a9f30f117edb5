package dev.lungfish.checker.declared;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;

/** The local variables in scope at a place, those declared around the place only. Stateless. */
final class LocalNames {
    private LocalNames() {
    }

    /** The innermost first. */
    static List<VariableElement> at(TreePath path, Trees trees) {
        List<VariableElement> found = new ArrayList<>();
        TreePath inner = path;
        for (TreePath outer = path.getParentPath(); outer != null; outer = outer.getParentPath()) {
            List<? extends Tree> declarations = before(outer.getLeaf(), inner.getLeaf());
            for (int i = declarations.size() - 1; i >= 0; i--) {
                if (declarations.get(i) instanceof VariableTree
                        && trees.getElement(new TreePath(outer, declarations.get(i))) instanceof VariableElement variable) {
                    found.add(variable);
                }
            }
            inner = outer;
        }
        return found;
    }

    private static List<? extends Tree> before(Tree outer, Tree inner) {
        if (outer instanceof BlockTree block) {
            return upTo(block.getStatements(), inner);
        }
        if (outer instanceof CaseTree tree && tree.getStatements() != null) {
            return upTo(tree.getStatements(), inner);
        }
        if (outer instanceof ForLoopTree loop) {
            return loop.getInitializer();
        }
        if (outer instanceof EnhancedForLoopTree loop) {
            return List.of(loop.getVariable());
        }
        if (outer instanceof TryTree tree) {
            return tree.getResources();
        }
        return outer instanceof LambdaExpressionTree lambda ? lambda.getParameters() : List.of();
    }

    private static List<? extends Tree> upTo(List<? extends Tree> statements, Tree inner) {
        int index = statements.indexOf(inner);
        return index < 0 ? List.of() : statements.subList(0, index);
    }
}
