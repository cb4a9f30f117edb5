package dev.lungfish.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Arrays and lists whose elements a counted loop has one by one: {@code threads[i]}, {@code futures.get(i)}. In a loop that only reads them, it
 * is a walk over the collection; in a loop that puts one in each round, the element is what this round has put. Decided by the source alone.
 */
final class IndexedElements {
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.ArrayList");
    private static final Set<String> PUTTING = Set.of("add", "addLast");
    private static final Set<String> LOSING = Set.of("remove", "removeAll", "removeIf", "removeFirst", "removeLast", "retainAll", "set", "replaceAll", "clear");
    private static final Set<String> KEEPING = Set.of("add", "addLast", "get", "size", "isEmpty", "stream", "toArray", "forEach", "iterator");

    /**
     * The element of a collection that a counted loop has in one round.
     *
     * @param put what the loop puts there, or null if it finds it there
     */
    record Element(VariableElement collection, CountedLoops.Counted loop, ExpressionTree put) {
        /** Whether the loop puts it there, and does not find it. */
        boolean isFilled() {
            return put != null;
        }

        /** A name for it that nothing else has. */
        String name() {
            return collection.getSimpleName() + "[" + loop.index().getSimpleName() + "]";
        }
    }

    private final World world;
    private final Body body;
    private Map<Tree, Element> accesses;
    private final Map<Tree, CountedLoops.Counted> byCondition = new IdentityHashMap<>();
    private final Map<Tree, CountedLoops.Counted> byDeclaration = new IdentityHashMap<>();
    private final Map<CountedLoops.Counted, List<Element>> byLoop = new LinkedHashMap<>();
    private final Map<VariableElement, List<TreePath>> uses = new LinkedHashMap<>();
    private final Map<VariableElement, TreePath> declarations = new HashMap<>();

    IndexedElements(World world, Body body) {
        this.world = world;
        this.body = body;
    }

    /** The element that an expression names, {@code a[i]} or {@code a.get(i)}, if it is known which. */
    Optional<Element> at(Tree access) {
        return access == null ? Optional.empty() : Optional.ofNullable(known().get(access));
    }

    /** What an expression stands for that names an element which the round has put there; otherwise the expression itself. */
    Tree origin(Tree expression) {
        return at(expression).filter(Element::isFilled).map(element -> (Tree) element.put()).orElse(expression);
    }

    /** The counted loop that this tests before each round. */
    Optional<CountedLoops.Counted> testedBy(Tree condition) {
        known();
        return Optional.ofNullable(byCondition.get(condition));
    }

    /** The counted loop whose index is declared here. */
    Optional<CountedLoops.Counted> begunBy(Tree declaration) {
        known();
        return Optional.ofNullable(byDeclaration.get(declaration));
    }

    /** What a loop has, one for each collection. */
    List<Element> of(CountedLoops.Counted loop) {
        return byLoop.getOrDefault(loop, List.of());
    }

    private Map<Tree, Element> known() {
        if (accesses == null) {
            accesses = new IdentityHashMap<>();
            find();
        }
        return accesses;
    }

