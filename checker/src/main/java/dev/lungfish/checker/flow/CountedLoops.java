package dev.lungfish.checker.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Loops that count: {@code for (int i = 0; i < n; i++)}, where nothing else changes the index. */
final class CountedLoops {
    private CountedLoops() {
    }

    /**
     * A loop that adds the same to its index after each round.
     *
     * @param begin the first index
     * @param bound what the index stays below
     * @param step what is added, or null for one
     */
    record Counted(ForLoopTree tree, VariableElement index, ExpressionTree begin, ExpressionTree bound, ExpressionTree step) {
        /** Whether each round has an index of its own: what is added is known to be more than nothing. */
        boolean isRising() {
            return step == null || number(step) != null && number(step) > 0;
        }

        boolean isByOne() {
            return step == null || Integer.valueOf(1).equals(number(step));
        }

        /** Whether each number below the bound has its round. */
        boolean isWhole() {
            return isByOne() && Integer.valueOf(0).equals(number(begin));
        }

        /** Whether an expression is the index, and nothing more. */
        boolean isIndex(ExpressionTree expression) {
            return CountedLoops.variable(expression) == index;
        }
    }

    /** The loop as a counted one, if it is. */
    static Optional<Counted> of(Tree loop) {
        if (!(loop instanceof ForLoopTree tree) || tree.getUpdate().size() != 1 || tree.getCondition() == null
                || !(TreeUtils.withoutParens(tree.getCondition()) instanceof BinaryTree test) || test.getKind() != Tree.Kind.LESS_THAN) {
            return Optional.empty();
        }
        VariableElement index = variable(test.getLeftOperand());
        Optional<VariableTree> declared = tree.getInitializer().stream().filter(VariableTree.class::isInstance).map(VariableTree.class::cast)
                .filter(v -> TreeUtils.elementFromDeclaration(v).equals(index)).findFirst();
        if (declared.isEmpty() || declared.get().getInitializer() == null || isChanged(index, tree.getStatement())) {
            return Optional.empty();
        }
        ExpressionTree update = tree.getUpdate().get(0).getExpression();
        boolean byOne = update instanceof UnaryTree unary && index.equals(variable(unary.getExpression()))
                && (unary.getKind() == Tree.Kind.POSTFIX_INCREMENT || unary.getKind() == Tree.Kind.PREFIX_INCREMENT);
        ExpressionTree step = update instanceof CompoundAssignmentTree compound && compound.getKind() == Tree.Kind.PLUS_ASSIGNMENT
                && index.equals(variable(compound.getVariable())) ? compound.getExpression() : null;
        return byOne || step != null ? Optional.of(new Counted(tree, index, declared.get().getInitializer(), test.getRightOperand(), step)) : Optional.empty();
    }

    /** Whether the code gives a variable another value. */
    static boolean isChanged(VariableElement variable, Tree code) {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitAssignment(AssignmentTree tree, Void unused) {
                found[0] |= variable(tree.getVariable()) == variable;
                return super.visitAssignment(tree, null);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
                found[0] |= variable(tree.getVariable()) == variable;
                return super.visitCompoundAssignment(tree, null);
            }

            @Override
            public Void visitUnary(UnaryTree tree, Void unused) {
                found[0] |= variable(tree.getExpression()) == variable && tree.getKind() != Tree.Kind.UNARY_MINUS
                        && tree.getKind() != Tree.Kind.UNARY_PLUS && tree.getKind() != Tree.Kind.BITWISE_COMPLEMENT;
                return super.visitUnary(tree, null);
            }
        }.scan(code, null);
        return found[0];
    }

    /** The variable that an expression names, or null. */
    static VariableElement variable(ExpressionTree expression) {
        ExpressionTree bare = expression == null ? null : TreeUtils.withoutParens(expression);
        return bare instanceof IdentifierTree && TreeUtils.elementFromUse(bare) instanceof VariableElement named ? named : null;
    }

    /** The number that an expression is by what the compiler knows of it, or null. */
    static Integer number(ExpressionTree expression) {
        ExpressionTree bare = expression == null ? null : TreeUtils.withoutParens(expression);
        if (bare instanceof LiteralTree literal) {
            return literal.getValue() instanceof Integer value ? value : null;
        }
        return bare != null && (bare instanceof IdentifierTree || bare instanceof MemberSelectTree)
                && TreeUtils.elementFromUse(bare) instanceof VariableElement constant && constant.getConstantValue() instanceof Integer value ? value : null;
    }

    /** Whether two expressions have the same value wherever both are seen: one number, one variable that never changes, one length. */
    static boolean areSame(ExpressionTree a, ExpressionTree b) {
        Integer number = number(a);
        if (number != null || number(b) != null) {
            return Objects.equals(number, number(b));
        }
        Object key = keyOf(a);
        return key != null && key.equals(keyOf(b));
    }

    /** What tells the value of an expression that never changes, or null; the length of an array is that of its variable. */
    private static Object keyOf(ExpressionTree expression) {
        VariableElement named = variable(expression);
        if (named != null) {
            return isStable(named) ? named : null;
        }
        VariableElement measured = lengthOf(expression);
        return measured != null && isStable(measured) ? java.util.List.of("length", measured) : null;
    }

    private static boolean isStable(VariableElement variable) {
        return variable.getKind() == ElementKind.FIELD ? variable.getModifiers().containsAll(java.util.Set.of(Modifier.FINAL, Modifier.STATIC))
                : ElementUtils.isEffectivelyFinal(variable);
    }

    /** The array variable whose length an expression is, or null. */
    static VariableElement lengthOf(ExpressionTree expression) {
        return TreeUtils.withoutParens(expression) instanceof MemberSelectTree select && select.getIdentifier().contentEquals("length") ? variable(select.getExpression()) : null;
    }

    /** The list variable whose size an expression is, or null. */
    static VariableElement sizeOf(ExpressionTree expression) {
        return TreeUtils.withoutParens(expression) instanceof MethodInvocationTree call && call.getArguments().isEmpty()
                && call.getMethodSelect() instanceof MemberSelectTree select && select.getIdentifier().contentEquals("size") ? variable(select.getExpression()) : null;
    }

    /** The loop of which a statement is the whole work of a round, or one of its statements. */
    static boolean isAssignment(StatementTree statement, Tree target) {
        return statement instanceof ExpressionStatementTree e && e.getExpression() instanceof AssignmentTree assignment && assignment.getVariable() == target;
    }
}
