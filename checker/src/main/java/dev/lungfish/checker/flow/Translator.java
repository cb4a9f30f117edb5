package dev.lungfish.checker.flow;

import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.ArrayAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ArrayCreationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.BinaryOperationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.EqualToNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.InstanceOfNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LambdaResultExpressionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LessThanNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.NotEqualNode;
import org.checkerframework.nullaway.dataflow.cfg.node.NullLiteralNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ObjectCreationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ReturnNode;
import org.checkerframework.nullaway.dataflow.cfg.node.StringConcatenateNode;
import org.checkerframework.nullaway.dataflow.cfg.node.StringConversionNode;
import org.checkerframework.nullaway.dataflow.cfg.node.SynchronizedNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ThrowNode;
import org.checkerframework.nullaway.dataflow.cfg.node.VariableDeclarationNode;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Lowers the nodes of one graph to region operations ({@code static-core.md} 5). Remembers the operations of each node. */
final class Translator {
    private final World world;
    private final Body body;
    private final ElementTable elements;
    private final Paths paths;
    private final Places places;
    private final Calls calls;
    private final Closures closures;
    private final FieldTouches touches;
    private final SerialExecutors serial;
    private final TasksInCommon tasksInCommon;
    private final Monitors monitors;
    private final ValuePlaces values;
    private final Heaps heaps;
    private final Booleans booleans;
    /** Where values are returned that must be here until the body is left. */
    private final List<Site> returns = new ArrayList<>();
    private final IndexedElements indexed;
    private final FrozenPromises promises;
    private final Map<Node, Lowered> lowered = new IdentityHashMap<>();
    private int nextSite;

    Translator(World world, Body body, ElementTable elements, Summaries summaries) {
        this.world = world;
        this.body = body;
        this.elements = elements;
        this.indexed = new IndexedElements(world, body);
        this.values = new ValuePlaces(world, body);
        this.promises = new FrozenPromises(world);
        this.paths = new Paths(world, body);
        this.monitors = new Monitors(world, body, paths, values, world.program().trees().getSourcePositions());
        this.places = new Places(world, body, elements, paths, this);
        this.serial = new SerialExecutors(world, body, paths);
        this.closures = new Closures(world, body, elements, summaries, serial);
        this.touches = new FieldTouches(world, body, summaries, closures, indexed);
        this.tasksInCommon = new TasksInCommon(world, body, this, elements, serial);
        this.calls = new Calls(world, body, elements, paths, this, closures, summaries);
        this.heaps = new Heaps(world, body, elements, indexed);
        this.booleans = new Booleans(elements);
    }

    Places places() {
        return places;
    }

    /** Which executors run one task after the other. */
    SerialExecutors serial() {
        return serial;
    }

    /** What tasks that are run at the same time have in common. */
    TasksInCommon tasksInCommon() {
        return tasksInCommon;
    }

    FieldTouches touches() {
        return touches;
    }

    Heaps heaps() {
        return heaps;
    }

    IndexedElements indexed() {
        return indexed;
    }

    ValuePlaces values() {
        return values;
    }

    Closures closures() {
        return closures;
    }

    /** The operations of a node, in order. */
    Lowered lower(Node node) {
        Lowered known = lowered.get(node);
        if (known == null) {
            known = new Lowered();
            leave(monitors.notAround(node.getTree()), null, known);
            heaps.look(node, known);
            translate(node, known);
            lowered.put(node, known);
        }
        return known;
    }

