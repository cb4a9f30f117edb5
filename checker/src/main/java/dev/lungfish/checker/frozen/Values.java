package dev.lungfish.checker.frozen;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** What has to hold for the value of an expression to be frozen. Nothing is decided here. */
final class Values {
    private static final int DEPTH = 6;

    private final Program program;
    private final SourceCode code;
    private final CallValues calls;
    private final LocalValues locals;
    private final Promises promises;
    private final Set<ExecutableElement> returning = new HashSet<>();
    private final Set<VariableElement> naming = new HashSet<>();
    private FieldParts fields;
    private Captures captures;

    Values(Program program, SourceCode code, Models models, CallValues calls, LocalValues locals, Promises promises) {
        this.program = program;
        this.code = code;
        this.calls = calls;
        calls.readContentsBy(new ContainerContents(program, models, locals, this));
        this.locals = locals;
        this.promises = promises;
    }

    void readFieldsBy(FieldParts parts) {
        this.fields = parts;
    }

    void readCapturesBy(Captures found) {
        this.captures = found;
    }

    /** What has to hold for the value of this expression. */
    List<Need> needs(TreePath path, String step, Reading reading) {
        Tree tree = path.getLeaf();
        if (tree instanceof ParenthesizedTree inner) {
            return needs(new TreePath(path, inner.getExpression()), step, reading);
        }
        if (tree instanceof TypeCastTree cast) {
            return cast(path, cast, step, reading);
        }
        if (tree instanceof ConditionalExpressionTree choice) {
            return both(new TreePath(path, choice.getTrueExpression()), new TreePath(path, choice.getFalseExpression()), step, reading);
        }
        if (tree instanceof SwitchExpressionTree) {
            return all(results(path), step, reading);
        }
        if (tree instanceof AssignmentTree assignment) {
            return needs(new TreePath(path, assignment.getExpression()), step, reading);
        }
        if (tree instanceof LiteralTree) {
            return List.of();
        }
        if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
            return function(path, step, reading);
        }
        if (tree instanceof NewArrayTree array) {
            return isEmptyArray(array) ? List.of() : List.of(byType(path, step));
        }
        if (tree instanceof NewClassTree) {
            return List.of(new Need.Typed(step, typeOf(path), true));
        }
        if (tree instanceof MethodInvocationTree) {
            return call(path, step, reading);
        }
        if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            return name(path, step, reading);
        }
        return List.of(byType(path, step));
    }

    /** What has to hold of the value that a parameter has when its constructor ends normally. */
    List<Need> atEnd(TreePath parameter, String step, Reading reading) {
        return local((VariableElement) program.trees().getElement(parameter), locals.atEnd(parameter), step, reading);
    }

    private List<Need> cast(TreePath path, TypeCastTree cast, String step, Reading reading) {
        TypeMirror target = program.trees().getTypeMirror(new TreePath(path, cast.getType()));
        if (target != null && promises.isFrozenUse(target)) {
            return List.of();
        }
        return needs(new TreePath(path, cast.getExpression()), step, reading);
    }

    private List<Need> both(TreePath first, TreePath second, String step, Reading reading) {
        return all(List.of(first, second), step, reading);
    }

    private List<Need> all(List<TreePath> paths, String step, Reading reading) {
        List<Need> needs = new ArrayList<>();
        paths.forEach(path -> needs.addAll(needs(path, step, reading)));
        return needs;
    }

    private List<Need> function(TreePath path, String step, Reading reading) {
        // A function for a type that promises to be frozen is checked where it is written.
        return captures.of(path, reading).stream().map(need -> behind(step, need)).toList();
    }

    private static Need behind(String step, Need need) {
        if (need instanceof Need.Blocked blocked) {
            return blocked.behind(step);
        }
        if (need instanceof Need.Typed typed) {
            return new Need.Typed(step + typed.step(), typed.type(), typed.exact());
        }
        if (need instanceof Need.Either either) {
            return new Need.Either(behind(step, either.first()), either.otherwise().stream().map(other -> behind(step, other)).toList());
        }
        return need;
    }

    private List<Need> call(TreePath path, String step, Reading reading) {
        Element element = program.trees().getElement(path);
        if (!(element instanceof ExecutableElement method)) {
            return List.of(byType(path, step));
        }
        if (promises.isFrozenUse(method.getReturnType())) {
            return List.of();
        }
        List<Need> modelled = calls.needs(path, method, step, reading, this);
        if (modelled != null) {
            return modelled;
        }
        Need byType = byType(path, step);
        boolean isFixed = method.getModifiers().contains(Modifier.STATIC) || method.getModifiers().contains(Modifier.PRIVATE)
                || method.getModifiers().contains(Modifier.FINAL);
        if (!isFixed || code.methodPath(method).isEmpty() || returning.size() >= DEPTH) {
            return List.of(byType);
        }
        if (!returning.add(method)) {
            // What a recursive call returns adds nothing to what the other returns give.
            return List.of();
        }
        try {
            List<TreePath> returned = returned(code.methodPath(method).get());
            return returned.isEmpty() ? List.of(byType) : List.of(new Need.Either(byType, all(returned, step, reading)));
        } finally {
            returning.remove(method);
        }
    }

    private List<Need> name(TreePath path, String step, Reading reading) {
        Element element = program.trees().getElement(path);
        if (!(element instanceof VariableElement variable)) {
            return List.of(byType(path, step));
        }
        if (element.getKind() == ElementKind.ENUM_CONSTANT) {
            return List.of(byType(path, step));
        }
        if (promises.isFrozenUse(variable.asType())) {
            return List.of();
        }
        if (element.getKind() == ElementKind.FIELD) {
            return field(path, variable, step, reading);
        }
        return local(variable, locals.before(path, variable), step, reading);
    }

    private List<Need> field(TreePath path, VariableElement field, String step, Reading reading) {
        if (path.getLeaf() instanceof MemberSelectTree select && isFrozenOwner(new TreePath(path, select.getExpression()))) {
            return List.of();
        }
        Need byType = byType(path, step);
        boolean isConstant = field.getModifiers().contains(Modifier.STATIC) && field.getModifiers().contains(Modifier.FINAL);
        if (field.asType().getKind().isPrimitive() || !isConstant && !fields.countsAsFinal(field, reading) || code.fieldPath(field).isEmpty()) {
            return List.of(byType);
        }
        List<Need> byValue = fields.byValue(field, step, reading);
        return byValue.isEmpty() && fields.valuesOf(field).isEmpty() && fields.compactParameter(field).isEmpty() ? List.of(byType)
                : List.of(new Need.Either(byType, byValue));
    }

    /** What a frozen object points at is frozen. */
    private boolean isFrozenOwner(TreePath owner) {
        Element element = program.trees().getElement(owner);
        return element instanceof VariableElement variable && promises.isFrozenUse(variable.asType())
                || element instanceof VariableElement && owner.getLeaf() instanceof MemberSelectTree select
                        && isFrozenOwner(new TreePath(owner, select.getExpression()));
    }

    private List<Need> local(VariableElement variable, LocalValues.Found found, String step, Reading reading) {
        if (found.isFrozenByOwnership()) {
            return List.of();
        }
        Need byType = Need.typed(step, variable.asType());
        if (!found.isComplete() || variable.asType().getKind().isPrimitive()) {
            return List.of(byType);
        }
        if (!naming.add(variable)) {
            // A name that is given its own value, over whatever detour, gets nothing new.
            return List.of();
        }
        try {
            return List.of(new Need.Either(byType, all(found.values(), step, reading)));
        } finally {
            naming.remove(variable);
        }
    }

    private Need byType(TreePath path, String step) {
        return Need.typed(step, typeOf(path));
    }

    /** The static type; for a name that of its declaration, because that carries the annotations. */
    TypeMirror typeOf(TreePath path) {
        TypeMirror type = program.trees().getTypeMirror(path);
        return type == null ? program.types().getNoType(javax.lang.model.type.TypeKind.NONE) : type;
    }

    private static boolean isEmptyArray(NewArrayTree array) {
        if (array.getInitializers() != null) {
            return array.getInitializers().isEmpty();
        }
        return !array.getDimensions().isEmpty() && array.getDimensions().get(0) instanceof LiteralTree size && Integer.valueOf(0).equals(size.getValue());
    }

    /** The expressions that a method returns; of its lambdas and inner classes nothing. */
    static List<TreePath> returned(TreePath method) {
        MethodTree tree = (MethodTree) method.getLeaf();
        return tree.getBody() == null ? List.of() : returnedFrom(new TreePath(method, tree.getBody()));
    }

    /** The expressions that a body returns; of lambdas and classes inside of it nothing. */
    static List<TreePath> returnedFrom(TreePath body) {
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
            public Void visitClass(com.sun.source.tree.ClassTree tree, Void unused) {
                return null;
            }
        }.scan(body, null);
        return found;
    }

    /** The results of a switch expression, of its own arms only. */
    private static List<TreePath> results(TreePath choice) {
        List<TreePath> found = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitCase(CaseTree tree, Void unused) {
                if (tree.getBody() instanceof ExpressionTree result) {
                    found.add(new TreePath(getCurrentPath(), result));
                    return null;
                }
                return super.visitCase(tree, unused);
            }

            @Override
            public Void visitYield(YieldTree tree, Void unused) {
                found.add(new TreePath(getCurrentPath(), tree.getValue()));
                return null;
            }

            @Override
            public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
                return getCurrentPath().getLeaf() == choice.getLeaf() ? super.visitSwitchExpression(tree, unused) : null;
            }

            @Override
            public Void visitLambdaExpression(LambdaExpressionTree tree, Void unused) {
                return null;
            }
        }.scan(choice, null);
        return found;
    }
}
