package dev.lungfish.checker.flow;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import dev.lungfish.checker.region.RegionOp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ObjectCreationNode;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Collections and arrays of a method's own that a loop fills, and only fills: what is put in during one round has nothing in common with what
 * earlier rounds put in, unless a name that outlives the round says so. Whoever looks into one sees all of it. Errs towards "in common".
 */
final class Heaps {
    private static final Set<String> PUTTING = Set.of("add", "addFirst", "addLast", "offer", "push", "put");
    private static final Set<String> MEASURING = Set.of("size", "isEmpty");

    private final World world;
    private final Body body;
    private final ElementTable elements;
    private final IndexedElements indexed;
    /** By variable, the names at which something is put in, or that only ask how much there is. */
    private Map<VariableElement, Set<Tree>> puts;
    /** The heaps that lambdas and anonymous classes capture. */
    private final Map<Tree, Set<VariableElement>> capturedIn = new IdentityHashMap<>();

    Heaps(World world, Body body, ElementTable elements, IndexedElements indexed) {
        this.indexed = indexed;
        this.world = world;
        this.body = body;
        this.elements = elements;
    }

    /** The heap of what is put into the holder here, or {@link RegionOp#NONE}. */
    int of(Node holder) {
        return holder instanceof LocalVariableNode local && puts().getOrDefault(local.getElement(), Set.of()).contains(holder.getTree()) ? heapOf(local.getElement()) : RegionOp.NONE;
    }

    /** A node that does more than put: what it names can reach all that is in its heap. */
    void look(Node node, Lowered out) {
        if (node instanceof FunctionalInterfaceNode || node instanceof ObjectCreationNode) {
            puts();
            capturedIn.getOrDefault(node.getTree(), Set.of()).forEach(variable -> out.add(new RegionOp.Spread(heapOf(variable), elements.local(variable))));
        }
        for (Node operand : node.getOperands()) {
            spread(operand, out);
            if (operand instanceof MethodAccessNode method) {
                spread(method.getReceiver(), out);
            }
        }
    }

    private void spread(Node operand, Lowered out) {
        if (operand instanceof LocalVariableNode local && operand.getTree() != null) {
            Set<Tree> known = puts().get(local.getElement());
            if (known != null && !known.contains(operand.getTree())) {
                out.add(new RegionOp.Spread(heapOf(local.getElement()), elements.local(local.getElement())));
            }
        }
    }

    private int heapOf(VariableElement variable) {
        return elements.slot("heap:" + world.variable(variable), variable.getSimpleName().toString());
    }

    private Map<VariableElement, Set<Tree>> puts() {
        if (puts == null) {
            puts = hasLoop() ? find() : Map.of();
        }
        return puts;
    }

