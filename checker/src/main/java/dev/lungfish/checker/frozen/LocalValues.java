package dev.lungfish.checker.frozen;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;

/**
 * Which values a local variable or parameter may have at a place: the last assignment that is made on every way there, and all later ones.
 * Errs towards too many values.
 */
final class LocalValues {
    /**
     * What was found.
     *
     * @param values the assigned expressions
     * @param isComplete whether the variable has one of these values, and not one that came from outside
     * @param isFrozenByOwnership whether the variable was frozen before, and not assigned since
     */
    record Found(List<TreePath> values, boolean isComplete, boolean isFrozenByOwnership) {
    }

    private static final Found UNKNOWN = new Found(List.of(), false, false);

    private final Program program;
    private final SourcePositions positions;
    private final SourceCode code;
    private final Models models;

    LocalValues(Program program, SourceCode code, Models models) {
        this.program = program;
        this.code = code;
        this.positions = program.trees().getSourcePositions();
        this.models = models;
    }

    /** The values of the variable where it is read. */
    Found before(TreePath use, VariableElement variable) {
        TreePath body = bodyAround(use, variable);
        return body == null ? UNKNOWN : search(body, variable, startOf(use));
    }

    /** The values of a parameter when its method or constructor ends normally. */
    Found atEnd(TreePath parameter) {
        TreePath method = parameter.getParentPath();
        if (!(method.getLeaf() instanceof MethodTree tree) || tree.getBody() == null) {
            return UNKNOWN;
        }
        return search(new TreePath(method, tree.getBody()), (VariableElement) program.trees().getElement(parameter), Long.MAX_VALUE);
    }

    /** The block of the method, lambda or initialiser that declares the variable, seen from inside of it. Null: an expression lambda, or none. */
    private TreePath bodyAround(TreePath use, VariableElement variable) {
        for (TreePath at = use; at != null; at = at.getParentPath()) {
            Tree tree = at.getLeaf();
            if (tree instanceof MethodTree method && method.getBody() != null) {
                TreePath body = new TreePath(at, method.getBody());
                if (declares(at, method.getParameters(), variable) || encloses(body, variable)) {
                    return body;
                }
            } else if (tree instanceof LambdaExpressionTree lambda) {
                if (lambda.getBody() instanceof BlockTree block && encloses(new TreePath(at, block), variable)) {
                    return new TreePath(at, block);
                }
                if (declares(at, lambda.getParameters(), variable)) {
                    return lambda.getBody() instanceof BlockTree block ? new TreePath(at, block) : null;
                }
            } else if (tree instanceof BlockTree && at.getParentPath().getLeaf() instanceof ClassTree && encloses(at, variable)) {
                return at;
            }
        }
        return null;
    }

    private boolean declares(TreePath owner, List<? extends VariableTree> parameters, VariableElement variable) {
        return parameters.stream().anyMatch(parameter -> variable.equals(program.trees().getElement(new TreePath(owner, parameter))));
    }

