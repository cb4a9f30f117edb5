package dev.lungfish.checker.flow;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** What the source around a call says of it: which variable keeps its answer, which chain it belongs to, which loop it stands in. */
final class Waiting {
    private static final int LONGEST_CHAIN = 100;
    /** The steps of a stream of numbers after which all of them are still there, each once. */
    private static final Set<String> LEAVING_NUMBERS = Set.of("parallel", "unordered", "peek", "boxed", "sorted");

    private final World world;

    Waiting(World world) {
        this.world = world;
    }

    /** {@code boolean ok = queue.offer(b)}: the variable that tells later whether the call was successful. */
    Optional<Integer> conditionVariable(Node node, ElementTable elements) {
        if (node instanceof MethodInvocationNode call && call.getTreePath() != null) {
            TreePath parent = call.getTreePath().getParentPath();
            if (parent != null && parent.getLeaf() instanceof VariableTree variable && variable.getInitializer() == call.getTree()
                    && ElementUtils.isEffectivelyFinal(TreeUtils.elementFromDeclaration(variable))) {
                return Optional.of(elements.local(TreeUtils.elementFromDeclaration(variable)));
            }
        }
        return Optional.empty();
    }

    /** Whether functions given to this call run many at once: the nearest word of its chain decides. */
    boolean isParallel(Node node) {
        Node at = node;
        for (int i = 0; i < LONGEST_CHAIN && at instanceof MethodInvocationNode call; i++) {
            Optional<MethodModel> model = modelOf(call.getTarget().getMethod(), call.getTarget().getReceiver());
            if (i > 0 && model.isPresent() && model.get().has(Effect.Sequential.class)) {
                return false;
            }
            if (model.isPresent() && model.get().has(Effect.Parallel.class)) {
                return true;
            }
            at = call.getTarget().getReceiver();
        }
        return at instanceof LocalVariableNode local && isParallelInitializer(local.getElement());
    }

    /** Whether each run of a function given to this call gets a number of its own: all numbers of a range. */
    boolean countsRange(Node node) {
        Node at = node instanceof MethodInvocationNode call ? call.getTarget().getReceiver() : null;
        while (at instanceof MethodInvocationNode call && LEAVING_NUMBERS.contains(call.getTarget().getMethod().getSimpleName().toString())) {
            at = call.getTarget().getReceiver();
        }
        return at instanceof MethodInvocationNode made && made.getTarget().getMethod().getSimpleName().toString().startsWith("range")
                && made.getTarget().getMethod().getEnclosingElement().toString().matches("java\\.util\\.stream\\.(Int|Long)Stream");
    }

    private boolean isParallelInitializer(VariableElement variable) {
        ExpressionTree initializer = initializerOf(variable);
        for (int i = 0; i < LONGEST_CHAIN && initializer instanceof MethodInvocationTree call; i++) {
            ExpressionTree receiver = TreeUtils.getReceiverTree(call);
            Optional<MethodModel> model = modelOf(TreeUtils.elementFromUse(call), receiver);
            if (model.isPresent() && model.get().has(Effect.Sequential.class)) {
                return false;
            }
            if (model.isPresent() && model.get().has(Effect.Parallel.class)) {
                return true;
            }
            initializer = receiver;
        }
        return false;
    }

    /** Whether waiting for this handle waits for everything started through it: it was made by a call that says so. */
    boolean waitsForAll(Node handle) {
        return handle != null && handle.getTree() instanceof ExpressionTree tree && waitsForAll(tree, 0);
    }

    /** Whether waiting for this handle waits for each element of an array that it was made of. */
    boolean waitsForArray(Node handle) {
        return handle != null && initializerOf(handle) instanceof MethodInvocationTree call && call.getArguments().size() == 1
                && TreeUtils.typeOf(call.getArguments().get(0)) instanceof ArrayType && waitsForAll(handle);
    }

    private boolean waitsForAll(ExpressionTree tree, int depth) {
        if (depth > 8 || tree == null) {
            return false;
        }
        if (tree instanceof NewClassTree made) {
            return world.model(TreeUtils.elementFromUse(made), (TypeElement) TreeUtils.elementFromUse(made).getEnclosingElement())
                    .filter(m -> m.has(Effect.WaitsAll.class)).isPresent();
        }
        if (tree instanceof MethodInvocationTree call) {
            ExpressionTree receiver = TreeUtils.getReceiverTree(call);
            Optional<MethodModel> model = modelOf(TreeUtils.elementFromUse(call), receiver);
            if (model.isEmpty() || model.get().has(Effect.WaitsSome.class)) {
                return false;
            }
            Optional<Effect.WaitsAs> as = model.get().first(Effect.WaitsAs.class);
            if (as.isPresent()) {
                return waitsForAll(Receivers.argument(as.get().policy(), receiver, call), depth + 1);
            }
            return model.get().has(Effect.WaitsAll.class);
        }
        if (tree instanceof IdentifierTree && TreeUtils.elementFromUse(tree) instanceof VariableElement variable) {
            return waitsForAll(initializerOf(variable), depth + 1);
        }
        return false;
    }

