package dev.lungfish.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.lungfish.checker.region.Portion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * The ranges of captured arrays to which lambdas keep: {@code sums[own] = ..}, or {@code for (int k = from; k < to; k++) out[k] = ..}. Decided by
 * the source alone; errs towards "any of it". That a product of an index and the size of a part does not overflow is assumed.
 */
final class OwnRanges {
    private final World world;
    private final Body body;

    OwnRanges(World world, Body body) {
        this.world = world;
        this.body = body;
    }

    /** From one expression to another, or the one place that both name. The expressions are seen from the code that touches the array. */
    private record Bounds(ExpressionTree from, ExpressionTree to) {
        boolean isPlace() {
            return from == to;
        }

        boolean isSame(Bounds other) {
            return isPlace() == other.isPlace() && CountedLoops.areSame(from, other.from) && CountedLoops.areSame(to, other.to);
        }
    }

    /**
     * The range to which a lambda keeps in an array that it captures.
     *
     * @param array the number of the array
     * @param maker the number of the lambda
     */
    Optional<Portion> of(LambdaExpressionTree lambda, VariableElement variable, int array, int maker) {
        if (!(variable.asType() instanceof ArrayType type)) {
            return Optional.empty();
        }
        TreePath path = world.program().index().path(body.unit(), lambda);
        // What is put into an array of objects must be new: the lambda must have nothing else that somebody owns.
        boolean onlyFills = world.isTracked(type.getComponentType());
        Optional<Bounds> bounds = boundsIn(new TreePath(path, lambda.getBody()), variable, onlyFills);
        if (bounds.isEmpty() || onlyFills && hasMore(lambda, variable)) {
            return Optional.empty();
        }
        List<Tree> loops = loopsBetween(path, variable);
        boolean isOne = loops.isEmpty() && !(path.getParentPath().getLeaf() instanceof VariableTree);
        boolean eachItsOwn = isOne || loops.size() == 1 && CountedLoops.of(loops.get(0)).filter(loop -> isOwn(bounds.get(), loop)).isPresent();
        String from = keyOf(bounds.get().from(), loops.isEmpty());
        String to = bounds.get().isPlace() ? next(from) : keyOf(bounds.get().to(), loops.isEmpty());
        boolean saysSomething = loops.isEmpty() ? !from.isEmpty() || !to.isEmpty() : eachItsOwn || !from.isEmpty();
        return saysSomething ? Optional.of(new Portion(array, false, maker, eachItsOwn, from, to)) : Optional.empty();
    }

    private boolean hasMore(LambdaExpressionTree lambda, VariableElement variable) {
        return Captures.of(lambda).stream().anyMatch(other -> !other.equals(variable) && world.isTracked(other.asType()));
    }

    /** The loops around a place that are not around the declaration of a variable. */
    private List<Tree> loopsBetween(TreePath place, VariableElement variable) {
        Tree declaration = world.program().index().declaration(variable);
        Set<Tree> around = new HashSet<>();
        TreePath declared = declaration == null ? null : world.program().index().path(body.unit(), declaration);
        for (TreePath at = declared; at != null; at = at.getParentPath()) {
            around.add(at.getLeaf());
        }
        List<Tree> loops = new ArrayList<>();
        for (TreePath at = place; at != null && !around.contains(at.getLeaf()); at = at.getParentPath()) {
            boolean isCode = at.getLeaf() instanceof LambdaExpressionTree || at.getLeaf() instanceof ClassTree;
            if (Loops.isLoop(at.getLeaf()) || isCode && at.getLeaf() != place.getLeaf()) {
                loops.add(at.getLeaf());
            }
        }
        return loops;
    }

