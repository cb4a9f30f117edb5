package dev.lungfish.checker.frozen;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.UseMode;
import java.util.ArrayList;
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

/** What happens to an array where it is named: read, written, or let out. */
final class ArrayUses {
    private static final Set<String> HARMLESS_CALLS = Set.of("clone", "getClass", "hashCode", "equals", "length");

    private final Program program;
    private final SourceCode code;
    private final Models models;
    private final TypeRows rows;
    private final Set<Element> asked = new HashSet<>();

    ArrayUses(Program program, SourceCode code, Models models, TypeRows rows) {
        this.program = program;
        this.code = code;
        this.models = models;
        this.rows = rows;
    }

    /** What is wrong with this use of an array, if anything is. */
    Optional<PrivateArrays.Leak> leak(TreePath use, int dimensions, boolean mayWrite) {
        TreePath at = SourceFields.withParentheses(use);
        TreePath parent = at.getParentPath();
        Tree tree = parent.getLeaf();
        Tree self = at.getLeaf();
        if (tree instanceof ArrayAccessTree access) {
            return access.getExpression() == self ? leakOfElement(parent, dimensions, mayWrite) : Optional.empty();
        }
        if (tree instanceof MemberSelectTree select) {
            boolean isHarmless = HARMLESS_CALLS.contains(select.getIdentifier().toString())
                    && (dimensions == 1 || !select.getIdentifier().contentEquals("clone"));
            return isHarmless ? Optional.empty() : letOut(use);
        }
        if (tree instanceof EnhancedForLoopTree loop) {
            return dimensions == 1 || staysHere(loop.getVariable(), parent, dimensions - 1) ? Optional.empty() : letOut(use);
        }
        if (tree instanceof BinaryTree || tree instanceof InstanceOfTree || tree instanceof ExpressionStatementTree) {
            return Optional.empty();
        }
        if (tree instanceof TypeCastTree || tree instanceof ConditionalExpressionTree choice && choice.getCondition() != self) {
            return leak(parent, dimensions, mayWrite);
        }
        if (tree instanceof AssignmentTree assignment) {
            return assignment.getVariable() == self ? Optional.empty() : leakOfAlias(new TreePath(parent, assignment.getVariable()), use, dimensions);
        }
        if (tree instanceof VariableTree alias) {
            return staysHere(alias, parent.getParentPath(), dimensions) ? Optional.empty() : letOut(use);
        }
        if (tree instanceof MethodInvocationTree || tree instanceof NewClassTree) {
            return isOnlyUsed(parent, self, dimensions, mayWrite) ? Optional.empty() : letOut(use);
        }
        return letOut(parent.getLeaf() instanceof ReturnTree ? parent : use);
    }

    /** Whether a local array is let out nowhere but by being stored into a field of the object under construction. */
    boolean staysHere(VariableElement variable, TreePath use, int dimensions) {
        return asked.contains(variable) || allUses(variable, outermostBody(use), dimensions, true);
    }

    private boolean staysHere(VariableTree tree, TreePath parent, int dimensions) {
        return program.trees().getElement(new TreePath(parent, tree)) instanceof VariableElement variable
                && variable.getKind() != ElementKind.FIELD && allUses(variable, outermostBody(parent), dimensions, false);
    }

    private boolean allUses(VariableElement variable, TreePath body, int dimensions, boolean mayWrite) {
        if (!asked.add(variable)) {
            return true;
        }
        try {
            for (TreePath use : usesOf(variable, body)) {
                boolean isStore = mayWrite && SourceFields.withParentheses(use).getParentPath().getLeaf() instanceof AssignmentTree assignment
                        && isOwnField(new TreePath(SourceFields.withParentheses(use).getParentPath(), assignment.getVariable()));
                if (!isStore && leak(use, dimensions, mayWrite).isPresent()) {
                    return false;
                }
            }
            return true;
        } finally {
            asked.remove(variable);
        }
    }

