package dev.lungfish.checker.flow;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Portion;
import dev.lungfish.checker.region.RegionKey;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ObjectCreationNode;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Lambdas, method references and anonymous classes of one body: what they capture and what a run of them does. */
final class Closures {
    private final World world;
    private final Body body;
    private final ElementTable elements;
    private final Summaries summaries;
    private final SerialExecutors serial;
    private final Map<Tree, Closure> known = new IdentityHashMap<>();
    private ControlFlowGraph graph;

    Closures(World world, Body body, ElementTable elements, Summaries summaries, SerialExecutors serial) {
        this.world = world;
        this.body = body;
        this.elements = elements;
        this.summaries = summaries;
        this.serial = serial;
    }

    /** The graph of the body, before the first closure is asked for. */
    void graph(ControlFlowGraph made) {
        graph = made;
    }

    /** The closure that a node makes. */
    Closure of(FunctionalInterfaceNode node) {
        Tree tree = node.getTree();
        Closure closure = known.get(tree);
        if (closure == null) {
            closure = tree instanceof LambdaExpressionTree lambda ? lambda(lambda) : reference((MemberReferenceTree) tree);
            known.put(tree, closure);
        }
        return closure;
    }

    /** The closure of a lambda or method reference that has been met already. */
    Optional<Closure> made(Tree tree) {
        return Optional.ofNullable(known.get(tree));
    }

    private Closure lambda(LambdaExpressionTree tree) {
        Body inner = body.inner(tree);
        Summary summary = summaries.ofBody(inner);
        Map<Integer, Integer> captured = new TreeMap<>();
        if (!isUntrackedThis(inner.type())) {
            captured.put(0, 0);
        }
        for (VariableElement variable : inner.captures()) {
            captured.put(inner.formalOfCapture(variable), elements.local(variable));
        }
        captured.put(inner.outerFormal(), body.outerFormal());
        Summary told = summary.withTouches(summary.touches().heldOnly((formal, lock) -> isOneLock(lock, formal, inner)));
        return new Closure(tree, inItsThread(tree, told), inner.parameters().size(), captured, portionsOf(tree, inner, summary), latches().countedDownBy(inner.code()), world.point(body.unit(), tree));
    }

    /** What a run has in common with others: arrays of which it writes no more than a range, and, beside what it writes, what it only reads. */
    private Map<Integer, Portion> portionsOf(LambdaExpressionTree tree, Body inner, Summary summary) {
        Map<Integer, Portion> found = new TreeMap<>();
        int maker = (int) world.program().trees().getSourcePositions().getStartPosition(body.unit(), tree);
        boolean writes = !summary.onlyReadsAll();
        for (VariableElement variable : inner.captures()) {
            int formal = inner.formalOfCapture(variable);
            if (!writes || !summary.touches(formal) || !world.isTracked(variable.asType())) {
                continue;
            }
            int whole = elements.slot("whole:" + world.variable(variable), variable.getSimpleName().toString());
            if (summary.onlyReads(formal) && !summary.connects(formal)) {
                found.put(formal, Portion.read(whole));
            } else if (variable.asType().getKind() == TypeKind.ARRAY && !summary.onlyReads(formal)) {
                new OwnRanges(world, body).of(tree, variable, whole, maker).ifPresent(range -> found.put(formal, range));
            }
        }
        return found;
    }

    private boolean isUntrackedThis(TypeElement type) {
        return !world.isTracked(type.asType());
    }

    /** Tasks of one thread run one after the other, but for what they give away. */
    private Summary inItsThread(Tree task, Summary summary) {
        Set<Integer> given = new TreeSet<>(summary.moved());
        given.addAll(summary.leftBehind());
        return serial.threadRunning(task).map(thread -> summary.withTouches(summary.touches().under(thread, given))).orElse(summary);
    }

