package dev.lungfish.checker.frozen;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Where fields are written, as far as this compilation shows it. */
public final class SourceFields {
    /**
     * One write of a field.
     *
     * @param place the identifier or member selection that is written
     * @param value the assigned expression; null for {@code ++} and the like
     * @param own whether a constructor or initialiser writes the field of the object that it makes
     */
    public record Write(TreePath place, TreePath value, boolean own) {
    }

    private final Program program;
    private final SourceCode code;
    private final Map<VariableElement, Boolean> effectivelyFinal = new HashMap<>();

    public SourceFields(Program program, SourceCode code) {
        this.program = program;
        this.code = code;
    }

    /** Whether a field is final, or private and written by constructors and initialisers of its own object only. */
    public boolean effectivelyFinal(VariableElement field) {
        if (field.getModifiers().contains(Modifier.FINAL)) {
            return true;
        }
        if (!field.getModifiers().contains(Modifier.PRIVATE) || field.getModifiers().contains(Modifier.STATIC)) {
            return false;
        }
        return effectivelyFinal.computeIfAbsent(field, f -> code.fieldPath(f).isPresent() && writes(f).stream().allMatch(Write::own));
    }

    /** All writes of a field that its own file shows, in source order, without its initialiser. */
    public List<Write> writes(VariableElement field) {
        List<Write> writes = new ArrayList<>();
        for (TreePath use : code.uses(field)) {
            TreePath outer = withParentheses(use);
            Tree parent = outer.getParentPath().getLeaf();
            if (parent instanceof AssignmentTree assignment && assignment.getVariable() == outer.getLeaf()) {
                writes.add(new Write(use, new TreePath(outer.getParentPath(), assignment.getExpression()), isOwn(use, field)));
            } else if (parent instanceof CompoundAssignmentTree compound && compound.getVariable() == outer.getLeaf()
                    || parent instanceof UnaryTree unary && isStep(unary)) {
                writes.add(new Write(use, null, isOwn(use, field)));
            }
        }
        return writes;
    }

    /** The field's initialiser. */
    public Optional<TreePath> initializer(VariableElement field) {
        return code.fieldPath(field).flatMap(path -> {
            ExpressionTree value = ((VariableTree) path.getLeaf()).getInitializer();
            return value == null ? Optional.empty() : Optional.of(new TreePath(path, value));
        });
    }

    /**
     * For a record component's field that no constructor assigns by name: the parameter of the compact constructor that is stored in it.
     * Empty if there is no compact constructor.
     */
    public Optional<TreePath> compactParameter(VariableElement field) {
        TypeElement owner = (TypeElement) field.getEnclosingElement();
        if (owner.getKind() != ElementKind.RECORD || !writes(field).isEmpty()) {
            return Optional.empty();
        }
        for (ExecutableElement constructor : ElementFilter.constructorsIn(owner.getEnclosedElements())) {
            Optional<TreePath> path = code.methodPath(constructor).filter(p -> isCanonical(constructor, owner));
            if (path.isPresent()) {
                for (VariableTree parameter : ((MethodTree) path.get().getLeaf()).getParameters()) {
                    if (parameter.getName().contentEquals(field.getSimpleName())) {
                        return Optional.of(new TreePath(path.get(), parameter));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isCanonical(ExecutableElement constructor, TypeElement owner) {
        var components = owner.getRecordComponents();
        var parameters = constructor.getParameters();
        if (components.size() != parameters.size()) {
            return false;
        }
        for (int i = 0; i < components.size(); i++) {
            var types = program.types();
            if (!types.isSameType(types.erasure(components.get(i).asType()), types.erasure(parameters.get(i).asType()))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the place is a field of the object under construction, in a constructor or initialiser and outside of lambdas. */
    private boolean isOwn(TreePath use, VariableElement field) {
        if (use.getLeaf() instanceof MemberSelectTree select && !isThis(select.getExpression())) {
            return false;
        }
        return constructing(use).filter(type -> type.equals(field.getEnclosingElement())).isPresent();
    }

    /** The class whose constructor, initialiser block or field initialiser directly contains this place. */
    public Optional<TypeElement> constructing(TreePath place) {
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            Tree leaf = at.getLeaf();
            TreePath parent = at.getParentPath();
            if (leaf instanceof LambdaExpressionTree || leaf instanceof ClassTree) {
                return Optional.empty();
            }
            if (leaf instanceof MethodTree method) {
                return method.getName().contentEquals("<init>") ? classAt(parent) : Optional.empty();
            }
            if (parent != null && parent.getLeaf() instanceof ClassTree) {
                boolean isStatic = leaf instanceof BlockTree block && block.isStatic()
                        || leaf instanceof VariableTree variable && variable.getModifiers().getFlags().contains(Modifier.STATIC);
                return isStatic ? Optional.empty() : classAt(parent);
            }
        }
        return Optional.empty();
    }

    private Optional<TypeElement> classAt(TreePath path) {
        Element element = program.trees().getElement(path);
        return element instanceof TypeElement type ? Optional.of(type) : Optional.empty();
    }

    static boolean isThis(Tree tree) {
        Tree inner = tree;
        while (inner instanceof ParenthesizedTree parenthesized) {
            inner = parenthesized.getExpression();
        }
        return inner instanceof IdentifierTree name && name.getName().contentEquals("this")
                || inner instanceof MemberSelectTree select && select.getIdentifier().contentEquals("this");
    }

    static boolean isStep(UnaryTree unary) {
        return switch (unary.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
            default -> false;
        };
    }

    /** The outermost parentheses around an expression. */
    static TreePath withParentheses(TreePath path) {
        TreePath at = path;
        while (at.getParentPath() != null && at.getParentPath().getLeaf() instanceof ParenthesizedTree) {
            at = at.getParentPath();
        }
        return at;
    }
}