    private boolean isOwnField(TreePath target) {
        Element element = program.trees().getElement(target);
        return element != null && element.getKind() == ElementKind.FIELD && !element.getModifiers().contains(Modifier.STATIC)
                && (target.getLeaf() instanceof IdentifierTree
                        || target.getLeaf() instanceof MemberSelectTree select && SourceFields.isThis(select.getExpression()));
    }

    private Optional<PrivateArrays.Leak> leakOfAlias(TreePath target, TreePath use, int dimensions) {
        Element element = program.trees().getElement(target);
        if (target.getLeaf() instanceof IdentifierTree && element instanceof VariableElement variable && variable.getKind() == ElementKind.LOCAL_VARIABLE) {
            return allUses(variable, outermostBody(target), dimensions, false) ? Optional.empty() : letOut(use);
        }
        return letOut(use);
    }

    private Optional<PrivateArrays.Leak> leakOfElement(TreePath access, int dimensions, boolean mayWrite) {
        TreePath outer = SourceFields.withParentheses(access);
        Tree parent = outer.getParentPath().getLeaf();
        boolean isWrite = parent instanceof AssignmentTree assignment && assignment.getVariable() == outer.getLeaf()
                || parent instanceof CompoundAssignmentTree compound && compound.getVariable() == outer.getLeaf()
                || parent instanceof UnaryTree unary && SourceFields.isStep(unary);
        if (isWrite) {
            return mayWrite ? Optional.empty() : Optional.of(new PrivateArrays.Leak(access, PrivateArrays.Kind.WRITTEN));
        }
        return dimensions > 1 ? leak(access, dimensions - 1, mayWrite) : Optional.empty();
    }

    private boolean isOnlyUsed(TreePath call, Tree argument, int dimensions, boolean mayWrite) {
        if (!(program.trees().getElement(call) instanceof ExecutableElement method)) {
            return false;
        }
        int index = Models.indexOf(argumentsOf(call), argument);
        if (index < 0) {
            return false;
        }
        if (dimensions == 1 && (isStream(method) || isReadThrough(call))) {
            return true;
        }
        Optional<MethodModel> model = models.of(call, method);
        if (model.isPresent()) {
            return dimensions == 1 && (mayWrite ? Models.keepsNothing(model.get(), index) : Models.onlyReads(model.get(), index));
        }
        if (code.methodPath(method).isPresent()) {
            return isFixed(method) && index < method.getParameters().size() && staysInside(method, index, dimensions);
        }
        return isHarmlessByType(method);
    }

    /** {@code Arrays.asList(names).contains(x)}, {@code unmodifiableList(Arrays.asList(names))}: a list of the array that is only read. */
    private boolean isReadThrough(TreePath call) {
        if (!(program.trees().getElement(call) instanceof ExecutableElement method)
                || models.of(call, method).filter(model -> model.has(Effect.Same.class) && method.getModifiers().contains(Modifier.STATIC)).isEmpty()
                || TypeVerdicts.elementOf(method.getReturnType()).filter(type -> type.getKind().isInterface()).isEmpty()) {
            return false;
        }
        TreePath outer = SourceFields.withParentheses(call);
        TreePath parent = outer.getParentPath();
        if (parent.getLeaf() instanceof EnhancedForLoopTree) {
            return true;
        }
        if (parent.getLeaf() instanceof MemberSelectTree && parent.getParentPath().getLeaf() instanceof MethodInvocationTree) {
            return readsReceiver(parent.getParentPath());
        }
        if (!(parent.getLeaf() instanceof MethodInvocationTree || parent.getLeaf() instanceof NewClassTree)
                || !(program.trees().getElement(parent) instanceof ExecutableElement next)) {
            return false;
        }
        int index = Models.indexOf(argumentsOf(parent), outer.getLeaf());
        return index >= 0 && models.of(parent, next).filter(model -> Models.onlyReads(model, index)
                || model.all(Effect.View.class).stream().anyMatch(view -> view.place().equals(Place.arg(index)))).isPresent();
    }