    private void translate(Node node, Lowered out) {
        if (node instanceof LocalVariableNode local) {
            booleans.read(local, out);
        } else if (node instanceof VariableDeclarationNode declaration) {
            declare(declaration, out);
        } else if (node instanceof AssignmentNode assignment) {
            assign(assignment, out);
        } else if (node instanceof FieldAccessNode field) {
            if (!field.isLValue()) {
                places.read(field, out);
            }
        } else if (node instanceof ArrayAccessNode element) {
            readElement(element, out);
        } else if (node instanceof ArrayCreationNode array) {
            if (!isPacked(array)) {
                createArray(array, out);
            }
        } else if (node instanceof MethodInvocationNode call) {
            calls.invoke(call, out);
        } else if (node instanceof ObjectCreationNode creation) {
            calls.create(creation, out);
        } else if (node instanceof FunctionalInterfaceNode function) {
            new ClosureMaking(this, elements, body).make(function, out);
        } else if (node instanceof SynchronizedNode monitor) {
            synchronize(monitor, out);
        } else if (node instanceof ReturnNode returned) {
            if (returned.getResult() != null) {
                giveBack(returned.getResult(), returned.getTree(), out);
            }
        } else if (node instanceof LambdaResultExpressionNode result) {
            giveBack(result.getResult(), result.getTree(), out);
        } else if (node instanceof ThrowNode thrown) {
            out.throwing();
            out.add(use(thrown.getExpression(), Access.READ));
        } else if (node instanceof StringConversionNode text) {
            out.add(use(text.getOperand(), Access.READ));
        } else if (node instanceof StringConcatenateNode text) {
            out.add(use(text.getLeftOperand(), Access.READ));
            out.add(use(text.getRightOperand(), Access.READ));
        } else if (node instanceof InstanceOfNode test) {
            test.getBindingVariables().forEach(binding -> bind(binding, test.getOperand(), out));
        } else if (node instanceof BinaryOperationNode test && test.getRightOperand() instanceof NullLiteralNode) {
            testNull(test, out);
        } else if (node instanceof EqualToNode || node instanceof NotEqualNode) {
            booleans.tested((BinaryOperationNode) node, out);
        } else if (node instanceof LessThanNode test) {
            calls.walks().compare(test, out);
        } else if (!NodeKinds.areWithoutEffect(node.getClass())) {
            notUnderstood(node, out);
        }
    }

    private void notUnderstood(Node node, Lowered out) {
        Set<Integer> touched = new TreeSet<>();
        node.getOperands().forEach(operand -> touched.add(elements.of(operand)));
        int made = elements.of(node);
        out.add(new RegionOp.NotUnderstood(made, touched, "not.understood.construct", site(node.getTree(), made, "step.unaware")));
    }

    private void testNull(BinaryOperationNode test, Lowered out) {
        boolean equal = test instanceof EqualToNode;
        if (!test.getInSource()) {
            // The null test that try-with-resources makes of its resource: a resource that was used is not null.
            out.never(equal);
        } else if (test.getLeftOperand() instanceof LocalVariableNode local && (equal || test instanceof NotEqualNode)) {
            // What is null is in no region, and a handle that is null waits for nothing: what it would wait for was not lent on this path.
            List<RegionOp> nothing = List.of(new RegionOp.Await(elements.of(local), false), new RegionOp.Assign(elements.of(local), RegionOp.NONE));
            nothing.forEach(equal ? out::ifTrue : out::ifFalse);
        }
    }

    private void declare(VariableDeclarationNode declaration, Lowered out) {
        VariableTree tree = declaration.getTree();
        VariableElement variable = org.checkerframework.nullaway.javacutil.TreeUtils.elementFromDeclaration(tree);
        int element = elements.local(variable);
        if (Booleans.follows(variable.asType())) {
            booleans.declared(variable, out);
        } else if (!variable.asType().getKind().isPrimitive() && tree.getInitializer() == null && variable.getKind() != ElementKind.BINDING_VARIABLE) {
            out.add(new RegionOp.Assign(element, RegionOp.NONE));
        }
    }

    private void assign(AssignmentNode node, Lowered out) {
        Node target = node.getTarget();
        Node value = node.getExpression();
        if (target instanceof LocalVariableNode local) {
            assignLocal(node, local.getElement(), value, out);
        } else if (target instanceof FieldAccessNode field) {
            places.write(field, value, node, out);
        } else if (target instanceof ArrayAccessNode array) {
            RegionOp.Use use = use(array.getArray(), Access.WRITE);
            values.takes(use.site(), array.getArray());
            out.add(use);
            if (world.isTracked(value.getType())) {
                Site stored = site(node.getTree(), elements.of(value), "step.stored");
                int heap = heaps.of(array.getArray());
                out.add(use(value, heap == RegionOp.NONE ? Access.READ : Access.IDENTITY));
                out.add(heap == RegionOp.NONE ? new RegionOp.Merge(elements.of(array.getArray()), elements.of(value), stored)
                        : new RegionOp.Heap(heap, elements.of(value), stored));
            }
            calls.walks().put(array, value, out);
        }
    }

