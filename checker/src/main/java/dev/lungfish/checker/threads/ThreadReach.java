package dev.lungfish.checker.threads;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.javac.Program;
import dev.lungfish.checker.model.KnownTypes;
import dev.lungfish.checker.model.LibraryModels;
import dev.lungfish.checker.model.RunKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * @param isSure whether no call on the way so far has another answer among the classes of the program
     */
    public record Hop(Body from, TreePath at, Body to, boolean isSure) {
    }

    /** So many questions about callers are answered without the graph of all calls. */
    private static final int FEW = 32;

    private final Program program;
    private final Library library;
    private Boolean startsAnything;
    private CodeIndex index;
    private FunctionValues values;
    private ThreadStarts finder;
    private List<ThreadStart> starts;
    private CallGraph graph;
    private final Map<ThreadStart, Map<Body, Hop>> reached = new HashMap<>();
    private Map<Body, Hop> fromOutside;
    private Map<Body, Hop> fromKnownThread;
    private Map<Body, Hop> fromUnknown;
    private Map<Body, List<Body>> callers;
    private final Map<Body, Set<Body>> leading = new HashMap<>();
    private Gates<Body> gates;
    private List<Body> roots;
    private Map<Body, ThreadStart> byBody;
    private Set<Body> reachedByAny;
    private Set<Body> started;
    private CallersBackwards backwards;
    private int asked;

    public ThreadReach(Program program, LibraryModels models, KnownTypes known) {
        this.program = program;
        this.library = new Library(program, models, known);
    }

    /** Whether the program starts a thread or task, or confines code to a thread, anywhere. One scan, remembered. */
    public boolean startsAnything() {
        if (startsAnything == null) {
            startsAnything = index == null ? new StartScan(program, library).find() : !finder().find().isEmpty();
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

    /** The start that runs exactly this body, if there is one. */
    public Optional<ThreadStart> startOf(Body body) {
        if (byBody == null) {
            byBody = starts().stream().collect(Collectors.toMap(ThreadStart::body, start -> start));
        }
        return Optional.ofNullable(byBody.get(body));
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

    /** Whether the start is sure to lead to a body that it reaches: no call on the way may run another class's method instead. */
    public boolean surelyReaches(ThreadStart start, Body body) {
        return isSure(reachedBy(start).get(body));
    }

    private static boolean isSure(Hop last) {
        return last == null || last.isSure();
    }

    /** Whether code runs also in a thread that this program does not start: from {@code main}, a test, or whoever calls it. */
    public boolean isReachedFromOutside(Body body) {
        return fromOutside == null && isFewAsked() ? backwards().isLedToBy(body, this::isRoot) : fromOutside().containsKey(body);
    }

    /** Whether so little was asked so far that the graph of all calls is not worth its making. */
    private boolean isFewAsked() {
        return asked++ < FEW;
    }

    /** Whether that thread is sure to take part: it is the one of {@code main}, of a test, or the one that starts a task. */
    public boolean isReachedFromKnownThread(Body body) {
        return fromKnownThread().containsKey(body);
    }

    /** Whether code runs also in threads of which nothing is known: somebody calls it who is neither {@code main} nor a test. */
    boolean isReachedFromUnknown(Body body) {
        if (fromUnknown == null && isFewAsked()) {
            return backwards().isLedToBy(body, root -> isRoot(root) && !isMainOrTest(root));
        }
        if (fromUnknown == null) {
            fromUnknown = spread(roots().stream().filter(root -> !isMainOrTest(root)).toList());
        }
        return fromUnknown.containsKey(body);
    }

    /** Whether that thread is also sure to come there, whichever classes the objects on the way have. */
    public boolean isSurelyReachedFromKnownThread(Body body) {
        return isReachedFromKnownThread(body) && isSure(fromKnownThread().get(body));
    }

    private Map<Body, Hop> reachedBy(ThreadStart start) {
        return reached.computeIfAbsent(start, s -> spread(List.of(s.body())));
    }

    /** What is surely reached first; within that breadth first, so that chains are the shortest ones. */
    private Map<Body, Hop> spread(List<Body> roots) {
        Map<Body, Hop> found = new LinkedHashMap<>();
        Deque<Body> sure = new ArrayDeque<>();
        Deque<Hop> unsure = new ArrayDeque<>();
        for (Body root : roots) {
            if (!found.containsKey(root)) {
                found.put(root, null);
                sure.add(root);
            }
        }
        while (!sure.isEmpty() || !unsure.isEmpty()) {
            Hop taken = sure.isEmpty() ? unsure.remove() : null;
            if (taken != null && found.putIfAbsent(taken.to(), taken) != null) {
                continue;
            }
            Body body = taken == null ? sure.remove() : taken.to();
            for (CallGraph.Edge edge : graph().from(body)) {
                if (found.containsKey(edge.to())) {
                    continue;
                }
                if (taken == null && edge.isOnly()) {
                    found.put(edge.to(), new Hop(body, edge.at(), edge.to(), true));
                    sure.add(edge.to());
                } else {
                    unsure.add(new Hop(body, edge.at(), edge.to(), false));
                }
            }
        }
        return found;
    }

    private Map<Body, Hop> fromOutside() {
        if (fromOutside == null) {
            fromOutside = spread(roots());
        }
        return fromOutside;
    }

    private Map<Body, Hop> fromKnownThread() {
        if (fromKnownThread == null) {
            Set<Body> starting = leadingToAStart();
            fromKnownThread = spread(roots().stream().filter(root -> isMainOrTest(root) || starting.contains(root)).toList());
        }
        return fromKnownThread;
    }

    /** The code that starts something, and whatever leads there. */
    private Set<Body> leadingToAStart() {
        Set<Body> found = new LinkedHashSet<>();
        starts().stream().filter(start -> start.manner() != ThreadStart.Manner.CONFINED)
                .forEach(start -> bodyAround(start.site()).ifPresent(body -> found.addAll(leadingTo(body))));
        return found;
    }

    /** The body itself and whatever leads to it in the same thread. */
    Set<Body> leadingTo(Body body) {
        return leading.computeIfAbsent(body, this::computeLeadingTo);
    }

    private Set<Body> computeLeadingTo(Body body) {
        Set<Body> found = new HashSet<>(Set.of(body));
        Deque<Body> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (Body caller : callers().getOrDefault(open.remove(), List.of())) {
                if (found.add(caller)) {
                    open.add(caller);
                }
            }
        }
        return found;
    }

    private Map<Body, List<Body>> callers() {
        if (callers == null) {
            Map<Body, List<Body>> all = new HashMap<>();
            index().bodies().forEach(body -> graph().from(body)
                    .forEach(edge -> all.computeIfAbsent(edge.to(), b -> new ArrayList<>()).add(body)));
            callers = all;
        }
        return callers;
    }

    /** The steps that lead straight to a body, in the same thread. */
    List<Hop> stepsTo(Body body) {
        return callers().getOrDefault(body, List.of()).stream().distinct()
                .flatMap(caller -> graph().from(caller).stream().filter(edge -> edge.to().equals(body)).map(edge -> new Hop(caller, edge.at(), body, edge.isOnly())))
                .toList();
    }

    /** The places in a body at which it goes towards another one. */
    List<TreePath> callsToward(Body from, Body target) {
        Set<Body> leading = leadingTo(target);
        return graph().from(from).stream().filter(edge -> leading.contains(edge.to())).map(CallGraph.Edge::at).toList();
    }

    /** Whether some start reaches the body. */
    boolean isReachedByAny(Body body) {
        if (reachedByAny == null) {
            reachedByAny = new HashSet<>();
            starts().forEach(start -> reachedByAny.addAll(reachedBy(start).keySet()));
        }
        return reachedByAny.contains(body);
    }

    /** Whatever everybody comes through who comes from outside to a body, itself first; nothing if nobody outside comes there. */
    List<Body> gatesOf(Body body) {
        if (gates == null) {
            gates = new Gates<>(roots(), from -> graph().from(from).stream().map(CallGraph.Edge::to).toList());
        }
        return gates.of(body);
    }

    /** What somebody outside may call: methods that nothing here calls or starts. */
    private List<Body> roots() {
        if (roots == null) {
            roots = computeRoots();
        }
        return roots;
    }

    private List<Body> computeRoots() {
        Set<Body> called = new LinkedHashSet<>();
        index().bodies().forEach(body -> graph().from(body).forEach(edge -> {
            if (!edge.to().equals(body)) {
                called.add(edge.to());
            }
        }));
        return index().bodies().stream().filter(this::mayBeRoot).filter(body -> !called.contains(body) || isMainOrTest(body)).toList();
    }

    private boolean isRoot(Body body) {
        return mayBeRoot(body) && (isMainOrTest(body) || backwards().of(body).stream().allMatch(body::equals));
    }

    private boolean mayBeRoot(Body body) {
        return body.kind() == Body.Kind.METHOD && !body.member().getModifiers().contains(Modifier.PRIVATE) && !started().contains(body);
    }

    private Set<Body> started() {
        if (started == null) {
            started = starts().stream().map(ThreadStart::body).collect(Collectors.toSet());
        }
        return started;
    }

    private CallersBackwards backwards() {
        if (backwards == null) {
            backwards = new CallersBackwards(index(), library, graph());
        }
        return backwards;
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
            graph = new CallGraph(index(), library, values(), started());
        }
        return graph;
    }

    /** How a function that is passed to a library is run. */
    Optional<RunKind> givenAs(Body function) {
        return finder().givenAs(function);
    }

    Library library() {
        return library;
    }

    Program program() {
        return program;
    }

    /** The method, lambda or method reference in which a place stands; none in initialisers. */
    Optional<Body> bodyAround(TreePath place) {
        for (TreePath path = place; path != null; path = path.getParentPath()) {
            if (Body.kindOf(path.getLeaf()) != null) {
                return index().bodyOf(path.getLeaf());
            }
        }
        return Optional.empty();
    }
}
