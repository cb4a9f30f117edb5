package dev.lungfish.checker.frozen;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Which expressions make an array that nobody else has. */
final class FreshArrays {
    private final Program program;
    private final SourceCode code;
    private final Models models;
    private final LocalValues locals;
    private final ArrayUses uses;
    private final Set<Element> asked = new HashSet<>();

    FreshArrays(Program program, SourceCode code, Models models, LocalValues locals, ArrayUses uses) {
        this.program = program;
        this.code = code;
        this.models = models;
        this.locals = locals;
        this.uses = uses;
    }

    /** Whether the value is an array that only this expression has, rows included. */
    boolean isFresh(TreePath path, int dimensions) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree inner) {
            return isFresh(new TreePath(path, inner.getExpression()), dimensions);
        }
        if (tree instanceof TypeCastTree cast) {
            return isFresh(new TreePath(path, cast.getExpression()), dimensions);
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return isFresh(new TreePath(path, choice.getTrueExpression()), dimensions)
                    && isFresh(new TreePath(path, choice.getFalseExpression()), dimensions);
        }
        if (tree instanceof LiteralTree) {
            return true;
        }
        if (tree instanceof NewArrayTree array) {
            return isFreshCreation(path, array, dimensions);
        }
        if (tree instanceof MethodInvocationTree call) {
            return isFreshResult(path, call, dimensions);
        }
        return tree instanceof IdentifierTree && program.trees().getElement(path) instanceof VariableElement variable
                && (variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.PARAMETER)
                && isFresh(variable, locals.before(path, variable), path, dimensions);
    }

    /** Whether a parameter's array, when its constructor ends, is one that nobody else has. */
    boolean isFreshAtEnd(TreePath parameter, int dimensions) {
        VariableElement variable = (VariableElement) program.trees().getElement(parameter);
        LocalValues.Found found = locals.atEnd(parameter);
        return found.isComplete() && found.values().stream().allMatch(value -> isFresh(value, dimensions)) && !found.values().isEmpty()
                && variable != null;
    }

    boolean isEmpty(TreePath path) {
        return path.getLeaf() instanceof NewArrayTree array && (array.getInitializers() != null ? array.getInitializers().isEmpty()
                : array.getDimensions().get(0) instanceof LiteralTree size && Integer.valueOf(0).equals(size.getValue()));
    }

    /** A local array that is filled before it is stored: fresh if it always was, and its name lets nothing out. */
    private boolean isFresh(VariableElement variable, LocalValues.Found found, TreePath use, int dimensions) {
        if (!found.isComplete() || found.values().isEmpty() || !asked.add(variable)) {
            return false;
        }
        try {
            return found.values().stream().allMatch(value -> isFresh(value, dimensions)) && uses.staysHere(variable, use, dimensions);
        } finally {
            asked.remove(variable);
        }
    }

    private boolean isFreshCreation(TreePath path, NewArrayTree array, int dimensions) {
        if (array.getInitializers() == null || dimensions == 1) {
            return true;
        }
        for (ExpressionTree row : array.getInitializers()) {
            if (!isFresh(new TreePath(path, row), dimensions - 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFreshResult(TreePath path, MethodInvocationTree call, int dimensions) {
        if (!(program.trees().getElement(path) instanceof ExecutableElement method)) {
            return false;
        }
        if (call.getMethodSelect() instanceof MemberSelectTree select && select.getIdentifier().contentEquals("clone")
                && isArray(new TreePath(new TreePath(path, select), select.getExpression()))) {
            return dimensions == 1;
        }
        Optional<MethodModel> model = models.of(path, method);
        if (model.isPresent()) {
            Optional<Effect.Same> same = model.get().first(Effect.Same.class);
            if (same.isPresent() && same.get().place() instanceof Place.Arg argument && argument.index() < call.getArguments().size()) {
                return isFresh(new TreePath(path, call.getArguments().get(argument.index())), dimensions);
            }
            return (model.get().has(Effect.Fresh.class) || model.get().has(Effect.Copy.class)) && (dimensions == 1 || !model.get().has(Effect.Copy.class));
        }
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        if (owner.getKind() == ElementKind.ENUM && method.getSimpleName().contentEquals("values")) {
            return dimensions == 1;
        }
        return dimensions == 1 && isTextOrNumber(owner) || isFreshHelper(method, dimensions);
    }

    /** What strings and numbers give out as arrays is made for each call. */
    private static boolean isTextOrNumber(TypeElement owner) {
        return owner.getQualifiedName().contentEquals("java.lang.String") || owner.getQualifiedName().contentEquals("java.math.BigInteger");
    }

    private boolean isFreshHelper(ExecutableElement method, int dimensions) {
        boolean isFixed = method.getModifiers().contains(Modifier.STATIC) || method.getModifiers().contains(Modifier.PRIVATE);
        Optional<TreePath> path = isFixed ? code.methodPath(method) : Optional.empty();
        if (path.isEmpty() || !asked.add(method)) {
            return false;
        }
        try {
            List<TreePath> returned = Values.returned(path.get());
            return !returned.isEmpty() && returned.stream().allMatch(value -> isFresh(value, dimensions));
        } finally {
            asked.remove(method);
        }
    }

    private boolean isArray(TreePath path) {
        TypeMirror type = program.trees().getTypeMirror(path);
        return type != null && type.getKind() == TypeKind.ARRAY;
    }
}
