package dev.lungfish.checker.threads;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Which code of this compilation an expression of a functional type may stand for: lambdas, method references, objects of classes that
 * implement the type; followed through variables, parameters, results and collections.
 *
 * <p>Errs towards "none": what it cannot follow has no code. Confined to the compiler's thread.
 */
final class FunctionValues {
    private static final int DEPTH = 8;
    /** How many variables one search follows: enough for what people write, and a bound for what generators write. */
    private static final int VARIABLES = 64;

    private final CodeIndex index;
    private final Map<TypeElement, List<ExecutableElement>> entryMethods = new HashMap<>();
    private final Map<List<TypeElement>, List<ExecutableElement>> implementations = new HashMap<>();
    private final Map<TypeElement, Boolean> iterable = new HashMap<>();
    private final Map<Call, Boolean> looped = new IdentityHashMap<>();
    private final Map<ExecutableElement, List<ExecutableElement>> overridden = new HashMap<>();

    FunctionValues(CodeIndex index) {
        this.index = index;
    }

    /**
     * One possible value.
     *
     * @param body what runs
     * @param origin where the function is made
     * @param inLoop whether a loop makes or passes on several of them before they arrive
     */
    record Value(Body body, TreePath origin, boolean inLoop) {
    }

    /** The values of an expression, in source order of their discovery; {@code what} is the type through which they are run. */
    List<Value> of(TreePath expression, TypeElement what) {
        Search search = new Search(what);
        search.expression(expression, false, 0);
        return new ArrayList<>(search.found.values());
    }

    /** The methods of a class that run when it is used as {@code what}. */
    List<ExecutableElement> implementations(TypeElement type, TypeElement what) {
        return implementations.computeIfAbsent(List.of(type, what), key -> findImplementations(type, what));
    }

    /** Whether a type has one abstract method, so that a lambda can stand for it. */
    boolean isFunctional(TypeElement type) {
        return type.getKind().isInterface() && entryMethods(type).size() == 1;
    }

    private List<ExecutableElement> findImplementations(TypeElement type, TypeElement what) {
        List<ExecutableElement> found = new ArrayList<>();
        for (ExecutableElement wanted : entryMethods(what)) {
            implementation(type, wanted).ifPresent(found::add);
        }
        return found;
    }

    /** The abstract methods of an interface, or {@code run}, {@code call} and {@code compute} of a class of tasks. */
    private List<ExecutableElement> entryMethods(TypeElement what) {
        return entryMethods.computeIfAbsent(what, this::findEntryMethods);
    }

    private List<ExecutableElement> findEntryMethods(TypeElement what) {
        boolean isInterface = what.getKind().isInterface();
        return ElementFilter.methodsIn(index.program().elements().getAllMembers(what)).stream()
                .filter(m -> !m.getModifiers().contains(Modifier.STATIC) && !isOfObject(m))
                .filter(m -> isInterface ? m.getModifiers().contains(Modifier.ABSTRACT)
                        : m.getParameters().isEmpty() && isEntryName(m.getSimpleName().toString()))
                .toList();
    }

    private static boolean isEntryName(String name) {
        return name.equals("run") || name.equals("call") || name.equals("compute") || name.equals("exec");
    }

    private static boolean isOfObject(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return ((TypeElement) method.getEnclosingElement()).getQualifiedName().contentEquals("java.lang.Object")
                || name.equals("equals") && method.getParameters().size() == 1 || name.equals("hashCode") || name.equals("toString");
    }

    private Optional<ExecutableElement> implementation(TypeElement type, ExecutableElement wanted) {
        return withSupertypes(type).flatMap(t -> index.program().members().named(t, wanted.getSimpleName()).stream())
                .filter(m -> m.equals(wanted) || index.program().elements().overrides(m, wanted, type))
                .filter(m -> index.bodyOf(m).isPresent())
                .findFirst();
    }

