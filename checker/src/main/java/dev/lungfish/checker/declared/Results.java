package dev.lungfish.checker.declared;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.frozen.TypeVerdicts;
import dev.lungfish.checker.frozen.ValueVerdict;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;

/** What the {@code return} statements of a method show about its result, where its declaration says nothing. */
final class Results {
    private final Program program;
    private final TypeVerdicts verdicts;

    Results(Program program, TypeVerdicts verdicts) {
        this.program = program;
        this.verdicts = verdicts;
    }

    /** Whether somebody else plainly still has what is returned: a parameter, a field, {@code this}; or there is no body to tell. */
    boolean mayBeShared(ExecutableElement method) {
        return !hasBody(method) || returned(method).stream().anyMatch(this::isShared);
    }

    /** Whether some returned value is not known to be frozen. */
    boolean mayBeMutable(ExecutableElement method) {
        ValueVerdict values = new ValueVerdict(verdicts);
        return !hasBody(method) || returned(method).stream().anyMatch(value -> !values.of(value).isFrozen());
    }

    private boolean hasBody(ExecutableElement method) {
        return program.index().declaration(method) != null && program.index().declaration(method).getBody() != null;
    }

    private boolean isShared(TreePath value) {
        if (value.getLeaf() instanceof ParenthesizedTree tree) {
            return isShared(new TreePath(value, tree.getExpression()));
        }
        if (value.getLeaf() instanceof TypeCastTree tree) {
            return isShared(new TreePath(value, tree.getExpression()));
        }
        if (value.getLeaf() instanceof ConditionalExpressionTree tree) {
            return isShared(new TreePath(value, tree.getTrueExpression())) || isShared(new TreePath(value, tree.getFalseExpression()));
        }
        if (value.getLeaf() instanceof ArrayAccessTree tree) {
            return isShared(new TreePath(value, tree.getExpression()));
        }
        if (value.getLeaf() instanceof IdentifierTree || value.getLeaf() instanceof MemberSelectTree) {
            Element element = program.trees().getElement(value);
            return element != null && (element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.PARAMETER
                    && !Annotations.has(element, "Moved")) && !Annotations.has(element, "Isolated");
        }
        return false;
    }

    private List<TreePath> returned(ExecutableElement method) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitReturn(ReturnTree tree, Void unused) {
                if (tree.getExpression() != null) {
                    found.add(new TreePath(getCurrentPath(), tree.getExpression()));
                }
                return null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
                return null;
            }

            @Override
            public Void visitClass(ClassTree tree, Void unused) {
                return null;
            }
        }.scan(program.index().path(method), null);
        return found;
    }
}