    /** The bounds within which code touches an array; empty if it does anything else with it. */
    private Optional<Bounds> boundsIn(TreePath code, VariableElement array, boolean onlyFills) {
        List<Bounds> found = new ArrayList<>();
        boolean[] fails = {false};
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                if (array.equals(TreeUtils.elementFromUse(name)) && !isLength(getCurrentPath())) {
                    boundsAt(getCurrentPath(), code, onlyFills).ifPresentOrElse(found::add, () -> fails[0] = true);
                }
                return null;
            }
        }.scan(code, null);
        return fails[0] || found.isEmpty() || !found.stream().allMatch(found.get(0)::isSame) ? Optional.empty() : Optional.of(found.get(0));
    }

    private static boolean isLength(TreePath use) {
        return use.getParentPath().getLeaf() instanceof MemberSelectTree select && select.getIdentifier().contentEquals("length");
    }

    private Optional<Bounds> boundsAt(TreePath use, TreePath code, boolean onlyFills) {
        Tree around = use.getParentPath().getLeaf();
        if (around instanceof ArrayAccessTree access && access.getExpression() == use.getLeaf()) {
            boolean isFill = use.getParentPath().getParentPath().getLeaf() instanceof AssignmentTree assignment && assignment.getVariable() == access;
            return onlyFills && !isFill ? Optional.empty() : boundsOf(access.getIndex(), use, code);
        }
        return around instanceof MethodInvocationTree call && !onlyFills ? boundsOfCall(call, use.getLeaf()) : Optional.empty();
    }

    /** An index that the code has from outside, or one that counts from one bound to another. */
    private Optional<Bounds> boundsOf(ExpressionTree index, TreePath use, TreePath code) {
        if (isGiven(index, code)) {
            return Optional.of(new Bounds(index, index));
        }
        for (TreePath at = use; at != null && at.getLeaf() != code.getLeaf(); at = at.getParentPath()) {
            Optional<CountedLoops.Counted> loop = CountedLoops.of(at.getLeaf()).filter(counted -> counted.isIndex(index));
            if (at.getLeaf() instanceof LambdaExpressionTree || at.getLeaf() instanceof ClassTree) {
                return Optional.empty();
            } else if (loop.isPresent()) {
                ExpressionTree begin = loop.get().begin();
                return isGiven(begin, code) && isGiven(loop.get().bound(), code) ? Optional.of(new Bounds(begin, loop.get().bound())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A number, or a variable from outside of the code that never changes. */
    private boolean isGiven(ExpressionTree expression, TreePath code) {
        if (CountedLoops.number(expression) != null) {
            return true;
        }
        VariableElement variable = CountedLoops.variable(expression);
        Tree declaration = variable == null || !ElementUtils.isEffectivelyFinal(variable) ? null : world.program().index().declaration(variable);
        for (TreePath at = declaration == null ? null : world.program().index().path(code.getCompilationUnit(), declaration); at != null; at = at.getParentPath()) {
            if (at.getLeaf() == code.getLeaf()) {
                return false;
            }
        }
        return declaration != null;
    }

    /** A method that keeps to a range which its parameters name. */
    private Optional<Bounds> boundsOfCall(MethodInvocationTree call, Tree array) {
        ExecutableElement method = TreeUtils.elementFromUse(call);
        Classes.Source source = world.classes().sourceOf(method);
        int position = call.getArguments().indexOf(array);
        if (source == null || position < 0 || method.isVarArgs() || !Classes.isClosedAgainstOverriding(method)) {
            return Optional.empty();
        }
        MethodTree tree = source.tree();
        VariableElement parameter = TreeUtils.elementFromDeclaration(tree.getParameters().get(position));
        TreePath code = world.program().index().path(source.unit(), tree.getBody());
        return boundsIn(code, parameter, false).flatMap(bounds -> {
            ExpressionTree from = argumentFor(bounds.from(), tree, call);
            ExpressionTree to = bounds.isPlace() ? from : argumentFor(bounds.to(), tree, call);
            return from == null || to == null ? Optional.empty() : Optional.of(new Bounds(from, to));
        });
    }

    private static ExpressionTree argumentFor(ExpressionTree bound, MethodTree method, MethodInvocationTree call) {
        if (CountedLoops.number(bound) != null) {
            return bound;
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            if (TreeUtils.elementFromDeclaration(method.getParameters().get(i)).equals(CountedLoops.variable(bound))) {
                return call.getArguments().get(i);
            }
        }
        return null;
    }

    /** What a bound is called where it is one value: a number always is, a variable where no loop makes more of it. */
    private String keyOf(ExpressionTree bound, boolean once) {
        Integer number = CountedLoops.number(bound);
        if (number != null) {
            return number < 0 ? "" : number.toString();
        }
        VariableElement variable = CountedLoops.variable(bound);
        return once && variable != null && ElementUtils.isEffectivelyFinal(variable) ? world.variable(variable) : "";
    }

    private static String next(String place) {
        return !place.isEmpty() && place.chars().allMatch(Character::isDigit) ? String.valueOf(Long.parseLong(place) + 1) : "";
    }

    /** Whether each round of the loop has a range of its own. */
    private boolean isOwn(Bounds bounds, CountedLoops.Counted loop) {
        if (bounds.isPlace()) {
            return loop.isRising() && isShiftedIndex(resolved(bounds.from(), loop), loop);
        }
        Optional<ExpressionTree> size = sizeOfPart(bounds.from(), loop);
        return size.isPresent() && endsBeforeNext(bounds.to(), size.get(), loop);
    }

    /** The index of the loop, perhaps with a number more or less. */
    private boolean isShiftedIndex(ExpressionTree place, CountedLoops.Counted loop) {
        if (loop.isIndex(place)) {
            return true;
        }
        return place instanceof BinaryTree sum && (sum.getKind() == Tree.Kind.PLUS || sum.getKind() == Tree.Kind.MINUS) && loop.isIndex(sum.getLeftOperand())
                && isFixed(sum.getRightOperand(), loop);
    }

    private boolean isFixed(ExpressionTree expression, CountedLoops.Counted loop) {
        VariableElement variable = CountedLoops.variable(expression);
        return CountedLoops.number(expression) != null
                || variable != null && CountedLoops.areSame(expression, expression) && initializerIn(variable, loop).isEmpty() && !loop.isIndex(expression);
    }

    /** A variable of the round stands for what it was made as. */
    private ExpressionTree resolved(ExpressionTree expression, CountedLoops.Counted loop) {
        ExpressionTree bare = TreeUtils.withoutParens(expression);
        VariableElement variable = CountedLoops.variable(bare);
        return variable == null || loop.isIndex(bare) ? bare
                : initializerIn(variable, loop).map(TreeUtils::withoutParens).orElse(bare);
    }

    private Optional<ExpressionTree> initializerIn(VariableElement variable, CountedLoops.Counted loop) {
        Tree declaration = world.program().index().declaration(variable);
        if (!(declaration instanceof VariableTree tree) || !ElementUtils.isEffectivelyFinal(variable)) {
            return Optional.empty();
        }
        for (TreePath at = world.program().index().path(body.unit(), tree); at != null; at = at.getParentPath()) {
            if (at.getLeaf() == loop.tree()) {
                return Optional.ofNullable(tree.getInitializer());
            }
        }
        return Optional.empty();
    }

    /** The size of the parts, if the first place of each is the index, or the index times that. */
    private Optional<ExpressionTree> sizeOfPart(ExpressionTree begin, CountedLoops.Counted loop) {
        ExpressionTree bare = resolved(begin, loop);
        if (loop.isIndex(bare)) {
            return Optional.ofNullable(loop.step()).filter(step -> isFixed(step, loop));
        }
        return loop.isByOne() && bare instanceof BinaryTree product && product.getKind() == Tree.Kind.MULTIPLY ? factorOf(product, loop::isIndex, loop) : Optional.empty();
    }

    private Optional<ExpressionTree> factorOf(BinaryTree product, java.util.function.Predicate<ExpressionTree> other, CountedLoops.Counted loop) {
        if (other.test(TreeUtils.withoutParens(product.getLeftOperand())) && isFixed(product.getRightOperand(), loop)) {
            return Optional.of(product.getRightOperand());
        }
        return other.test(TreeUtils.withoutParens(product.getRightOperand())) && isFixed(product.getLeftOperand(), loop) ? Optional.of(product.getLeftOperand()) : Optional.empty();
    }

    /** Whether a part ends at the latest where the part of the next round begins, if there is one. */
    private boolean endsBeforeNext(ExpressionTree end, ExpressionTree size, CountedLoops.Counted loop) {
        ExpressionTree bare = resolved(end, loop);
        if (bare instanceof MethodInvocationTree call) {
            return call.getArguments().size() == 2 && isMinimum(call) && call.getArguments().stream().anyMatch(a -> endsBeforeNext(a, size, loop));
        } else if (bare instanceof ConditionalExpressionTree choice) {
            return isLastRound(choice.getCondition(), loop) && endsBeforeNext(choice.getFalseExpression(), size, loop);
        } else if (!(bare instanceof BinaryTree)) {
            return false;
        }
        BinaryTree sum = (BinaryTree) bare;
        if (sum.getKind() == Tree.Kind.PLUS) {
            return isBegin(sum.getLeftOperand(), size, loop) && CountedLoops.areSame(sum.getRightOperand(), size)
                    || isBegin(sum.getRightOperand(), size, loop) && CountedLoops.areSame(sum.getLeftOperand(), size);
        }
        return loop.isByOne() && sum.getKind() == Tree.Kind.MULTIPLY && factorOf(sum, e -> isOneMore(e, loop), loop).filter(f -> CountedLoops.areSame(f, size)).isPresent();
    }

    private boolean isBegin(ExpressionTree expression, ExpressionTree size, CountedLoops.Counted loop) {
        return sizeOfPart(expression, loop).filter(f -> CountedLoops.areSame(f, size)).isPresent();
    }

    private static boolean isOneMore(ExpressionTree expression, CountedLoops.Counted loop) {
        return expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS && loop.isIndex(sum.getLeftOperand())
                && Integer.valueOf(1).equals(CountedLoops.number(sum.getRightOperand()));
    }

    private static boolean isMinimum(MethodInvocationTree call) {
        ExecutableElement method = TreeUtils.elementFromUse(call);
        return method.getSimpleName().contentEquals("min") && method.getEnclosingElement().toString().equals("java.lang.Math");
    }

    /** {@code i == n - 1} in a loop that goes up to {@code n}. */
    private static boolean isLastRound(ExpressionTree condition, CountedLoops.Counted loop) {
        return TreeUtils.withoutParens(condition) instanceof BinaryTree test && test.getKind() == Tree.Kind.EQUAL_TO && loop.isIndex(test.getLeftOperand())
                && TreeUtils.withoutParens(test.getRightOperand()) instanceof BinaryTree last && last.getKind() == Tree.Kind.MINUS
                && Integer.valueOf(1).equals(CountedLoops.number(last.getRightOperand())) && CountedLoops.areSame(last.getLeftOperand(), loop.bound());
    }
}
