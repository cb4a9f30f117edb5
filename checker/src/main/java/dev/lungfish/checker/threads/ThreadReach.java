package dev.lungfish.checker.threads;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.LibraryModels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/**
 * From which starts of threads the code of a program is reached. Nothing is computed before the first question; a program that starts
 * nothing costs one scan over its names.
 *
 * <p>Errs towards "not reached" where code is called by reflection or through libraries that no model describes, and towards "reached" at
 * calls that several classes may answer. Confined to the compiler's thread.
 */
public final class ThreadReach {
    /**
     * One step from code to code in a chain of calls.
     *
     * @param from where the call stands
     * @param at the call
     * @param to what it runs
     */
    public record Hop(Body from, TreePath at, Body to) {
    }

    private final Program program;
    private final Library library;
    private Boolean startsAnything;
    private CodeIndex index;
    private FunctionValues values;
    private ThreadStarts finder;
    private List<ThreadStart> starts;
    private CallGraph graph;
    private final Map<ThreadStart, Map<Body, Hop>> reached = new HashMap<>();
    private Map<Body, Boolean> fromOutside;

    public ThreadReach(Program program, LibraryModels models) {
        this.program = program;
        this.library = new Library(program, models);
    }

    /** Whether the program starts a thread or task, or confines code to a thread, anywhere. One scan, remembered. */
    public boolean startsAnything() {
        if (startsAnything == null) {
            startsAnything = new StartScan(program, library).find();
        }
        return startsAnything;
    }

    /** All starts, in source order. */
    public List<ThreadStart> starts() {
        if (starts == null) {
            starts = startsAnything() ? finder().find() : List.of();
        }
        return starts;
    }

    /** The starts that reach a method, lambda or method reference, in source order of the starts. */
    public List<ThreadStart> startsOf(Tree code) {
        if (!startsAnything()) {
            return List.of();
        }
        return index().bodyOf(code).map(this::startsOf).orElse(List.of());
    }

    /** The starts that reach a body, in source order of the starts. */
    public List<ThreadStart> startsOf(Body body) {
        return starts().stream().filter(start -> reachedBy(start).containsKey(body)).toList();
    }

    /** Everything that a start reaches, itself first, nearest first. */
    public Set<Body> bodiesOf(ThreadStart start) {
        return Collections.unmodifiableSet(reachedBy(start).keySet());
    }

    /** The calls that lead from a start to a body; empty for the body that is started. */
    public List<Hop> chain(ThreadStart start, Body body) {
        Deque<Hop> hops = new ArrayDeque<>();
        for (Hop hop = reachedBy(start).get(body); hop != null; hop = reachedBy(start).get(hop.from())) {
            hops.addFirst(hop);
        }
        return List.copyOf(hops);
    }

    /** Whether code runs also in a thread that this program does not start: from {@code main}, a test, or whoever calls it. */
    public boolean isReachedFromOutside(Body body) {
        return fromOutside().containsKey(body);
    }

    /** Whether that thread is sure to take part: it is the one of {@code main}, of a test, or the one that starts a task. */
    public boolean isReachedFromKnownThread(Body body) {
        return fromOutside().getOrDefault(body, false);
    }

    private Map<Body, Hop> reachedBy(ThreadStart start) {
        return reached.computeIfAbsent(start, s -> spread(List.of(s.body()), body -> true));
    }

    /** Breadth first, so that chains are the shortest ones. */
    private Map<Body, Hop> spread(List<Body> roots, Predicate<Body> into) {
        Map<Body, Hop> found = new LinkedHashMap<>();
        Deque<Body> open = new ArrayDeque<>();
        for (Body root : roots) {
            if (!found.containsKey(root)) {
                found.put(root, null);
                open.add(root);
            }
        }
        while (!open.isEmpty()) {
            Body body = open.remove();
            for (CallGraph.Edge edge : graph().from(body)) {
                if (!found.containsKey(edge.to()) && into.test(edge.to())) {
                    found.put(edge.to(), new Hop(body, edge.at(), edge.to()));
                    open.add(edge.to());
                }
            }
        }
        return found;
    }

    /** Code of unknown callers, with true where the thread is known to take part. */
    private Map<Body, Boolean> fromOutside() {
        if (fromOutside == null) {
            fromOutside = new HashMap<>();
            List<Body> roots = roots();
            Set<Body> submitting = starts().stream().filter(s -> s.manner() != ThreadStart.Manner.CONFINED)
                    .flatMap(start -> index().bodies().stream().filter(body -> Shapes.isWithin(start.site(), body.path().getLeaf())))
                    .collect(Collectors.toSet());
            for (Body root : roots) {
                Set<Body> below = spread(List.of(root), body -> true).keySet();
                boolean known = isMainOrTest(root) || below.stream().anyMatch(submitting::contains);
                below.forEach(body -> fromOutside.merge(body, known, (a, b) -> a || b));
            }
        }
        return fromOutside;
    }

    /** What somebody outside may call: methods that nothing here calls or starts. */
    private List<Body> roots() {
        Set<Body> called = new LinkedHashSet<>();
        index().bodies().forEach(body -> graph().from(body).forEach(edge -> {
            if (!edge.to().equals(body)) {
                called.add(edge.to());
            }
        }));
        Set<Body> started = starts().stream().map(ThreadStart::body).collect(Collectors.toSet());
        List<Body> roots = new ArrayList<>();
        for (Body body : index().bodies()) {
            boolean callable = body.kind() == Body.Kind.METHOD && !body.member().getModifiers().contains(Modifier.PRIVATE);
            if (callable && !started.contains(body) && (!called.contains(body) || isMainOrTest(body))) {
                roots.add(body);
            }
        }
        return roots;
    }

    private static boolean isMainOrTest(Body body) {
        if (body.member().getKind() != ElementKind.METHOD) {
            return false;
        }
        return body.member().getSimpleName().contentEquals("main") && body.member().getModifiers().contains(Modifier.STATIC)
                || body.member().getAnnotationMirrors().stream().anyMatch(mirror -> {
                    String name = mirror.getAnnotationType().asElement().getSimpleName().toString();
                    return name.equals("Test") || name.endsWith("Test") || name.equals("BeforeEach") || name.equals("AfterEach");
                });
    }

    CodeIndex index() {
        if (index == null) {
            index = new CodeIndex(program);
        }
        return index;
    }

    FunctionValues values() {
        if (values == null) {
            values = new FunctionValues(index());
        }
        return values;
    }

    private ThreadStarts finder() {
        if (finder == null) {
            finder = new ThreadStarts(index(), library, values());
        }
        return finder;
    }

    private CallGraph graph() {
        if (graph == null) {
            Set<Body> started = starts().stream().map(ThreadStart::body).collect(Collectors.toSet());
            graph = new CallGraph(index(), values(), started);
        }
        return graph;
    }

    Library library() {
        return library;
    }

    Program program() {
        return program;
    }

    /** The calls of a body, for rules that look at each. */
    Optional<Body> bodyAround(TreePath place) {
        for (TreePath path = place; path != null; path = path.getParentPath()) {
            if (Body.kindOf(path.getLeaf()) != null) {
                return index().bodyOf(path.getLeaf());
            }
        }
        return Optional.empty();
    }
}
