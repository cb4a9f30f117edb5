package dev.lungfish.checker.threads;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.function.BiConsumer;
import javax.lang.model.element.VariableElement;

/** Tells each place in a piece of code where a variable or field is named, in source order. */
final class NamedVariables extends TreePathScanner<Void, Void> {
    private final Trees trees;
    private final BiConsumer<VariableElement, TreePath> to;

    NamedVariables(Trees trees, BiConsumer<VariableElement, TreePath> to) {
        this.trees = trees;
        this.to = to;
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
        named();
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        named();
        return super.visitMemberSelect(tree, null);
    }

    private void named() {
        if (trees.getElement(getCurrentPath()) instanceof VariableElement variable) {
            to.accept(variable, getCurrentPath());
        }
    }
}