    /**
     * Whether a lock that a lambda names is one and the same for all runs of it, and for the code around: not one that each run, or each round of a
     * loop, makes anew; but what is its own lock is the same wherever it is touched.
     */
    private boolean isOneLock(RegionKey lock, int formal, Body inner) {
        Optional<VariableElement> local = world.variableNamed(lock.base());
        if (local.isEmpty()) {
            return !world.isVariable(lock.base());
        }
        return inner.captures().contains(local.get()) && (lock.fields().isEmpty() && inner.formalOfCapture(local.get()) == formal || !Loops.isMadeAgain(local.get(), world));
    }

    private Closure reference(MemberReferenceTree tree) {
        ExecutableElement target = (ExecutableElement) TreeUtils.elementFromUse(tree);
        ExpressionTree qualifier = tree.getQualifierExpression();
        TypeElement receiver = Receivers.typeOf(target, qualifier, world);
        Summary summary = summaries.of(target, receiver);
        int parameters = parametersOf(tree);
        boolean isStatic = target.getModifiers().contains(Modifier.STATIC);
        boolean isNew = target.getKind() == ElementKind.CONSTRUCTOR;
        boolean bound = !isStatic && !isNew && !(TreeUtils.elementFromTree(qualifier) instanceof TypeElement);
        Map<Integer, Integer> mapping = new HashMap<>();
        int capture = parameters + 1;
        for (int i = 0; i <= target.getParameters().size(); i++) {
            int formal = i == 0 ? (bound ? capture : isStatic || isNew ? 0 : 1) : isStatic || isNew || bound ? i : i + 1;
            mapping.put(i, formal);
        }
        Map<Integer, Integer> captured = new TreeMap<>();
        if (bound && world.isTracked(TreeUtils.typeOf(qualifier))) {
            captured.put(capture, receiverOf(qualifier));
        }
        return new Closure(tree, inItsThread(tree, Remap.formals(summary, mapping)), parameters, captured, Map.of(), Set.of(), world.point(body.unit(), tree));
    }

    /** The object that a method reference is bound to: what its receiver expression gave when the reference was made. */
    private int receiverOf(ExpressionTree qualifier) {
        ExpressionTree plain = TreeUtils.withoutParens(qualifier);
        if (TreeUtils.elementFromTree(plain) instanceof VariableElement variable && (variable.getSimpleName().contentEquals("this")
                || variable.getSimpleName().contentEquals("super"))) {
            return 0;
        }
        Set<Node> nodes = graph == null ? null : graph.getNodesCorrespondingToTree(plain);
        return nodes == null || nodes.isEmpty() ? 0 : elements.of(nodes.iterator().next());
    }

    private int parametersOf(Tree tree) {
        TypeMirror type = TreeUtils.typeOf((ExpressionTree) tree);
        return functionOf(type).map(m -> m.getParameters().size()).orElse(0);
    }