    private boolean hasLoop() {
        boolean[] found = {false};
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                found[0] |= Loops.isLoop(tree);
                return found[0] ? null : super.scan(tree, null);
            }
        }.scan(body.code(), null);
        return found[0];
    }

    private Map<VariableElement, Set<Tree>> find() {
        TreePath code = world.program().index().path(body.unit(), body.code());
        Map<VariableElement, TreePath> made = new LinkedHashMap<>();
        Map<VariableElement, List<TreePath>> uses = new HashMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void unused) {
                VariableElement variable = TreeUtils.elementFromDeclaration(tree);
                if (isNew(tree) && ElementUtils.isEffectivelyFinal(variable)) {
                    made.put(variable, getCurrentPath());
                }
                return super.visitVariable(tree, null);
            }

            @Override
            public Void visitIdentifier(IdentifierTree name, Void unused) {
                if (TreeUtils.elementFromUse(name) instanceof VariableElement variable && made.containsKey(variable)) {
                    uses.computeIfAbsent(variable, v -> new ArrayList<>()).add(getCurrentPath());
                }
                return null;
            }
        }.scan(code, null);
        Map<VariableElement, Set<Tree>> found = new HashMap<>();
        uses.forEach((variable, places) -> {
            Set<Tree> trees = putsAmong(places, made.get(variable));
            if (!trees.isEmpty() && places.stream().allMatch(place -> noteCaptures(place, variable))) {
                found.put(variable, trees);
            }
        });
        return found;
    }

    /** Notes the closures around a use of a variable; false if it stands in a class with a name, whose objects may be made anywhere. */
    private boolean noteCaptures(TreePath use, VariableElement variable) {
        for (TreePath at = use; at != null && at.getLeaf() != body.code(); at = at.getParentPath()) {
            boolean isClass = at.getLeaf() instanceof ClassTree;
            if (isClass && !(at.getParentPath().getLeaf() instanceof NewClassTree)) {
                return false;
            }
            if (isClass || at.getLeaf() instanceof LambdaExpressionTree) {
                capturedIn.computeIfAbsent(isClass ? at.getParentPath().getLeaf() : at.getLeaf(), t -> new LinkedHashSet<>()).add(variable);
            }
        }
        return true;
    }

    /** A second name, or whatever else looks into the collection, must not be there yet when the loop fills it: it would see what is put in later. */
    private Set<Tree> putsAmong(List<TreePath> uses, TreePath declaration) {
        Set<Tree> found = Collections.newSetFromMap(new IdentityHashMap<>());
        for (TreePath use : uses) {
            Tree loop = isPut(use) ? loopAround(use, declaration) : null;
            if (loop != null && uses.stream().allMatch(other -> isPut(other) || isMeasured(other) || isOwn(other) || comesAfter(other, loop))) {
                uses.stream().filter(other -> isWithin(other, loop)).map(TreePath::getLeaf).forEach(found::add);
            }
        }
        return found;
    }

    private boolean comesAfter(TreePath use, Tree loop) {
        SourcePositions positions = world.program().trees().getSourcePositions();
        return positions.getStartPosition(body.unit(), use.getLeaf()) >= positions.getEndPosition(body.unit(), loop);
    }

    private boolean isNew(VariableTree declaration) {
        ExpressionTree initializer = IndexedElements.withoutCasts(declaration.getInitializer());
        if (initializer instanceof NewArrayTree array) {
            return array.getInitializers() == null;
        }
        return initializer instanceof NewClassTree made && made.getClassBody() == null
                && world.classes().sourceOf(TreeUtils.elementFromUse(made)) == null
                && made.getArguments().stream().noneMatch(argument -> world.isTracked(TreeUtils.typeOf(argument)));
    }

    /** {@code all.add(one);} or {@code all[i] = one;}, in the body itself: a closure has the collection from where it is made. */
    private boolean isPut(TreePath use) {
        TreePath around = use.getParentPath();
        if (isInClosure(use)) {
            return false;
        }
        if (around.getLeaf() instanceof MemberSelectTree select) {
            return PUTTING.contains(select.getIdentifier().toString()) && around.getParentPath().getLeaf() instanceof MethodInvocationTree call
                    && call.getMethodSelect() == select && around.getParentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree;
        }
        return around.getLeaf() instanceof ArrayAccessTree access && access.getExpression() == use.getLeaf()
                && around.getParentPath().getLeaf() instanceof AssignmentTree assignment && assignment.getVariable() == access
                && around.getParentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree;
    }

    /** {@code all[i]} in the round that has put it: nothing else is looked at. */
    private boolean isOwn(TreePath use) {
        return indexed.at(use.getParentPath().getLeaf()).filter(IndexedElements.Element::isFilled).isPresent();
    }

    private boolean isInClosure(TreePath use) {
        for (TreePath at = use; at != null && at.getLeaf() != body.code(); at = at.getParentPath()) {
            if (at.getLeaf() instanceof ClassTree || at.getLeaf() instanceof LambdaExpressionTree) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMeasured(TreePath use) {
        return use.getParentPath().getLeaf() instanceof MemberSelectTree select
                && (select.getIdentifier().contentEquals("length") || MEASURING.contains(select.getIdentifier().toString())
                && use.getParentPath().getParentPath().getLeaf() instanceof MethodInvocationTree);
    }

    /** The outermost loop around a use that is not around the declaration. */
    private static Tree loopAround(TreePath use, TreePath declaration) {
        Tree outermost = null;
        for (TreePath at = use.getParentPath(); at != null && !isWithin(declaration, at.getLeaf()); at = at.getParentPath()) {
            outermost = Loops.isLoop(at.getLeaf()) ? at.getLeaf() : outermost;
        }
        return outermost;
    }

    private static boolean isWithin(TreePath place, Tree tree) {
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            if (at.getLeaf() == tree) {
                return true;
            }
        }
        return false;
    }
}