    /** The class and what is above it in this compilation: no other has a body that is seen. Classes first: what they have wins over the defaults of interfaces. */
    private Stream<TypeElement> withSupertypes(TypeElement type) {
        return Stream.concat(Stream.of(type), index.sourceSupertypes(type).stream()).sorted(Comparator.comparing(t -> t.getKind().isInterface()));
    }

    /** The methods of this compilation that a method overrides. */
    private List<ExecutableElement> overridden(ExecutableElement method) {
        return overridden.computeIfAbsent(method, m -> {
            TypeElement type = (TypeElement) m.getEnclosingElement();
            List<ExecutableElement> found = new ArrayList<>();
            for (TypeElement above : index.sourceSupertypes(type)) {
                for (ExecutableElement candidate : index.program().members().named(above, m.getSimpleName())) {
                    if (index.program().elements().overrides(m, candidate, type)) {
                        found.add(candidate);
                    }
                }
            }
            return found;
        });
    }

    private final class Search {
        private final TypeElement what;
        private final Map<Body, Value> found = new LinkedHashMap<>();
        private final Set<Object> seen = new HashSet<>();

        Search(TypeElement what) {
            this.what = what;
        }

        void expression(TreePath given, boolean inLoop, int depth) {
            TreePath path = Shapes.bare(given);
            Tree tree = path.getLeaf();
            if (depth > DEPTH) {
                return;
            }
            if (tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree) {
                index.bodyOf(tree).ifPresent(body -> add(body, path, inLoop));
            } else if (tree instanceof NewClassTree) {
                created(path, inLoop, depth);
            } else if (tree instanceof ConditionalExpressionTree choice) {
                expression(new TreePath(path, choice.getTrueExpression()), inLoop, depth + 1);
                expression(new TreePath(path, choice.getFalseExpression()), inLoop, depth + 1);
            } else if (tree instanceof MethodInvocationTree) {
                result(path, inLoop, depth);
            } else {
                Element element = index.trees().getElement(path);
                if (element instanceof VariableElement variable) {
                    if (variable.getSimpleName().contentEquals("this")) {
                        ofClass((TypeElement) index.program().types().asElement(variable.asType()), path, inLoop);
                    } else {
                        variable(variable, path, inLoop, depth);
                    }
                }
            }
        }

        private void add(Body body, TreePath origin, boolean inLoop) {
            found.merge(body, new Value(body, origin, inLoop), (a, b) -> a.inLoop() ? a : b);
        }

        private void created(TreePath path, boolean inLoop, int depth) {
            if (!(index.trees().getElement(path) instanceof ExecutableElement constructor)) {
                return;
            }
            TypeElement type = (TypeElement) constructor.getEnclosingElement();
            if (index.isSource(type)) {
                ofClass(type, path, inLoop);
            }
            for (var argument : ((NewClassTree) path.getLeaf()).getArguments()) {
                if (!index.isSource(type) && isFunction(argument)) {
                    expression(new TreePath(path, argument), inLoop, depth + 1);
                }
            }
        }

        private static boolean isFunction(Tree tree) {
            return tree instanceof LambdaExpressionTree || tree instanceof MemberReferenceTree || tree instanceof NewClassTree;
        }

        private void ofClass(TypeElement type, TreePath origin, boolean inLoop) {
            implementations(type, what).forEach(method -> index.bodyOf(method).ifPresent(body -> add(body, origin, inLoop)));
        }

        private void variable(VariableElement variable, TreePath use, boolean inLoop, int depth) {
            if (seen.size() > VARIABLES || !seen.add(variable)) {
                return;
            }
            int before = found.size();
            index.given(variable).forEach(value -> expression(value, inLoop || isLooped(value), depth + 1));
            for (Call call : index.callsOn(variable)) {
                if (!index.isSource((TypeElement) call.callee().getEnclosingElement()) && !isRunBy(call)) {
                    boolean looped = inLoop || Shapes.isInLoop(call.path(), call.from());
                    call.arguments().forEach(argument -> expression(argument, looped, depth + 1));
                }
            }
            if (variable.getKind() == ElementKind.PARAMETER) {
                parameter(variable, inLoop, depth);
            }
            if (found.size() == before && index.program().types().asElement(variable.asType()) instanceof TypeElement type) {
                ofTypeOrBelow(type, use, inLoop);
            }
        }