    /** The one abstract method of a functional type. */
    java.util.Optional<ExecutableElement> functionOf(TypeMirror type) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) {
            return java.util.Optional.empty();
        }
        return world.program().elements().getAllMembers(element).stream()
                .filter(m -> m.getKind() == ElementKind.METHOD && m.getModifiers().contains(Modifier.ABSTRACT))
                .map(ExecutableElement.class::cast)
                .filter(m -> !isOfObject(m))
                .findFirst();
    }

    private static boolean isOfObject(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return name.equals("equals") && method.getParameters().size() == 1 || name.equals("hashCode") || name.equals("toString");
    }

    /** Whether an expression lambda is one of a function without result. */
    static boolean returnsNothing(Body lambda) {
        ExecutableType function = lambda.tree() instanceof LambdaExpressionTree tree ? functionType(TreeUtils.typeOf(tree)) : null;
        return function != null && function.getReturnType().getKind() == TypeKind.VOID;
    }

    private static ExecutableType functionType(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            for (Element member : membersOf(element)) {
                if (member instanceof ExecutableElement method && method.getKind() == ElementKind.METHOD
                        && method.getModifiers().contains(Modifier.ABSTRACT) && !isOfObject(method)) {
                    return (ExecutableType) method.asType();
                }
            }
        }
        return null;
    }

    private static List<Element> membersOf(TypeElement element) {
        java.util.ArrayList<Element> all = new java.util.ArrayList<>(element.getEnclosedElements());
        for (TypeMirror parent : element.getInterfaces()) {
            all.addAll(membersOf((TypeElement) ((DeclaredType) parent).asElement()));
        }
        return all;
    }

    /** What an object of an anonymous, local or inner class takes from around it, and what its methods do to that. */
    Map<Integer, Access> ofClass(ObjectCreationNode node) {
        ClassTree tree = classOf(node);
        Map<Integer, Access> captured = new TreeMap<>();
        if (tree == null) {
            return captured;
        }
        if (world.isView(node.getType())) {
            // A view reaches whatever it names: no need to look at what each of its many methods does to that.
            Captures.of(tree).forEach(variable -> captured.put(elements.local(variable), Access.READ));
            if (world.isTracked(body.type().asType())) {
                captured.put(0, Access.READ);
            }
            return captured;
        }
        for (Tree member : tree.getMembers()) {
            Classes.Source source = member instanceof MethodTree method && method.getBody() != null
                    ? world.classes().sourceOf(TreeUtils.elementFromDeclaration(method)) : null;
            if (source != null) {
                captured(source, captured);
            }
        }
        return captured;
    }

    /** The class of a new object, if its objects see what is around it. */
    private ClassTree classOf(ObjectCreationNode node) {
        if (node.getTree().getClassBody() != null) {
            return node.getTree().getClassBody();
        }
        TypeElement type = (TypeElement) world.program().types().asElement(node.getType());
        boolean seesOut = type != null && !type.getModifiers().contains(Modifier.STATIC)
                && type.getEnclosingElement().getKind() != ElementKind.PACKAGE && type.getKind() == ElementKind.CLASS;
        return seesOut ? world.classes().trees().get(type) : null;
    }

    private void captured(Classes.Source source, Map<Integer, Access> captured) {
        Body inner = summaries.bodyOf(source);
        Summary summary = summaries.of(source.method(), source.type());
        for (VariableElement variable : inner.captures()) {
            if (summary.touches(inner.formalOfCapture(variable))) {
                captured.merge(elements.local(variable), level(summary, inner.formalOfCapture(variable)), Access::or);
            }
        }
        if (summary.touches(inner.outerFormal()) && world.isTracked(body.type().asType())) {
            captured.merge(0, level(summary, inner.outerFormal()), Access::or);
        }
    }

    private static Access level(Summary summary, int formal) {
        return summary.onlyReads(formal) ? Access.READ : Access.UNKNOWN;
    }

    /** What counts latches down in this body. */
    Latches latches() {
        return new Latches(world, new Paths(world, body));
    }

    /** Whether the body around is a lambda: what it sees from outside may be seen by others too. */
    boolean isInLambda() {
        return body.isLambda();
    }

    boolean isParameter(VariableElement variable) {
        return body.parameters().contains(variable) || body.captures().contains(variable);
    }

    /** Whether some lambda or class in this body captures the variable. */
    boolean isCaptured(VariableElement variable) {
        boolean[] found = {false};
        new com.sun.source.util.TreeScanner<Void, Void>() {
            @Override
            public Void visitLambdaExpression(LambdaExpressionTree lambda, Void unused) {
                found[0] |= Captures.of(lambda).contains(variable);
                return null;
            }

            @Override
            public Void visitClass(ClassTree local, Void unused) {
                found[0] |= Captures.of(local).contains(variable);
                return null;
            }
        }.scan(body.code(), null);
        return found[0];
    }

    /** All closures made so far, for the sweep. */
    Iterable<Closure> made() {
        return known.values();
    }

    TreePath pathOf(Tree tree) {
        return world.program().index().path(body.unit(), tree);
    }

    static boolean isClosure(Node node) {
        return node instanceof FunctionalInterfaceNode;
    }
}