    private boolean encloses(TreePath block, VariableElement variable) {
        boolean[] found = {false};
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                found[0] |= variable.equals(program.trees().getElement(getCurrentPath()));
                return super.visitVariable(tree, unused);
            }
        }.scan(block, null);
        return found[0];
    }

    private Found search(TreePath body, VariableElement variable, long before) {
        List<TreePath> values = new ArrayList<>();
        long[] frozenAt = {-1};
        boolean[] unclear = {false};
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                if (variable.equals(program.trees().getElement(getCurrentPath()))) {
                    if (tree.getInitializer() != null) {
                        values.add(new TreePath(getCurrentPath(), tree.getInitializer()));
                    } else {
                        unclear[0] |= getCurrentPath().getParentPath().getLeaf() instanceof EnhancedForLoopTree
                                || variable.getKind() != ElementKind.LOCAL_VARIABLE;
                    }
                }
                return super.visitVariable(tree, unused);
            }

            @Override
            public Void visitAssignment(AssignmentTree tree, Void unused) {
                if (names(getCurrentPath(), tree.getVariable(), variable)) {
                    values.add(new TreePath(getCurrentPath(), tree.getExpression()));
                }
                return super.visitAssignment(tree, unused);
            }

            @Override
            public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
                if (startOf(getCurrentPath()) < before && freezes(getCurrentPath(), tree, variable)) {
                    frozenAt[0] = startOf(getCurrentPath());
                }
                return super.visitMethodInvocation(tree, unused);
            }
        }.scan(body, null);
        long certain = certainAssignment((BlockTree) body.getLeaf(), body, variable, before);
        boolean isFrozen = frozenAt[0] >= 0 && values.stream().noneMatch(value -> startOf(value) > frozenAt[0]);
        if (certain >= 0) {
            return new Found(values.stream().filter(value -> startOf(value) >= certain).toList(), !unclear[0], isFrozen);
        }
        if (variable.getKind() == ElementKind.PARAMETER) {
            Optional<List<TreePath>> given = arguments(variable);
            given.ifPresent(values::addAll);
            return new Found(values, given.isPresent(), isFrozen);
        }
        return new Found(values, variable.getKind() == ElementKind.LOCAL_VARIABLE && !unclear[0] && !values.isEmpty(), isFrozen);
    }

    /** What the callers of a private method or constructor pass; empty if not all of them are plain calls. */
    private Optional<List<TreePath>> arguments(VariableElement parameter) {
        if (!(parameter.getEnclosingElement() instanceof ExecutableElement method) || !method.getModifiers().contains(Modifier.PRIVATE)
                || method.isVarArgs()) {
            return Optional.empty();
        }
        int index = method.getParameters().indexOf(parameter);
        List<TreePath> calls = code.calls(method);
        List<TreePath> arguments = new ArrayList<>();
        for (TreePath call : calls) {
            List<? extends ExpressionTree> given = call.getLeaf() instanceof MethodInvocationTree invocation ? invocation.getArguments()
                    : call.getLeaf() instanceof NewClassTree creation ? creation.getArguments() : List.of();
            if (index < 0 || index >= given.size()) {
                return Optional.empty();
            }
            arguments.add(new TreePath(call, given.get(index)));
        }
        return calls.isEmpty() ? Optional.empty() : Optional.of(arguments);
    }

    private boolean names(TreePath parent, Tree tree, VariableElement variable) {
        return tree instanceof IdentifierTree && variable.equals(program.trees().getElement(new TreePath(parent, tree)));
    }

    private boolean freezes(TreePath path, MethodInvocationTree call, VariableElement variable) {
        return call.getArguments().size() == 1 && names(path, call.getArguments().get(0), variable)
                && program.trees().getElement(path) instanceof ExecutableElement method
                && models.of(path, method).filter(model -> model.has(Effect.Freezes.class)).isPresent();
    }

    /** The start of the last statement of the block that assigns the variable on every way and stands before the place; -1 if there is none. */
    private long certainAssignment(BlockTree block, TreePath path, VariableElement variable, long before) {
        long found = -1;
        for (StatementTree statement : block.getStatements()) {
            TreePath at = new TreePath(path, statement);
            if (startOf(at) < before && positions.getEndPosition(at.getCompilationUnit(), statement) <= before && alwaysAssigns(at, variable)) {
                found = startOf(at);
            }
        }
        return found;
    }

    private boolean alwaysAssigns(TreePath path, VariableElement variable) {
        Tree tree = path.getLeaf();
        if (tree instanceof ExpressionStatementTree statement) {
            return statement.getExpression() instanceof AssignmentTree assignment
                    && names(new TreePath(path, assignment), assignment.getVariable(), variable);
        }
        if (tree instanceof VariableTree declaration) {
            return declaration.getInitializer() != null && variable.equals(program.trees().getElement(path));
        }
        if (tree instanceof BlockTree block) {
            return block.getStatements().stream().anyMatch(inner -> alwaysAssigns(new TreePath(path, inner), variable));
        }
        return tree instanceof IfTree choice && choice.getElseStatement() != null
                && alwaysAssigns(new TreePath(path, choice.getThenStatement()), variable)
                && alwaysAssigns(new TreePath(path, choice.getElseStatement()), variable);
    }

    private long startOf(TreePath path) {
        return positions.getStartPosition(path.getCompilationUnit(), path.getLeaf());
    }
}