    private void assignLocal(AssignmentNode node, VariableElement variable, Node value, Lowered out) {
        int target = elements.local(variable);
        if (Booleans.follows(variable.asType())) {
            booleans.assigned(variable, value, out);
        }
        if (variable.asType().getKind().isPrimitive()) {
            calls.walks().beginCounting(node.getTree(), out);
            return;
        } else if (Walks.isNext(value) && loopOf(variable).filter(loop -> promises.areFrozen(TreeUtils.typeOf(loop.getExpression()))).isPresent()) {
            out.add(new RegionOp.Promised(target, site(node.getTree(), target, "step.frozen.element")));
            return;
        }
        if (world.isFrozenUse(variable.asType())) {
            out.add(requireFrozen(value, variable.getSimpleName().toString()));
        }
        if (Walks.isNext(value)) {
            elements.walks(variable, elements.of(Walks.collectionOf(value)));
            loopOf(variable).ifPresent(loop -> values.iterates(elements.of(Walks.collectionOf(value)), loop.getExpression()));
            out.add(new RegionOp.NextElement(target, elements.of(value), elements.of(Walks.collectionOf(value)), site(node.getTree(), target, "step.element")));
            places.part(target, variable.asType(), out);
            return;
        }
        out.add(new RegionOp.Assign(target, world.isTracked(variable.asType()) ? elements.of(value) : RegionOp.NONE));
        out.add(new RegionOp.CopyHandle(target, elements.of(value), false));
        if (value instanceof MethodInvocationNode && paths.isHandleOfUnseenRegion(variable)) {
            out.add(new RegionOp.Open(world.keyOf(variable), RegionKey.Mode.WRITE, site(node.getTree(), target, "step.opened")));
        }
        if (Walks.isMadeUp(node.getTarget())) {
            bindCases(value, out);
            calls.walks().begin(variable, value, out);
        }
    }

    /** The loop in whose head the variable is declared. */
    private Optional<EnhancedForLoopTree> loopOf(VariableElement variable) {
        Tree declaration = world.program().index().declaration(variable);
        TreePath path = declaration == null ? null : closures.pathOf(declaration);
        return path != null && path.getParentPath().getLeaf() instanceof EnhancedForLoopTree loop ? Optional.of(loop) : Optional.empty();
    }

    private void readElement(ArrayAccessNode node, Lowered out) {
        if (node.isLValue() || calls.walks().readsOwn(node, out)) {
            return;
        }
        if (node.getEnhancedForLoop() == null) {
            out.add(use(node.getArray(), Access.READ));
        }
        if (world.isTracked(node.getType())) {
            out.add(new RegionOp.Assign(elements.of(node), elements.of(node.getArray())));
            out.add(new RegionOp.OneHandle(elements.of(node)));
        }
    }

    /** Whether this array is in the graph only: the method takes its arguments as they are, in any number and of any type, and gets no array. */
    boolean isPacked(Node node) {
        return node instanceof ArrayCreationNode array && (array.getTree() == null
                || world.program().trees().getSourcePositions().getEndPosition(body.unit(), array.getTree()) <= 0)
                && array.getInitializers().stream().anyMatch(this::isTakenAsItIs);
    }

    private boolean isTakenAsItIs(Node argument) {
        TreePath path = argument.getTree() == null ? null : closures.pathOf(argument.getTree());
        return path != null && path.getParentPath().getLeaf() instanceof MethodInvocationTree call && TreeUtils.elementFromUse(call)
                .getEnclosingElement().toString().matches("java\\.lang\\.invoke\\.(Var|Method)Handle");
    }

    private void createArray(ArrayCreationNode node, Lowered out) {
        int made = elements.of(node);
        out.add(new RegionOp.Fresh(made, Label.FREE));
        for (Node part : node.getInitializers()) {
            out.add(new RegionOp.CopyHandle(made, elements.of(part), true));
            if (world.isTracked(part.getType())) {
                out.add(use(part, Access.READ));
                out.add(new RegionOp.Merge(made, elements.of(part), site(node.getTree(), elements.of(part), "step.stored")));
            }
        }
    }