    private void find() {
        TreePath code = world.program().index().path(body.unit(), body.code());
        List<TreePath> loops = new ArrayList<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitForLoop(ForLoopTree loop, Void unused) {
                loops.add(getCurrentPath());
                return super.visitForLoop(loop, null);
            }

            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                VariableElement variable = TreeUtils.elementFromDeclaration(tree);
                if (isIndexed(variable)) {
                    declarations.put(variable, getCurrentPath());
                }
                return super.visitVariable(tree, null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                if (TreeUtils.elementFromUse(name) instanceof VariableElement variable && isIndexed(variable)) {
                    uses.computeIfAbsent(variable, v -> new ArrayList<>()).add(getCurrentPath());
                }
                return null;
            }
        }.scan(code, null);
        for (TreePath loop : loops) {
            if (!isInClosure(loop)) {
                CountedLoops.of(loop.getLeaf()).filter(CountedLoops.Counted::isRising).ifPresent(this::find);
            }
        }
    }

    private boolean isIndexed(VariableElement variable) {
        return Captures.isLocal(variable) && ElementUtils.isEffectivelyFinal(variable)
                && (variable.asType() instanceof ArrayType array ? hasOwner(array.getComponentType()) : isList(variable));
    }

    private boolean isList(VariableElement variable) {
        return variable.asType() instanceof DeclaredType list && list.getTypeArguments().size() == 1 && hasOwner(list.getTypeArguments().get(0))
                && LISTS.contains(String.valueOf(world.program().types().erasure(list)));
    }

    private boolean hasOwner(TypeMirror element) {
        return world.isTracked(element) || world.canBeWaitedFor(element);
    }

    private void find(CountedLoops.Counted loop) {
        uses.forEach((variable, all) -> {
            List<TreePath> inside = all.stream().filter(use -> isWithin(use, loop.tree())).toList();
            List<TreePath> elements = inside.stream().filter(use -> isElement(use, loop)).toList();
            boolean declaredInside = declarations.containsKey(variable) && isWithin(declarations.get(variable), loop.tree());
            if (elements.isEmpty() || declaredInside || !inside.stream().allMatch(use -> elements.contains(use) || isMeasured(use))) {
                return;
            }
            List<TreePath> written = elements.stream().filter(IndexedElements::isWritten).toList();
            boolean isPutBefore = elements.stream().allMatch(use -> written.contains(use) || comesAfterOne(use, written)) && hasNoOtherName(all, loop, variable);
            if (written.isEmpty() || isPutBefore && written.size() == 1) {
                ExpressionTree put = written.isEmpty() ? null : ((AssignmentTree) written.get(0).getParentPath().getParentPath().getLeaf()).getExpression();
                Element element = new Element(variable, loop, put);
                elements.forEach(use -> accesses.put(access(use), element));
                byLoop.computeIfAbsent(loop, l -> new ArrayList<>()).add(element);
            }
        });
        if (byLoop.containsKey(loop)) {
            byCondition.put(TreeUtils.withoutParens(loop.tree().getCondition()), loop);
            loop.tree().getInitializer().stream().filter(s -> s instanceof VariableTree v && loop.index().equals(TreeUtils.elementFromDeclaration(v)))
                    .forEach(declared -> byDeclaration.put(declared, loop));
        }
    }

    /** {@code a[i]} or {@code a.get(i)}, in the body itself: a closure runs when the index is another. */
    private boolean isElement(TreePath use, CountedLoops.Counted loop) {
        Tree access = access(use);
        if (isInClosure(use) || access == null) {
            return false;
        }
        return access instanceof ArrayAccessTree array ? loop.isIndex(array.getIndex()) : loop.isIndex(((MethodInvocationTree) access).getArguments().get(0));
    }

    /** The expression that has an element of the collection that is named here, or null. */
    private static Tree access(TreePath use) {
        Tree around = use.getParentPath().getLeaf();
        if (around instanceof ArrayAccessTree array) {
            return array.getExpression() == use.getLeaf() ? array : null;
        }
        return around instanceof MemberSelectTree select && select.getIdentifier().contentEquals("get")
                && use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call && call.getMethodSelect() == select
                && call.getArguments().size() == 1 ? call : null;
    }

    private static boolean isWritten(TreePath use) {
        return use.getParentPath().getParentPath().getLeaf() instanceof AssignmentTree assignment && assignment.getVariable() == use.getParentPath().getLeaf();
    }

    /** Whether a statement before, in a block around, has put the element there in the same round. */
    private static boolean comesAfterOne(TreePath use, List<TreePath> written) {
        for (TreePath at = use; at.getParentPath() != null; at = at.getParentPath()) {
            if (at.getParentPath().getLeaf() instanceof BlockTree block) {
                for (StatementTree before : block.getStatements()) {
                    if (before == at.getLeaf()) {
                        break;
                    }
                    if (written.stream().anyMatch(put -> CountedLoops.isAssignment(before, put.getParentPath().getLeaf()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether nothing else can put something there while the loop runs. */
    private boolean hasNoOtherName(List<TreePath> all, CountedLoops.Counted loop, VariableElement variable) {
        List<Tree> around = loopsAround(world.program().index().path(body.unit(), loop.tree()), variable);
        long end = world.program().trees().getSourcePositions().getEndPosition(body.unit(), around.get(around.size() - 1));
        return all.stream().allMatch(use -> access(use) != null || isMeasured(use) || isPut(use)
                || world.program().trees().getSourcePositions().getStartPosition(body.unit(), use.getLeaf()) > end);
    }

    private static boolean isMeasured(TreePath use) {
        return use.getParentPath().getLeaf() instanceof MemberSelectTree select
                && (select.getIdentifier().contentEquals("length") || Set.of("size", "isEmpty").contains(select.getIdentifier().toString()));
    }

    /** Whether what a collection gets stays there: nothing is taken out or put over something else, by this name or another. */
    boolean keepsAll(VariableElement collection) {
        known();
        if (!declarations.containsKey(collection) || !isNew((VariableTree) declarations.get(collection).getLeaf())) {
            return false;
        }
        List<TreePath> all = uses.getOrDefault(collection, List.of());
        List<TreePath> written = all.stream().filter(use -> access(use) instanceof ArrayAccessTree && isWritten(use)).toList();
        boolean once = written.isEmpty() || written.size() == 1 && isWrittenOnce(written.get(0), collection) || areApart(written, collection);
        return once && all.stream().allMatch(use -> isPut(use) || access(use) != null || isMeasured(use) || isLooked(use));
    }

    /** Whether something that nobody has a name for any more has gone from a collection before a loop goes through it. */
    boolean hasLost(ExpressionTree collection, Tree loop) {
        known();
        long begin = world.program().trees().getSourcePositions().getStartPosition(body.unit(), loop);
        return uses.getOrDefault(CountedLoops.variable(collection), List.of()).stream()
                .filter(use -> world.program().trees().getSourcePositions().getStartPosition(body.unit(), use.getLeaf()) < begin)
                .anyMatch(use -> use.getParentPath().getLeaf() instanceof MemberSelectTree select && LOSING.contains(select.getIdentifier().toString())
                        && use.getParentPath().getParentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree);
    }

    private static boolean isNew(VariableTree declaration) {
        ExpressionTree initializer = withoutCasts(declaration.getInitializer());
        return initializer instanceof NewArrayTree || initializer instanceof NewClassTree;
    }

    /** {@code (List<String>[]) new List[n]}: arrays of generic types are made so. */
    static ExpressionTree withoutCasts(ExpressionTree expression) {
        return expression instanceof TypeCastTree cast ? withoutCasts(cast.getExpression()) : expression;
    }

    /** Only the one loop in which each round has an index of its own is around it. */
    private boolean isWrittenOnce(TreePath put, VariableElement collection) {
        Optional<Element> element = at(access(put));
        return element.isPresent() && loopsAround(put, collection).equals(List.of(element.get().loop().tree()));
    }

    private boolean areApart(List<TreePath> written, VariableElement collection) {
        List<Integer> numbers = written.stream().map(put -> CountedLoops.number(((ArrayAccessTree) access(put)).getIndex())).toList();
        return !numbers.contains(null) && numbers.stream().distinct().count() == numbers.size()
                && written.stream().allMatch(put -> loopsAround(put, collection).isEmpty());
    }

    private List<Tree> loopsAround(TreePath use, VariableElement collection) {
        List<Tree> loops = new ArrayList<>();
        TreePath declaration = declarations.get(collection);
        for (TreePath at = use; at != null && (declaration == null || !isWithin(declaration, at.getLeaf())); at = at.getParentPath()) {
            if (Loops.isLoop(at.getLeaf())) {
                loops.add(at.getLeaf());
            }
        }
        return loops;
    }

    private boolean isPut(TreePath use) {
        return use.getParentPath().getLeaf() instanceof MemberSelectTree select && PUTTING.contains(select.getIdentifier().toString())
                && use.getParentPath().getParentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree;
    }

    /** Walked over, or given as a whole to a method of a library that changes no array. */
    private boolean isLooked(TreePath use) {
        Tree around = use.getParentPath().getLeaf();
        if (around instanceof MemberSelectTree select) {
            return KEEPING.contains(select.getIdentifier().toString());
        }
        return around instanceof EnhancedForLoopTree loop && loop.getExpression() == use.getLeaf()
                || around instanceof MethodInvocationTree call && world.classes().sourceOf(TreeUtils.elementFromUse(call)) == null
                && world.endsLoans(TreeUtils.typeOf(call));
    }

    /** Whether a loop has a round for each element that the collection has got. */
    boolean hasRoundForEach(Element element) {
        if (!element.loop().isWhole() || !keepsAll(element.collection())) {
            return false;
        }
        ExpressionTree bound = element.loop().bound();
        if (element.collection().equals(CountedLoops.lengthOf(bound)) || element.collection().equals(CountedLoops.sizeOf(bound))) {
            return true;
        }
        VariableTree declaration = (VariableTree) declarations.get(element.collection()).getLeaf();
        boolean isLength = withoutCasts(declaration.getInitializer()) instanceof NewArrayTree array && array.getDimensions().size() >= 1
                && CountedLoops.areSame(array.getDimensions().get(0), bound);
        return isLength || isBoundOfAllPuts(element.collection(), bound);
    }

    /** Whether all that is put there is put by one loop with this bound, one in each round. */
    private boolean isBoundOfAllPuts(VariableElement collection, ExpressionTree bound) {
        List<TreePath> puts = uses.get(collection).stream().filter(use -> isPut(use) || access(use) instanceof ArrayAccessTree && isWritten(use)).toList();
        List<Tree> loops = puts.size() == 1 ? loopsAround(puts.get(0), collection) : List.of();
        return loops.size() == 1 && CountedLoops.of(loops.get(0)).filter(loop -> loop.isWhole() && CountedLoops.areSame(loop.bound(), bound)).isPresent();
    }

    private boolean isInClosure(TreePath use) {
        for (TreePath at = use; at != null && at.getLeaf() != body.code(); at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree || at.getLeaf() instanceof LambdaExpressionTree) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(TreePath place, Tree tree) {
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            if (at.getLeaf() == tree) {
                return true;
            }
        }
        return false;
    }

    /** Whether an expression is this element: itself, or a variable of the round that was given it. */
    boolean is(ExpressionTree expression, Element element) {
        ExpressionTree bare = TreeUtils.withoutParens(expression);
        if (element.equals(known().get(bare))) {
            return true;
        }
        VariableElement named = CountedLoops.variable(bare);
        return named != null && ElementUtils.isEffectivelyFinal(named) && world.program().index().declaration(named) instanceof VariableTree tree
                && tree.getInitializer() != null && element.equals(known().get(TreeUtils.withoutParens(tree.getInitializer())));
    }
}