        /** A call that runs something instead of keeping it: what it is given is no content of the receiver. */
        private boolean isRunBy(Call call) {
            return index.program().types().asElement(index.trees().getTypeMirror(call.receiver().orElseThrow())) instanceof TypeElement type
                    && !iterable.computeIfAbsent(type, t -> index.program().elements().getAllMembers(t).stream()
                            .anyMatch(m -> m.getSimpleName().contentEquals("iterator")));
        }

        private boolean isLooped(TreePath value) {
            for (TreePath path = value; path != null; path = path.getParentPath()) {
                Body.Kind kind = Body.kindOf(path.getLeaf());
                if (kind != null) {
                    return index.bodyOf(path.getLeaf()).filter(body -> Shapes.isInLoop(value, body)).isPresent();
                }
            }
            return false;
        }

        /** What the callers of this compilation pass. */
        private void parameter(VariableElement parameter, boolean inLoop, int depth) {
            if (!(parameter.getEnclosingElement() instanceof ExecutableElement method) || !method.getParameters().contains(parameter)) {
                return;
            }
            int position = method.getParameters().indexOf(parameter);
            List<Call> calls = new ArrayList<>(index.callsOf(method));
            overridden(method).forEach(above -> calls.addAll(index.callsOf(above)));
            for (Call call : calls) {
                List<? extends Tree> arguments = call.argumentTrees();
                int last = method.isVarArgs() && position == method.getParameters().size() - 1 ? arguments.size() : position + 1;
                for (int i = position; i < Math.min(last, arguments.size()); i++) {
                    expression(new TreePath(call.path(), arguments.get(i)), inLoop || looped.computeIfAbsent(call, c -> Shapes.isInLoop(c.path(), c.from())), depth + 1);
                }
            }
        }

        private void result(TreePath path, boolean inLoop, int depth) {
            if (!(index.trees().getElement(path) instanceof ExecutableElement method)) {
                return;
            }
            Optional<Body> body = index.bodyOf(method);
            if (body.isPresent()) {
                if (seen.add(method)) {
                    index.returned(body.get()).forEach(value -> expression(value, inLoop, depth + 1));
                }
                return;
            }
            MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
            TreePath holder = Shapes.holder(new TreePath(path, call.getMethodSelect()));
            if (holder != null && !(index.trees().getElement(holder) instanceof TypeElement)) {
                expression(holder, inLoop, depth + 1);
            }
            for (Tree argument : call.getArguments()) {
                chained(new TreePath(path, argument), method, inLoop, depth);
            }
        }

        /** An argument of a library call on the way: a collected function, or a function that makes functions. */
        private void chained(TreePath argument, ExecutableElement method, boolean inLoop, int depth) {
            if (argument.getLeaf() instanceof LambdaExpressionTree lambda) {
                index.bodyOf(lambda).map(index::returned).orElse(List.of()).stream()
                        .filter(value -> isFunction(Shapes.bare(value).getLeaf()))
                        .forEach(value -> expression(value, true, depth + 1));
            }
            if (isCollector(method) || !(argument.getLeaf() instanceof LambdaExpressionTree)) {
                expression(argument, inLoop, depth + 1);
            }
        }

        private boolean isCollector(ExecutableElement method) {
            String name = method.getSimpleName().toString();
            return name.equals("of") || name.equals("asList") || name.equals("requireNonNull") || name.equals("callable")
                    || name.equals("privilegedCallable") || name.equals("copyOf") || name.equals("singletonList") || name.equals("singleton");
        }

        /** Nothing is known but the type: if it is a class of this compilation, its own code or that of its subclasses. */
        private void ofTypeOrBelow(TypeElement type, TreePath origin, boolean inLoop) {
            if (index.isSource(type) && !type.getKind().isInterface()) {
                ofClass(type, origin, inLoop);
                index.below(type).forEach(below -> ofClass(below, origin, inLoop));
            }
        }
    }
}