    /** The entry of a block; its end is code that is not inside of it, as all that follows. */
    private void synchronize(SynchronizedNode node, Lowered out) {
        Monitors.Monitor monitor = monitors.of(node.getTree());
        if (monitor != null && node.getIsStartOfBlock()) {
            Site site = site(node.getTree(), elements.of(node.getExpression()), "step.locked");
            out.add(new RegionOp.Open(monitor.region(), RegionKey.Mode.WRITE, site));
            out.add(new RegionOp.Open(monitor.scope(), RegionKey.Mode.WRITE, site));
        }
    }

    /** Monitors are left, at this place or, if that is null, where their blocks end. */
    private void leave(java.util.List<Monitors.Monitor> left, SourcePoint at, Lowered out) {
        for (Monitors.Monitor monitor : left) {
            SourcePoint end = at == null ? world.end(body.unit(), monitor.tree()) : at;
            out.add(new RegionOp.LeaveMonitor(monitor.scope(), monitor.region(), places.guardedBy(monitor.region()),
                    site(null, RegionOp.NONE, "step.left").at(end, RegionOp.NONE)));
        }
    }

    private void giveBack(Node value, Tree tree, Lowered out) {
        if (body.isLambda() && isVoid(body)) {
            return;
        }
        if (value.getType().getKind() == TypeKind.BOOLEAN) {
            booleans.returned(value, out);
        } else if (world.canBeWaitedFor(value.getType())) {
            out.add(new RegionOp.CopyHandle(elements.result(), elements.of(value), false));
        }
        boolean isolated = !body.isLambda() && world.contract(body.method()).resultMoved();
        if (!body.isLambda() && world.isFrozenUse(body.method().getReturnType())) {
            out.add(requireFrozen(value, "the result"));
        }
        if (!world.isTracked(value.getType())) {
            return;
        }
        SourcePoint at = world.point(body.unit(), tree instanceof com.sun.source.tree.ReturnTree r ? r.getExpression() : tree);
        Site site = new Site(nextSite++, at, elements.of(value), "step.returned", () -> Naming.operation(tree));
        if (world.isHandle(value.getType())) {
            out.add(new RegionOp.Assign(elements.result(), elements.of(value)));
        } else {
            returns.add(site);
            out.add(new RegionOp.Return(elements.of(value), elements.result(), isolated, site));
        }
    }

    private static boolean isVoid(Body lambda) {
        return lambda.code() instanceof com.sun.source.tree.BlockTree ? false : Closures.returnsNothing(lambda);
    }

    private void bind(LocalVariableNode binding, Node operand, Lowered out) {
        if (world.isTracked(binding.getType())) {
            out.add(new RegionOp.Assign(elements.local(binding.getElement()), elements.of(operand)));
        }
    }

    /** What the patterns of a switch bind is read out of its selector. */
    private void bindCases(Node selector, Lowered out) {
        if (selector.getTree() != null && world.isTracked(selector.getType())) {
            Patterns.boundOutOf(closures.pathOf(selector.getTree())).stream().filter(variable -> world.isTracked(variable.asType()))
                    .forEach(variable -> out.add(new RegionOp.Assign(elements.local(variable), elements.of(selector))));
        }
    }

    boolean isConstructing() {
        return body.isConstructor();
    }

    /** A use of a value where it stands. */
    RegionOp.Use use(Node value, Access access) {
        int element = elements.of(value);
        Access meant = access == Access.READ && (world.isHandle(value.getType()) || world.holdsThreads(value.getType())) ? Access.IDENTITY : access;
        Site site = site(value.getTree(), element, "step.used");
        return new RegionOp.Use(element, meant, touches.ofContent(value, meant), site.at().isKnown() ? site : site.at(placeOf(value), element));
    }

    /** Whether this body gives the fields of its own object, of which this is one, their values. */
    boolean constructs(VariableElement field) {
        return body.isConstructor() && field.getEnclosingElement().equals(body.type());
    }

    RegionOp requireFrozen(Node value, String place) {
        TypeMirror type = value.getType();
        boolean fine = !world.isTracked(type);
        int element = fine || !world.isFrozenValue(body.unit(), value.getTree()) ? elements.of(value) : RegionOp.NONE;
        String path = fine ? "" : world.mutablePath(type);
        return new RegionOp.RequireFrozen(element, place, path, site(value.getTree(), element, "step.frozenPlace"));
    }

