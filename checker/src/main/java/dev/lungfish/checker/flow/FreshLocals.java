package dev.lungfish.checker.flow;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Locals that hold an object which nobody else can reach yet: made by {@code new} where the local is declared, and not passed on before.
 *
 * <p>Objects that protect themselves have no element, so the partition does not know when one is still its maker's alone. Errs towards
 * "others may reach it": everything but the access to a field, a comparison and the final {@code return} counts as passing on.
 */
final class FreshLocals {
    private final World world;
    private final Body body;
    private final Map<VariableElement, List<TreePath>> passedOn = new HashMap<>();

    FreshLocals(World world, Body body) {
        this.world = world;
        this.body = body;
    }

    /** Whether what the local holds has not been passed on where this use of it stands. */
    boolean isOnlyHere(Node node) {
        if (!(node instanceof LocalVariableNode local) || node.getTree() == null || !ElementUtils.isEffectivelyFinal(local.getElement())
                || !isNew(local.getElement())) {
            return false;
        }
        TreePath use = world.program().index().path(body.unit(), node.getTree());
        return use != null && passedOn.computeIfAbsent(local.getElement(), this::whereItIsPassedOn).stream().noneMatch(out -> mayPrecede(out, use));
    }

    private boolean isNew(VariableElement variable) {
        return world.program().index().declaration(variable) instanceof VariableTree declaration && declaration.getInitializer() instanceof NewClassTree made
                && made.getClassBody() == null;
    }

    /** Earlier in the text, or in a loop that comes round to the use. */
    private boolean mayPrecede(TreePath out, TreePath use) {
        long passed = world.program().trees().getSourcePositions().getStartPosition(body.unit(), out.getLeaf());
        long used = world.program().trees().getSourcePositions().getStartPosition(body.unit(), use.getLeaf());
        return passed < used || loopsAround(out, use);
    }

    private boolean loopsAround(TreePath out, TreePath use) {
        VariableElement variable = (VariableElement) TreeUtils.elementFromUse((IdentifierTree) use.getLeaf());
        Tree declaration = world.program().index().declaration(variable);
        for (TreePath at = out; at != null; at = at.getParentPath()) {
            boolean loop = at.getLeaf() instanceof ForLoopTree || at.getLeaf() instanceof EnhancedForLoopTree || at.getLeaf() instanceof WhileLoopTree
                    || at.getLeaf() instanceof DoWhileLoopTree;
            if (loop && contains(at.getLeaf(), use) && !contains(at.getLeaf(), world.program().index().path(body.unit(), declaration))) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(Tree around, TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() == around) {
                return true;
            }
        }
        return false;
    }

    private List<TreePath> whereItIsPassedOn(VariableElement variable) {
        List<TreePath> found = new ArrayList<>();
        TreePath code = world.program().index().path(body.unit(), body.code());
        new TreePathScanner<Void, Void>() {
            private int nested;

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
                nested++;
                super.visitLambdaExpression(tree, unused);
                nested--;
                return null;
            }

            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                nested++;
                super.visitClass(tree, unused);
                nested--;
                return null;
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                if (variable.equals(TreeUtils.elementFromUse(name)) && (nested > 0 || !staysHere(getCurrentPath().getParentPath().getLeaf()))) {
                    found.add(getCurrentPath());
                }
                return null;
            }
        }.scan(code, null);
        return found;
    }

    private static boolean staysHere(Tree around) {
        return around instanceof MemberSelectTree select && TreeUtils.elementFromUse(select) instanceof VariableElement
                || around instanceof BinaryTree || around instanceof ReturnTree;
    }
}
