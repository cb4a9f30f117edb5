package dev.lungfish.checker.threads;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.model.Triggers;
import dev.lungfish.checker.threads.FunctionValues.Value;
import dev.lungfish.checker.threads.Library.Given;
import dev.lungfish.checker.threads.ThreadStart.Manner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds all starts of threads and tasks of a program. Confined to the compiler's thread. */
final class ThreadStarts {
    private final CodeIndex index;
    private final Library library;
    private final FunctionValues values;
    private final Map<Body, List<Site>> sites = new LinkedHashMap<>();
    /** How functions that are given to a library are run, by function. */
    private final Map<Body, RunKind> given = new HashMap<>();
    private final Map<Body, Boolean> repeats = new HashMap<>();
    /** Calls that start nothing and are given functions: asked only if somebody wants to know how a function is run. */
    private final List<Call> harmless = new ArrayList<>();
    private List<ThreadStart> all;

    /** One place that starts a body; {@code begins} is false where a thread is only made. */
    private record Site(TreePath path, Body from, Manner manner, String thread, boolean inLoop, boolean begins) {
    }

    ThreadStarts(CodeIndex index, Library library, FunctionValues values) {
        this.index = index;
        this.library = library;
        this.values = values;
    }

    /** One start for each body that is started, in source order of the first site. */
    List<ThreadStart> find() {
        if (all == null) {
            all = computeAll();
        }
        return all;
    }

    private List<ThreadStart> computeAll() {
        for (Body body : index.bodies()) {
            index.callsIn(body).forEach(this::call);
            entry(body);
        }
        List<ThreadStart> starts = new ArrayList<>();
        sites.forEach((body, found) -> starts.add(startOf(body, found)));
        return starts;
    }

    private ThreadStart startOf(Body body, List<Site> found) {
        List<Site> begins = found.stream().filter(Site::begins).toList();
        List<Site> counted = begins.isEmpty() ? found : begins;
        Site first = counted.stream().filter(site -> site.manner() != Manner.CONFINED).findFirst().orElse(counted.get(0));
        boolean many = first.manner() != Manner.CONFINED && (counted.size() > 1
                || found.stream().anyMatch(site -> site.manner() == Manner.PARALLEL || site.inLoop() || repeats(site.from())));
        return new ThreadStart(body, first.path(), first.manner(), first.thread(), many);
    }

    private void call(Call call) {
        if (isPromising(call)) {
            given(call);
        } else if (call.callee().getKind() != ElementKind.CONSTRUCTOR && isGivenFunctions(call)) {
            harmless.add(call);
        }
    }

    private void given(Call call) {
        Optional<MethodModel> model = library.modelOf(call);
        if (model.isEmpty()) {
            return;
        }
        for (Given function : library.functionsOf(call, model.get())) {
            boolean begins = call.callee().getKind() != ElementKind.CONSTRUCTOR;
            for (Value value : values.of(function.argument(), function.what())) {
                given.merge(value.body(), function.kind(), (a, b) -> a.compareTo(b) > 0 ? a : b);
                mannerOf(function.kind()).ifPresent(manner -> start(value, call, manner, function.thread(), begins));
            }
        }
        if (model.get().all(Effect.Runs.class).isEmpty()) {
            if (Library.startsReceiver(model.get())) {
                started(call);
            }
            for (TreePath argument : Library.startedArguments(call, model.get())) {
                library.elementOf(index.trees().getTypeMirror(argument)).filter(this::isTaskClass)
                        .ifPresent(type -> values.of(argument, type).forEach(value -> start(value, call, Manner.TASK, "", true)));
            }
        }
    }

    /** Whether the call, or one in the chain of calls before it, has a name that starts something. */
    private boolean isPromising(Call call) {
        if (call.callee().getKind() == ElementKind.CONSTRUCTOR) {
            return !call.callee().getParameters().isEmpty() && !index.isSource((TypeElement) call.callee().getEnclosingElement());
        }
        return library.isTriggerName(call.callee().getSimpleName())
                || isGivenFunctions(call) && (library.isAfterTrigger(call) || isOfStartingClass(call));
    }

    /** Whether a row about all methods of its class says so, which no name tells. */
    private boolean isOfStartingClass(Call call) {
        return library.modelOf(call).filter(Triggers::isTrigger).isPresent();
    }

    private static boolean isGivenFunctions(Call call) {
        return call.argumentTrees().stream().anyMatch(a -> a instanceof LambdaExpressionTree || a instanceof MemberReferenceTree);
    }

    /** How the function is run by a library that it is given to, or null. */
    private RunKind kindOf(Body function) {
        List<Call> open = List.copyOf(harmless);
        harmless.clear();
        open.forEach(this::given);
        return given.get(function);
    }

