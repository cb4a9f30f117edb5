package dev.lungfish.checker.flow;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Touch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ThisNode;
import org.checkerframework.nullaway.javacutil.ElementUtils;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Which fields code touches, named as {@link Touch} names them ({@code static-core.md} 8.1). Errs towards "nobody can tell".
 */
final class FieldTouches {
    private static final int DEEPEST = 8;

    private final World world;
    private final Body body;
    private final Summaries summaries;
    private final Closures closures;
    private final IndexedElements indexed;

    FieldTouches(World world, Body body, Summaries summaries, Closures closures, IndexedElements indexed) {
        this.indexed = indexed;
        this.closures = closures;
        this.world = world;
        this.body = body;
        this.summaries = summaries;
    }

    /** A field itself: the place in the object. A volatile one is never met in a race; what it refers to is another matter. */
    Touch of(VariableElement field, Access access) {
        return field.getModifiers().contains(Modifier.VOLATILE) ? Touch.NOTHING : Touch.of(world.fieldName(field), access);
    }

    /** What a value consists of, as far as classes of libraries work on it: known where a field leads to it. */
    Touch ofContent(Node value, Access access) {
        return value.getTree() == null ? Touch.ANYTHING
                : origin(value.getTree(), 0).map(field -> Touch.of(world.fieldName(field) + "*", access)).orElse(Touch.ANYTHING);
    }

