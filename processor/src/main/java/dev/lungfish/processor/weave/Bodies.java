package dev.lungfish.processor.weave;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Which code becomes which method of a class file. */
final class Bodies {
    private final Trees trees;

    Bodies(Trees trees) {
        this.trees = trees;
    }

    /** The body around a piece of code: a method, a lambda, or the field or block that is part of an initialiser. */
    TreePath around(TreePath code) {
        TreePath at = code;
        while (!(at.getParentPath().getLeaf() instanceof ClassTree) && !(at.getLeaf() instanceof LambdaExpressionTree)) {
            at = at.getParentPath();
        }
        return at;
    }

    /** The class around a body. */
    static TreePath typeAround(TreePath body) {
        TreePath at = body;
        while (!(at.getLeaf() instanceof ClassTree)) {
            at = at.getParentPath();
        }
        return at;
    }

    /** The takers of the method that the body becomes, or becomes part of, in order. */
    List<TreePath> takersOf(TreePath body) {
        List<TreePath> takers = new ArrayList<>();
        for (TreePath code : codeOf(body)) {
            takers.addAll(Occurrences.in(code).takers());
        }
        return takers;
    }

    private List<TreePath> codeOf(TreePath body) {
        Tree leaf = body.getLeaf();
        if (leaf instanceof LambdaExpressionTree lambda) {
            return List.of(new TreePath(body, lambda.getBody()));
        } else if (leaf instanceof MethodTree method) {
            return method.getBody() == null ? List.of() : List.of(new TreePath(body, method.getBody()));
        }
        TreePath type = typeAround(body);
        boolean isStatic = isStatic(body);
        List<TreePath> code = new ArrayList<>();
        for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
            TreePath path = new TreePath(type, member);
            if ((member instanceof BlockTree || member instanceof VariableTree) && isStatic(path) == isStatic) {
                code.add(path);
            }
        }
        return code;
    }

    /** Whether the field or block belongs to the class, not to its objects. */
    boolean isStatic(TreePath initializer) {
        return initializer.getLeaf() instanceof BlockTree block ? block.isStatic()
                : trees.getElement(initializer).getModifiers().contains(Modifier.STATIC);
    }

    /** All lambdas of a class, also those inside of others. */
    static List<TreePath> lambdasOf(TreePath type) {
        List<TreePath> lambdas = new ArrayList<>();
        for (Tree member : ((ClassTree) type.getLeaf()).getMembers()) {
            if (!(member instanceof ClassTree)) {
                lambdas.addAll(Occurrences.in(new TreePath(type, member)).lambdas());
            }
        }
        for (int i = 0; i < lambdas.size(); i++) {
            LambdaExpressionTree lambda = (LambdaExpressionTree) lambdas.get(i).getLeaf();
            lambdas.addAll(Occurrences.in(new TreePath(lambdas.get(i), lambda.getBody())).lambdas());
        }
        return lambdas;
    }
}