    private static List<? extends ExpressionTree> argumentsOf(TreePath call) {
        return call.getLeaf() instanceof MethodInvocationTree invocation ? invocation.getArguments() : ((NewClassTree) call.getLeaf()).getArguments();
    }

    /** A call on a list of the array that does not write it, and whose result does not reach into it (elements are frozen anyway). */
    private boolean readsReceiver(TreePath call) {
        if (!(program.trees().getElement(call) instanceof ExecutableElement method)) {
            return false;
        }
        Optional<MethodModel> model = models.of(call, method);
        boolean givesElement = method.getReturnType().getKind() == TypeKind.TYPEVAR || method.getReturnType().getKind().isPrimitive();
        return model.isPresent() && model.get().useOf(Place.THIS).compareTo(UseMode.READ) <= 0
                && (givesElement || isStreamType(method) || !model.get().has(Effect.Same.class));
    }

    /** {@code Arrays.stream(names)}: a stream reads its source and cannot write it. */
    private boolean isStream(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC) && rows.isPlatform((TypeElement) method.getEnclosingElement()) && isStreamType(method);
    }

    private boolean isStreamType(ExecutableElement method) {
        return TypeVerdicts.elementOf(method.getReturnType()).filter(type -> program.elements().getPackageOf(type)
                        .getQualifiedName().contentEquals("java.util.stream")).isPresent();
    }

    private boolean staysInside(ExecutableElement method, int index, int dimensions) {
        TreePath path = code.methodPath(method).orElseThrow();
        MethodTree tree = (MethodTree) path.getLeaf();
        return tree.getBody() != null && program.trees().getElement(new TreePath(path, tree.getParameters().get(index))) instanceof VariableElement parameter
                && allUses(parameter, new TreePath(path, tree.getBody()), dimensions, false);
    }

    /** A platform method without a row that keeps state nowhere and returns something frozen can only have looked. */
    private boolean isHarmlessByType(ExecutableElement method) {
        TypeElement owner = (TypeElement) method.getEnclosingElement();
        boolean isConstructor = method.getKind() == ElementKind.CONSTRUCTOR;
        boolean hasNoState = isConstructor ? isText(owner) : method.getModifiers().contains(Modifier.STATIC) || isText(owner);
        return rows.isPlatform(owner) && hasNoState && (isConstructor || isPlain(method.getReturnType()));
    }

    private static boolean isText(TypeElement type) {
        return type.getQualifiedName().contentEquals("java.lang.String") || type.getQualifiedName().contentEquals("java.math.BigInteger");
    }

    private static boolean isPlain(TypeMirror type) {
        return type.getKind().isPrimitive() || TypeVerdicts.elementOf(type).filter(ArrayUses::isText).isPresent() && type.getKind() == TypeKind.DECLARED;
    }

    private static boolean isFixed(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC) || method.getModifiers().contains(Modifier.PRIVATE)
                || method.getModifiers().contains(Modifier.FINAL) || method.getKind() == ElementKind.CONSTRUCTOR
                || method.getEnclosingElement().getModifiers().contains(Modifier.FINAL);
    }

    private List<TreePath> usesOf(VariableElement variable, TreePath body) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree tree, Void unused) {
                if (variable.equals(program.trees().getElement(getCurrentPath()))) {
                    found.add(getCurrentPath());
                }
                return null;
            }
        }.scan(body, null);
        return found;
    }

    /** The method, or the initialiser, around a place. */
    static TreePath outermostBody(TreePath place) {
        TreePath at = place;
        while (at.getParentPath() != null && !(at.getLeaf() instanceof MethodTree)
                && !(at.getParentPath().getLeaf() instanceof com.sun.source.tree.ClassTree)) {
            at = at.getParentPath();
        }
        return at;
    }

    private static Optional<PrivateArrays.Leak> letOut(TreePath place) {
        return Optional.of(new PrivateArrays.Leak(place, PrivateArrays.Kind.LET_OUT));
    }
}
