package dev.lungfish.checker.threads;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Which code runs which other code in the same thread. By class hierarchy: a call may reach each override in the compilation. Functions
 * that nobody is known to start run in the thread of the code that makes them. Confined to the compiler's thread.
 */
final class CallGraph {
    /**
     * One way from code to code.
     *
     * @param to what runs
     * @param at the call, or the place where the function is made
     * @param isOnly whether the call leads nowhere else: false where the classes of the program have several answers
     */
    record Edge(Body to, TreePath at, boolean isOnly) {
    }

    private final CodeIndex index;
    private final Library library;
    private final FunctionValues values;
    private final Set<Body> started;
    private final Map<Body, List<Edge>> edges = new HashMap<>();

    /** @param started what threads of its own run: no edge leads there from the code that only makes it */
    CallGraph(CodeIndex index, Library library, FunctionValues values, Set<Body> started) {
        this.index = index;
        this.library = library;
        this.values = values;
        this.started = started;
    }

    /** Where the code leads, in source order. */
    List<Edge> from(Body body) {
        return edges.computeIfAbsent(body, this::compute);
    }

    private List<Edge> compute(Body body) {
        List<Edge> found = new ArrayList<>();
        for (Call call : index.callsIn(body)) {
            if (call.callee().getKind() == ElementKind.CONSTRUCTOR) {
                created(call, found);
            } else {
                called(call.callee(), call, found);
            }
        }
        for (Body inner : index.inside(body)) {
            if (!started.contains(inner) && !isStored(inner)) {
                found.add(new Edge(inner, inner.path(), true));
            }
        }
        if (body.kind() == Body.Kind.REFERENCE
                && index.trees().getElement(body.path()) instanceof ExecutableElement method) {
            add(method, body.path(), found);
            if (method.getKind() == ElementKind.CONSTRUCTOR) {
                index.initialisersOf((TypeElement) method.getEnclosingElement()).ifPresent(init -> found.add(new Edge(init, body.path(), true)));
            }
        }
        return found;
    }

    private void add(ExecutableElement method, TreePath at, List<Edge> found) {
        List<Body> answers = new ArrayList<>();
        index.bodyOf(method).filter(body -> !method.getModifiers().contains(Modifier.ABSTRACT)).ifPresent(answers::add);
        index.overriders(method).forEach(m -> index.bodyOf(m).ifPresent(answers::add));
        add(answers, at, found);
    }

    private static void add(List<Body> answers, TreePath at, List<Edge> found) {
        answers.forEach(body -> found.add(new Edge(body, at, answers.size() == 1)));
    }

    private void called(ExecutableElement callee, Call call, List<Edge> found) {
        boolean isSource = index.isSource((TypeElement) callee.getEnclosingElement());
        if (isSource) {
            add(callee, call.path(), found);
        }
        if (callee.getModifiers().contains(Modifier.ABSTRACT) && call.receiver().isPresent()) {
            TypeMirror type = index.trees().getTypeMirror(call.receiver().get());
            if (index.program().types().asElement(type) instanceof TypeElement element && values.isFunctional(element)) {
                add(values.of(call.receiver().get(), element).stream().map(FunctionValues.Value::body).toList(), call.path(), found);
            }
        }
    }

    private void created(Call call, List<Edge> found) {
        ExecutableElement constructor = call.callee();
        TypeElement type = (TypeElement) constructor.getEnclosingElement();
        if (!index.isSource(type)) {
            return;
        }
        add(constructor, call.path(), found);
        index.initialisersOf(type).ifPresent(init -> found.add(new Edge(init, call.path(), true)));
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (library.overridesLibrary(method)) {
                index.bodyOf(method).filter(body -> !started.contains(body)).ifPresent(body -> found.add(new Edge(body, call.path(), true)));
            }
        }
    }

    /** Whether a function is only put into a container here: whoever takes it out runs it. */
    private boolean isStored(Body function) {
        if (!(index.trees().getElement(function.path().getParentPath()) instanceof ExecutableElement callee)
                || !(function.path().getParentPath().getLeaf() instanceof MethodInvocationTree tree)) {
            return false;
        }
        Call call = new Call(function.path().getParentPath(), callee, function);
        int argument = tree.getArguments().indexOf(function.path().getLeaf());
        return argument >= 0 && library.modelOf(call).filter(model -> Library.stores(model, argument)).isPresent();
    }
}