    /** Whether nobody but the tasks of this class themselves can know what they reach. */
    boolean isAlone(TypeMirror task) {
        return world.program().types().asElement(task) instanceof TypeElement type && world.loners().isAlone(type);
    }

    /**
     * Whether a thread goes into a collection beside the statement that starts it. What it runs is lent by that start; through the collection
     * nobody reaches it.
     */
    boolean isStartedBeside(Node thread, Node call) {
        if (!(thread instanceof LocalVariableNode local) || !world.isHandle(thread.getType()) || !(call instanceof MethodInvocationNode storing)
                || storing.getTreePath() == null || !ElementUtils.isEffectivelyFinal(local.getElement())) {
            return false;
        }
        TreePath statement = storing.getTreePath().getParentPath();
        return statement.getParentPath().getLeaf() instanceof BlockTree block
                && block.getStatements().stream().anyMatch(s -> starts(s, local.getElement()));
    }

    private boolean starts(StatementTree statement, VariableElement thread) {
        return statement instanceof ExpressionStatementTree e && e.getExpression() instanceof MethodInvocationTree call
                && TreeUtils.getReceiverTree(call) instanceof IdentifierTree name && thread.equals(TreeUtils.elementFromUse(name))
                && modelOf(TreeUtils.elementFromUse(call), name).filter(m -> m.has(Effect.Lend.class)).isPresent();
    }

    /** Whether a variable holds the child that this body has nested in another region. */
    boolean isNested(Node child) {
        return child instanceof LocalVariableNode local && ElementUtils.isEffectivelyFinal(local.getElement())
                && initializerOf(local.getElement()) instanceof MethodInvocationTree call
                && modelOf(TreeUtils.elementFromUse(call), TreeUtils.getReceiverTree(call)).filter(m -> m.has(Effect.Nests.class)).isPresent();
    }

    /** What a local variable was made as, or the expression itself. */
    ExpressionTree initializerOf(Node node) {
        return node instanceof LocalVariableNode local ? initializerOf(local.getElement())
                : node.getTree() instanceof ExpressionTree expression ? expression : null;
    }

    private ExpressionTree initializerOf(VariableElement variable) {
        Tree declaration = world.program().index().declaration(variable);
        return declaration instanceof VariableTree tree ? tree.getInitializer() : null;
    }

    private Optional<MethodModel> modelOf(ExecutableElement method, Node receiver) {
        return world.model(method, receiver == null ? (TypeElement) method.getEnclosingElement() : Receivers.typeOf(method, receiver.getType(), world));
    }

    private Optional<MethodModel> modelOf(ExecutableElement method, ExpressionTree receiver) {
        return world.model(method, Receivers.typeOf(method, receiver, world));
    }

    /**
     * The collection whose elements a loop hands out, if what leaves is the loop's variable or a closure over it.
     *
     * @param apart what a closure has in common with others, and is not joined to
     */
    Optional<Integer> walkedCollection(Node argument, ElementTable elements, Walks walks, Set<Integer> apart) {
        Optional<Integer> byIndex = argument == null ? Optional.empty() : walks.walkedBy(argument.getTree());
        if (byIndex.isPresent()) {
            return byIndex;
        } else if (argument instanceof LocalVariableNode local) {
            return walkedBy(local.getElement(), elements);
        }
        if (argument instanceof FunctionalInterfaceNode function) {
            List<VariableElement> captured = Captures.of(function.getTree());
            Optional<Integer> found = Optional.empty();
            for (VariableElement variable : captured) {
                if (world.isTracked(variable.asType()) && !apart.contains(elements.local(variable))) {
                    Optional<Integer> walked = walkedBy(variable, elements);
                    if (walked.isEmpty()) {
                        return Optional.empty();
                    }
                    found = walked;
                }
            }
            return found;
        }
        return Optional.empty();
    }

    private Optional<Integer> walkedBy(VariableElement variable, ElementTable elements) {
        return Optional.ofNullable(elements.walkOf(variable));
    }
}
