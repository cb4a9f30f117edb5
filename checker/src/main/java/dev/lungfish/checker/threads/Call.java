package dev.lungfish.checker.threads;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * A call of a method or constructor.
 *
 * @param path the invocation
 * @param callee what it calls, as declared
 * @param from the code in which it stands
 */
record Call(TreePath path, ExecutableElement callee, Body from) {
    /** The object on which the method is called, if it is written. */
    Optional<TreePath> receiver() {
        if (path.getLeaf() instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree select) {
            return Optional.of(new TreePath(new TreePath(path, select), select.getExpression()));
        }
        return Optional.empty();
    }

    List<TreePath> arguments() {
        return argumentTrees().stream().map(argument -> new TreePath(path, argument)).toList();
    }

    List<? extends ExpressionTree> argumentTrees() {
        return path.getLeaf() instanceof MethodInvocationTree call ? call.getArguments() : ((NewClassTree) path.getLeaf()).getArguments();
    }
}