    private void started(Call call) {
        TypeElement type = library.receiverType(call);
        List<Value> started = call.receiver().isPresent() ? values.of(call.receiver().get(), type)
                : values.implementations(type, type).stream().flatMap(m -> index.bodyOf(m).stream())
                        .map(body -> new Value(body, call.path(), false)).toList();
        started.forEach(value -> start(value, call, Manner.TASK, "", true));
    }

    /** Threads, timer tasks and fork-join tasks: classes whose methods a library calls from another thread. */
    private boolean isTaskClass(TypeElement type) {
        return !type.getKind().isInterface() && index.program().elements().getAllMembers(type).stream()
                .filter(ExecutableElement.class::isInstance).map(ExecutableElement.class::cast)
                .anyMatch(m -> m.getParameters().isEmpty() && library.entryModel(m).filter(model -> model.has(Effect.Entry.class)).isPresent());
    }

    private static Optional<Manner> mannerOf(RunKind kind) {
        return switch (kind) {
            case TASK -> Optional.of(Manner.TASK);
            case ORDERED -> Optional.of(Manner.ORDERED);
            case PARALLEL -> Optional.of(Manner.PARALLEL);
            case CONFINED -> Optional.of(Manner.CONFINED);
            case ONCE, LOOP, STORED -> Optional.empty();
        };
    }

    private void start(Value value, Call call, Manner manner, String thread, boolean begins) {
        boolean inLoop = value.inLoop() || Shapes.isInLoop(call.path(), call.from());
        sites.computeIfAbsent(value.body(), b -> new ArrayList<>())
                .add(new Site(call.path(), call.from(), manner, thread, inLoop, begins));
    }

    /** Methods that a library calls from a thread of its own choice. */
    private void entry(Body body) {
        if (body.kind() != Body.Kind.METHOD || !(body.member() instanceof ExecutableElement method)) {
            return;
        }
        library.entryModel(method).ifPresent(model -> {
            model.first(Effect.OnlyOn.class).ifPresent(only -> entered(body, Manner.CONFINED, only.thread()));
            model.first(Effect.OffThread.class).ifPresent(off -> entered(body, Manner.TASK, ""));
            model.first(Effect.Entry.class).filter(entry -> entry.kind() == RunKind.PARALLEL || entry.kind() == RunKind.ORDERED)
                    .ifPresent(entry -> entered(body, entry.kind() == RunKind.PARALLEL ? Manner.PARALLEL : Manner.ORDERED, ""));
        });
    }

    private void entered(Body body, Manner manner, String thread) {
        sites.computeIfAbsent(body, b -> new ArrayList<>()).add(new Site(body.path(), body, manner, thread, false, true));
    }

    /** How a function that is given to a library is run; empty for all other code. */
    Optional<RunKind> givenAs(Body body) {
        find();
        return Optional.ofNullable(kindOf(body));
    }

    /** Whether a body may run more than once: from a loop, from several places, again by itself, or as a handler. */
    private boolean repeats(Body body) {
        Boolean known = repeats.get(body);
        if (known != null) {
            return known;
        }
        repeats.put(body, true);
        boolean answer = computeRepeats(body);
        repeats.put(body, answer);
        return answer;
    }

    private boolean computeRepeats(Body body) {
        if (sites.getOrDefault(body, List.of()).stream().anyMatch(s -> s.manner() == Manner.PARALLEL || s.manner() == Manner.ORDERED || s.inLoop())) {
            return true;
        }
        if (sites.getOrDefault(body, List.of()).stream().anyMatch(site -> site.path().getLeaf() != body.path().getLeaf() && repeats(site.from()))) {
            return true;
        }
        if (body.kind() == Body.Kind.METHOD && body.member() instanceof ExecutableElement method) {
            List<Call> calls = index.callsOf(method);
            return calls.size() > 1 || calls.stream().anyMatch(call -> Shapes.isInLoop(call.path(), call.from()) || repeats(call.from()));
        }
        RunKind kind = kindOf(body);
        if (kind == RunKind.LOOP || kind == RunKind.PARALLEL || kind == RunKind.STORED || kind == RunKind.CONFINED && isListener(body)) {
            return true;
        }
        return index.around(body).filter(this::repeats).isPresent();
    }

    /** A listener runs at each event; other code for a named thread runs once. */
    private boolean isListener(Body body) {
        return library.elementOf(index.trees().getTypeMirror(body.path()))
                .filter(type -> type.getSimpleName().toString().endsWith("Listener")).isPresent();
    }
}
