package dev.lungfish.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Private fields that get only new objects and what they held before, also by way of local variables: no object of another field ever stands in
 * them. Errs towards "gets something from elsewhere".
 */
final class OwnSupply {
    private final World world;

    OwnSupply(World world) {
        this.world = world;
    }

    /** Whether every value that the field is given is new, null, or was its own. */
    boolean isOnlySource(VariableElement field) {
        if (!field.getModifiers().contains(Modifier.PRIVATE)) {
            return false;
        }
        var fields = world.verdicts().sourceFields();
        return Stream.concat(fields.initializer(field).stream(), fields.writes(field).stream().map(write -> write.value()))
                .allMatch(value -> value != null && isOwn(value, field, new HashSet<>()));
    }

    private boolean isOwn(TreePath value, VariableElement field, Set<Element> seen) {
        Tree tree = value.getLeaf();
        if (tree instanceof ParenthesizedTree parenthesized) {
            return isOwn(new TreePath(value, parenthesized.getExpression()), field, seen);
        } else if (tree instanceof ConditionalExpressionTree choice) {
            return isOwn(new TreePath(value, choice.getTrueExpression()), field, seen) && isOwn(new TreePath(value, choice.getFalseExpression()), field, seen);
        } else if (tree instanceof NewClassTree || tree instanceof NewArrayTree || tree.getKind() == Tree.Kind.NULL_LITERAL) {
            return true;
        } else if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            Element named = world.program().trees().getElement(value);
            return field.equals(named) || named != null && named.getKind() == ElementKind.LOCAL_VARIABLE
                    && (!seen.add(named) || valuesOf((VariableElement) named, value).filter(values -> values.stream().allMatch(v -> isOwn(v, field, seen))).isPresent());
        }
        return world.isFrozenValue(value.getCompilationUnit(), tree);
    }

    /** What a local variable is given in its method; empty if it gets something without an expression, as the variable of a loop does. */
    private Optional<List<TreePath>> valuesOf(VariableElement local, TreePath use) {
        TreePath body = use;
        while (body.getParentPath() != null && !(body.getLeaf() instanceof MethodTree)) {
            if (body.getLeaf() instanceof LambdaExpressionTree) {
                return Optional.empty();
            }
            body = body.getParentPath();
        }
        List<TreePath> values = new java.util.ArrayList<>();
        boolean[] isPlain = {true};
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                if (local.equals(world.program().trees().getElement(getCurrentPath()))) {
                    isPlain[0] &= getCurrentPath().getParentPath().getLeaf() instanceof com.sun.source.tree.BlockTree;
                    add(tree.getInitializer());
                }
                return super.visitVariable(tree, unused);
            }

            @Override
            public Void visitAssignment(AssignmentTree tree, Void unused) {
                if (local.equals(world.program().trees().getElement(new TreePath(getCurrentPath(), tree.getVariable())))) {
                    add(tree.getExpression());
                }
                return super.visitAssignment(tree, unused);
            }

            private void add(Tree value) {
                if (value != null) {
                    values.add(new TreePath(getCurrentPath(), value));
                }
            }
        }.scan(body, null);
        return isPlain[0] ? Optional.of(values) : Optional.empty();
    }
}