    /** A place in the source for an operation on an element. */
    Site site(Tree tree, int element, String what) {
        return new Site(nextSite++, pointOf(tree), element, what, () -> Naming.operation(tree));
    }

    /** Where a value is told; the resource that a {@code try} closes by itself, where it is declared. */
    SourcePoint placeOf(Node value) {
        SourcePoint at = pointOf(value.getTree());
        return at.isKnown() || !(value instanceof LocalVariableNode local) ? at : pointOf(world.program().index().declaration(local.getElement()));
    }

    /** Where an expression is told: a call at the name of its method, so that chains over several lines point at the right one. */
    SourcePoint pointOf(Tree tree) {
        if (tree == null || world.program().trees().getSourcePositions().getEndPosition(body.unit(), tree) <= 0) {
            return SourcePoint.NOWHERE;
        }
        if (tree instanceof MethodInvocationTree call && call.getMethodSelect() instanceof com.sun.source.tree.MemberSelectTree select) {
            long end = world.program().trees().getSourcePositions().getEndPosition(body.unit(), call);
            long name = world.program().trees().getSourcePositions().getEndPosition(body.unit(), select) - select.getIdentifier().length();
            return name > 0 && end > name ? world.positions().between(body.unit(), name, end) : world.point(body.unit(), tree);
        }
        if (tree instanceof NewClassTree made && made.getClassBody() != null) {
            long start = world.program().trees().getSourcePositions().getStartPosition(body.unit(), made);
            long end = world.program().trees().getSourcePositions().getEndPosition(body.unit(), made.getIdentifier());
            return end > start ? world.positions().between(body.unit(), start, end) : world.point(body.unit(), tree);
        }
        return world.point(body.unit(), tree);
    }

    /** The tree of an assignment; {@code count++} has none of its own in the source, but its target has. */
    Tree written(Tree assignment, Tree target) {
        return pointOf(assignment).isKnown() ? assignment : target;
    }

    static boolean isStatic(VariableElement field) {
        return field.getModifiers().contains(Modifier.STATIC);
    }

    static boolean isField(VariableElement variable) {
        return variable.getKind() == ElementKind.FIELD || variable.getKind() == ElementKind.ENUM_CONSTANT;
    }

    /** Where the body is left after this node: at a {@code return}, or else at its end. */
    SourcePoint leftAfter(Node last) {
        Tree left = last instanceof ReturnNode ? last.getTree() : last == null || last.getTree() == null ? null : Returns.after(closures.pathOf(last.getTree()));
        SourcePoint at = left == null ? SourcePoint.NOWHERE : world.point(body.unit(), left);
        return at.isKnown() ? at : world.end(body.unit(), body.code());
    }

    /** What has to hold where an exception of this node, or one that passed through here, ends the body. */
    List<RegionOp> atThrow(Node thrower) {
        Lowered out = new Lowered();
        SourcePoint at = thrower == null ? SourcePoint.NOWHERE : pointOf(thrower.getTree());
        SourcePoint left = at.isKnown() ? at : world.end(body.unit(), body.code());
        leave(monitors.notAround(body.tree()), left, out);
        places.leaveAll(left, out);
        out.add(new RegionOp.ExitThrown(site(thrower == null ? null : thrower.getTree(), RegionOp.NONE, "step.left").at(at, RegionOp.NONE)));
        return out.ops();
    }

    /** What has to hold where the body is left at this place: its slots are whole. */
    List<RegionOp> atEnd(SourcePoint end) {
        Lowered out = new Lowered();
        leave(monitors.notAround(body.tree()), end, out);
        CompactConstructors.keptBy(body).forEach(formal -> {
            if (world.isTracked(body.parameters().get(formal - 1).asType())) {
                out.add(new RegionOp.Merge(0, formal, site(body.tree(), formal, "step.stored").at(end, formal)));
            }
        });
        places.leaveAll(end, out);
        out.add(new RegionOp.Exit(elements.result(), leaving(end)));
        return out.ops();
    }

    /** Where a value leaves that is returned: at its {@code return}, or at the end of a body that has several; null if none does. */
    private Site leaving(SourcePoint end) {
        return returns.isEmpty() ? null : returns.size() == 1 ? returns.get(0) : returns.get(0).at(end, elements.result());
    }
}
