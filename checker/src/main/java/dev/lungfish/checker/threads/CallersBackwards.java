package dev.lungfish.checker.threads;

import com.sun.source.tree.MemberReferenceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;

/**
 * The call graph asked from its end: who leads to one body. Looks only at code that has a call of the right name, so that one question does not cost
 * the graph of all calls. Confined to the compiler's thread.
 */
final class CallersBackwards {
    private final CodeIndex index;
    private final Library library;
    private final CallGraph graph;
    private final Map<Body, Set<Body>> known = new HashMap<>();
    private Map<Name, List<Body>> calling;
    private Map<Name, List<Body>> referring;
    private Map<TypeElement, List<Body>> creating;
    private List<Body> callingFunctions;

    CallersBackwards(CodeIndex index, Library library, CallGraph graph) {
        this.index = index;
        this.library = library;
        this.graph = graph;
    }

    /** Whether the body is such a one, or something that is leads there. */
    boolean isLedToBy(Body body, Predicate<Body> wanted) {
        Set<Body> seen = new LinkedHashSet<>(Set.of(body));
        Deque<Body> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Body next = open.remove();
            if (wanted.test(next)) {
                return true;
            }
            of(next).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }

    /** What leads straight to a body, perhaps itself among it. */
    Set<Body> of(Body body) {
        Set<Body> callers = known.get(body);
        if (callers == null) {
            callers = new LinkedHashSet<>();
            candidates(body).filter(from -> graph.from(from).stream().anyMatch(edge -> edge.to().equals(body))).forEach(callers::add);
            known.put(body, callers);
        }
        return callers;
    }

    /** At least what leads there. */
    private Stream<Body> candidates(Body body) {
        prepare();
        return switch (body.kind()) {
            case METHOD -> body.member() instanceof ExecutableElement method && method.getKind() == ElementKind.METHOD ? callersOf(method) : creators(body);
            case INSTANCE_INIT -> creators(body);
            case STATIC_INIT -> Stream.empty();
            // Called through the method of some interface, or run where they stand.
            case LAMBDA, REFERENCE -> Stream.concat(index.around(body).stream(), callingFunctions.stream());
        };
    }

    private Stream<Body> callersOf(ExecutableElement method) {
        Stream<Body> byName = Stream.concat(calling.getOrDefault(method.getSimpleName(), List.of()).stream(),
                referring.getOrDefault(method.getSimpleName(), List.of()).stream());
        return method.getModifiers().contains(Modifier.STATIC) || !library.overridesLibrary(method) ? byName
                : Stream.concat(byName, creating.getOrDefault((TypeElement) method.getEnclosingElement(), List.of()).stream());
    }

    private Stream<Body> creators(Body body) {
        return creating.getOrDefault(body.type(), List.of()).stream();
    }

    private void prepare() {
        if (calling != null) {
            return;
        }
        calling = new HashMap<>();
        referring = new HashMap<>();
        creating = new HashMap<>();
        Set<Body> throughInterfaces = new LinkedHashSet<>();
        for (Body body : index.bodies()) {
            for (Call call : index.callsIn(body)) {
                ExecutableElement callee = call.callee();
                if (callee.getKind() == ElementKind.CONSTRUCTOR) {
                    enter(creating, (TypeElement) callee.getEnclosingElement(), body);
                } else {
                    enter(calling, callee.getSimpleName(), body);
                    if (callee.getModifiers().contains(Modifier.ABSTRACT)) {
                        throughInterfaces.add(body);
                    }
                }
            }
            if (body.path().getLeaf() instanceof MemberReferenceTree reference) {
                enter(referring, reference.getName(), body);
                if (index.trees().getElement(body.path()) instanceof ExecutableElement made && made.getKind() == ElementKind.CONSTRUCTOR) {
                    enter(creating, (TypeElement) made.getEnclosingElement(), body);
                }
            }
        }
        callingFunctions = List.copyOf(throughInterfaces);
    }

    private static <K> void enter(Map<K, List<Body>> map, K key, Body body) {
        List<Body> bodies = map.computeIfAbsent(key, k -> new ArrayList<>());
        if (bodies.isEmpty() || !bodies.get(bodies.size() - 1).equals(body)) {
            bodies.add(body);
        }
    }
}