    /** The field through which an expression is reached, if there is one. */
    private Optional<VariableElement> origin(Tree tree, int depth) {
        if (tree == null || depth > DEEPEST) {
            return Optional.empty();
        } else if (tree instanceof ParenthesizedTree inner) {
            return origin(inner.getExpression(), depth + 1);
        } else if (tree instanceof TypeCastTree cast) {
            return origin(cast.getExpression(), depth + 1);
        } else if (tree instanceof MethodInvocationTree call) {
            boolean library = world.classes().sourceOf(TreeUtils.elementFromUse(call)) == null;
            return library ? origin(TreeUtils.getReceiverTree(call), depth + 1) : Optional.empty();
        } else if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
            return TreeUtils.elementFromTree(tree) instanceof VariableElement variable ? origin(variable, depth) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<VariableElement> origin(VariableElement variable, int depth) {
        if (variable.getKind() == ElementKind.FIELD) {
            boolean named = !variable.getSimpleName().contentEquals("this") && !variable.getSimpleName().contentEquals("super");
            return named && !variable.getModifiers().contains(Modifier.STATIC) ? Optional.of(variable) : Optional.empty();
        }
        boolean fixed = variable.getKind() == ElementKind.LOCAL_VARIABLE && ElementUtils.isEffectivelyFinal(variable);
        return fixed && world.program().index().declaration(variable) instanceof VariableTree declared ? origin(declared.getInitializer(), depth + 1)
                : Optional.empty();
    }

    /**
     * What a task touches of the values that it was made with: the fields, where it was made with nothing but {@code this} or the object around
     * it; what else it was made with is the task's own from then on.
     *
     * @param task the task, or the thread that runs it
     * @param declared the type in which the callee knows it
     */
    Touch ofTask(Node task, TypeMirror declared) {
        return task instanceof ThisNode ? ofRun(task.getType(), declared) : task.getTree() == null ? Touch.EVERYTHING : ofTask(task.getTree(), declared, 0);
    }

    private Touch ofTask(Tree expression, TypeMirror declared, int depth) {
        Tree tree = indexed.origin(expression);
        Optional<Closure> closure = closures.made(tree);
        if (closure.isPresent()) {
            return ofClosure(closure.get());
        } else if (tree instanceof ParenthesizedTree inner) {
            return ofTask(inner.getExpression(), declared, depth);
        } else if (tree instanceof ConditionalExpressionTree choice) {
            return ofTask(choice.getTrueExpression(), declared, depth).or(ofTask(choice.getFalseExpression(), declared, depth));
        } else if (tree instanceof NewClassTree creation) {
            return holdsTasks(creation) ? Touch.EVERYTHING : ofNew(creation, declared, depth);
        } else if (tree instanceof MemberSelectTree || tree instanceof IdentifierTree) {
            return TreeUtils.elementFromTree(tree) instanceof VariableElement variable ? ofVariable(variable, TreeUtils.typeOf(tree), declared, depth)
                    : Touch.EVERYTHING;
        }
        return Touch.EVERYTHING;
    }

    /** Whether a collection is made, which gets its tasks later. */
    private boolean holdsTasks(NewClassTree creation) {
        return world.program().types().asElement(TreeUtils.typeOf(creation)) instanceof TypeElement type && Hierarchy.isSubclass(type, world.typeNamed("java.lang.Iterable"));
    }

    private Touch ofClosure(Closure closure) {
        Touch all = Touch.NOTHING;
        for (Map.Entry<Integer, Integer> capture : closure.captured().entrySet()) {
            if (closure.summary().touches(capture.getKey())) {
                all = all.or(closure.summary().touches().of(capture.getKey()));
                all = all.giving(all.gives() || capture.getValue() != 0 && capture.getValue() != body.outerFormal());
            }
        }
        return all;
    }

    private Touch ofVariable(VariableElement variable, TypeMirror type, TypeMirror declared, int depth) {
        if (variable.getKind() == ElementKind.FIELD) {
            Touch byType = ofRun(type, declared);
            return byType.isWhole() ? new KeptTasks(world, summaries, this).of(variable).orElse(byType) : byType;
        }
        boolean fixed = depth < DEEPEST && variable.getKind() == ElementKind.LOCAL_VARIABLE && ElementUtils.isEffectivelyFinal(variable);
        return fixed && world.program().index().declaration(variable) instanceof VariableTree local && local.getInitializer() != null
                ? ofTask(local.getInitializer(), declared, depth + 1) : Touch.EVERYTHING;
    }

    /** A new task: its own body, or, where a class of a library runs what it is given, the bodies of that. */
    private Touch ofNew(NewClassTree creation, TypeMirror declared, int depth) {
        TypeMirror type = TreeUtils.typeOf(creation);
        boolean own = world.classes().trees().containsKey((TypeElement) world.program().types().asElement(type));
        Touch all = own ? ofRun(type, declared) : Touch.NOTHING;
        if (own && Captures.of(classOf(creation, type)).stream().anyMatch(v -> world.isTracked(v.asType()))) {
            all = all.giving(true);
        }
        ExecutableElement constructor = TreeUtils.elementFromUse(creation);
        for (int i = 0; i < creation.getArguments().size(); i++) {
            ExpressionTree argument = creation.getArguments().get(i);
            if (!own && (closures.made(argument).isPresent() || isRunBy(constructor, i))) {
                all = all.or(ofTask(argument, parameterOf(constructor, i), depth + 1));
            } else if (world.isTracked(TreeUtils.typeOf(argument)) && !argument.toString().equals("this")) {
                all = all.giving(true);
            }
        }
        return all;
    }

    private Tree classOf(NewClassTree creation, TypeMirror type) {
        return creation.getClassBody() != null ? creation.getClassBody() : world.classes().trees().get((TypeElement) world.program().types().asElement(type));
    }

    /** The bodies that a class runs as this kind of task. */
    Touch ofRun(TypeMirror actual, TypeMirror declared) {
        List<Summary> runs = runsOf(actual, declared);
        Touch all = runs.isEmpty() ? Touch.EVERYTHING : Touch.NOTHING;
        for (Summary summary : runs) {
            for (int formal : summary.uses().keySet()) {
                all = summary.use(formal).compareTo(Access.IDENTITY) > 0 ? all.or(summary.touches().of(formal)) : all;
            }
        }
        return all.without(name -> world.fieldNamed(name).filter(world::isOfItsThread).isPresent());
    }

    /** What the methods of the class do that implement the one method of the declared type, or that run a task or thread; none if no source shows it. */
    private List<Summary> runsOf(TypeMirror actual, TypeMirror declared) {
        if (!(world.program().types().asElement(actual) instanceof TypeElement type)) {
            return List.of();
        }
        String name = world.isHandle(declared) ? "" : closures.functionOf(declared).map(m -> m.getSimpleName().toString()).orElse("");
        return ElementFilter.methodsIn(world.program().elements().getAllMembers(type)).stream()
                .filter(method -> world.classes().sourceOf(method) != null && (method.getSimpleName().contentEquals(name) || name.isEmpty() && isRunBody(method)))
                .map(method -> summaries.of(method, type)).toList();
    }

    /** Whether a library calls the method in the thread that it stands for. */
    private boolean isRunBody(ExecutableElement method) {
        return world.classes().overridden(method).stream().flatMap(above -> world.model(above, (TypeElement) above.getEnclosingElement()).stream())
                .anyMatch(model -> model.all(Effect.Entry.class).stream().anyMatch(entry -> entry.kind() == RunKind.TASK));
    }

    /**
     * Whether a task only reads what it was made with.
     *
     * @param task the task, or the thread that runs it
     * @param declared the type in which the callee knows it
     */
    boolean onlyReads(Node task, TypeMirror declared) {
        return task.getTree() != null && onlyReads(task.getTree(), declared, 0);
    }

    private boolean onlyReads(Tree expression, TypeMirror declared, int depth) {
        Tree tree = indexed.origin(expression);
        Optional<Closure> closure = closures.made(tree);
        if (closure.isPresent()) {
            return closure.get().onlyReads();
        } else if (tree instanceof ParenthesizedTree inner) {
            return onlyReads(inner.getExpression(), declared, depth);
        } else if (tree instanceof NewClassTree creation) {
            return onlyReads(creation, declared, depth);
        }
        boolean isName = tree instanceof IdentifierTree || tree instanceof MemberSelectTree;
        return isName && TreeUtils.elementFromTree(tree) instanceof VariableElement variable && onlyReads(variable, TreeUtils.typeOf(tree), declared, depth);
    }

    private boolean onlyReads(VariableElement variable, TypeMirror type, TypeMirror declared, int depth) {
        boolean fixed = depth < DEEPEST && variable.getKind() == ElementKind.LOCAL_VARIABLE && ElementUtils.isEffectivelyFinal(variable);
        return fixed && world.program().index().declaration(variable) instanceof VariableTree local && local.getInitializer() != null
                ? onlyReads(local.getInitializer(), declared, depth + 1) : runsOnlyRead(type, declared);
    }

    /** A new task of the program's own class, or one of a library that runs what it is given and has nothing else. */
    private boolean onlyReads(NewClassTree creation, TypeMirror declared, int depth) {
        TypeMirror type = TreeUtils.typeOf(creation);
        if (world.classes().trees().containsKey((TypeElement) world.program().types().asElement(type))) {
            return runsOnlyRead(type, declared);
        }
        ExecutableElement constructor = TreeUtils.elementFromUse(creation);
        boolean given = false;
        for (int i = 0; i < creation.getArguments().size(); i++) {
            ExpressionTree argument = creation.getArguments().get(i);
            boolean runs = isRunBy(constructor, i);
            given |= runs;
            if (runs ? !onlyReads(argument, parameterOf(constructor, i), depth + 1) : world.isTracked(TreeUtils.typeOf(argument))) {
                return false;
            }
        }
        return given;
    }

    /** Whether what a library class is made with is what it runs. */
    boolean isRunBy(ExecutableElement constructor, int argument) {
        return world.model(constructor, (TypeElement) constructor.getEnclosingElement()).stream().flatMap(model -> model.all(Effect.Runs.class).stream())
                .anyMatch(runs -> runs.functional().equals(Place.arg(argument)));
    }

    static TypeMirror parameterOf(ExecutableElement constructor, int argument) {
        return constructor.getParameters().get(Math.min(argument, constructor.getParameters().size() - 1)).asType();
    }

    private boolean runsOnlyRead(TypeMirror actual, TypeMirror declared) {
        List<Summary> runs = runsOf(actual, declared);
        return !runs.isEmpty() && runs.stream().allMatch(Summary::onlyReadsAll);
    }
}
