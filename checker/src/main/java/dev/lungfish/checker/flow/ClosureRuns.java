package dev.lungfish.checker.flow;

import com.sun.source.tree.LambdaExpressionTree;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.OutEntry;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Lowers what a model says of the functions that it is given: run here, inside an open region, or later by somebody else. */
final class ClosureRuns {
    private final CallPlaces at;
    private final Calls.Call call;
    private final MethodModel model;
    private final Lowered out;
    private final World world;
    private final ElementTable elements;
    private boolean madeResult;

    ClosureRuns(CallPlaces at) {
        this.at = at;
        this.call = at.call();
        this.model = at.model();
        this.out = at.out();
        this.world = at.with().world();
        this.elements = at.with().elements();
    }

    /** Whether a function that was run said what the result of the call is. */
    boolean madeResult() {
        return madeResult;
    }

    void run(Place place, Effect.Runs runs) {
        Node argument = at.node(place);
        if (!(argument instanceof FunctionalInterfaceNode function)) {
            if (argument != null && runs.kind() == RunKind.TASK && world.isCollection(argument.getType()) && at.serialThread().isEmpty()) {
                at.with().translator().tasksInCommon().check(argument.getTree(), out);
            }
            if (argument != null && runs.kind() != RunKind.TASK && runs.kind() != RunKind.ORDERED && runs.kind() != RunKind.STORED
                    && world.isTracked(argument.getType())) {
                out.add(at.with().translator().use(argument, Access.UNKNOWN));
            }
            return;
        }
        Closure closure = at.with().closures().of(function);
        boolean parallel = runs.kind() == RunKind.PARALLEL || runs.kind() == RunKind.LOOP && at.with().waiting().isParallel(call.node());
        if (parallel) {
            ParallelRun run = new ParallelRun(world, elements, at.with().translator());
            run.check(closure, this::fedBy, at.with().waiting().countsRange(call.node()), out);
            run.checkGivenToAll(closure, givenToAll(function), out);
        } else if (runs.kind() == RunKind.ONCE || runs.kind() == RunKind.LOOP) {
            runHere(place, closure, runs.kind() == RunKind.LOOP);
        } else {
            runElsewhere(place, closure, at.element(place));
        }
    }

    private void runHere(Place place, Closure closure, boolean many) {
        Optional<RegionKey> within = model.all(Effect.Within.class).stream().filter(w -> w.functional().equals(place)).findFirst()
                .flatMap(w -> at.region(w.region())).map(Paths.Opened::key);
        Site site = at.site(RegionOp.NONE, "step.ran").at(closure.at(), RegionOp.NONE);
        within.ifPresent(key -> out.add(new RegionOp.Open(key, RegionKey.Mode.WRITE, site)));
        int[] parameters = parametersOf(place, closure, within.orElse(null));
        at.with().calls().runs().apply(closure.summary(), formal -> actualOf(closure, parameters, formal), formal -> false, null, site, out);
        if (many && closure.summary().moved().stream().anyMatch(formal -> isParameter(formal, closure)) && call.receiver() != null) {
            TasksInCommon tasks = at.with().translator().tasksInCommon();
            if (tasks.startsEach(closure.tree())) {
                tasks.check(call.receiver().getTree(), out);
            }
        }
        if (many) {
            closure.summary().moved().forEach(formal -> {
                if (closure.captured().containsKey(formal)) {
                    out.add(new RegionOp.Use(closure.captured().get(formal), Access.UNKNOWN, site.at(closure.at(), closure.captured().get(formal))));
                }
            });
        }
        yields(place, closure, parameters, within.orElse(null), site);
        within.ifPresent(key -> out.add(new RegionOp.Close(key, site)));
    }

    private int actualOf(Closure closure, int[] parameters, int formal) {
        if (formal >= 1 && formal <= closure.parameters()) {
            return parameters[formal - 1];
        }
        return closure.captured().getOrDefault(formal, RegionOp.NONE);
    }

    private int[] parametersOf(Place place, Closure closure, RegionKey within) {
        int[] parameters = new int[closure.parameters()];
        Arrays.fill(parameters, RegionOp.NONE);
        for (Effect.Feeds feed : model.all(Effect.Feeds.class)) {
            if (feed.functional().equals(place) && feed.parameter() < parameters.length) {
                parameters[feed.parameter()] = feed(feed, within, closure);
            }
        }
        for (int i = 0; within != null && i < parameters.length; i++) {
            if (parameters[i] == RegionOp.NONE) {
                parameters[i] = inside(within, i);
            }
        }
        return parameters;
    }

    private int feed(Effect.Feeds feed, RegionKey within, Closure closure) {
        if (within != null) {
            return inside(contentRegion(feed.source()).orElse(within), feed.parameter());
        }
        Node source = at.node(feed.source());
        if (source != null && new FrozenPromises(world).isFrozenFor(source.getType(), feed.parameter())) {
            int element = elements.slot("frozen:" + closure.at() + "#" + feed.parameter(), "the element");
            out.add(new RegionOp.Promised(element, at.site(element, "step.frozen.element")));
            return element;
        }
        return feed.source() instanceof Place.Fresh ? RegionOp.NONE : at.element(feed.source());
    }

    /** The content of a cown or region, entered for a body that runs while it is open. */
    private int inside(RegionKey key, int number) {
        int content = elements.slot("content:" + key + "#" + number, "the content of '" + key.shown() + "'");
        out.add(new RegionOp.Enter(content, key, RegionOp.NONE, elements.homeOf(key)));
        return content;
    }

    private Optional<RegionKey> contentRegion(Place source) {
        return source instanceof Place.Content content ? at.region(content.box()).map(Paths.Opened::key) : Optional.empty();
    }

    /** The parameters that get one and the same argument of the call in each run, not an element of it: the identity of a reduction. */
    private Map<Integer, Integer> givenToAll(FunctionalInterfaceNode function) {
        Map<Integer, Integer> given = new TreeMap<>();
        if (function.getTree() instanceof LambdaExpressionTree lambda) {
            for (Effect.Feeds feed : model.all(Effect.Feeds.class)) {
                Node source = feed.source() instanceof Place.Arg && feed.parameter() < lambda.getParameters().size() ? at.node(feed.source()) : null;
                if (source != null && world.isTracked(source.getType()) && world.program().types().isSubtype(world.program().types().erasure(source.getType()),
                        world.program().types().erasure(TreeUtils.elementFromDeclaration(lambda.getParameters().get(feed.parameter())).asType()))) {
                    given.put(feed.parameter() + 1, elements.of(source));
                }
            }
        }
        return given;
    }

    private List<Integer> fedBy(Integer parameter) {
        List<Integer> sources = new ArrayList<>();
        for (Effect.Feeds feed : model.all(Effect.Feeds.class)) {
            if (feed.parameter() == parameter && at.element(feed.source()) != RegionOp.NONE) {
                sources.add(at.element(feed.source()));
            }
        }
        return sources;
    }

    private void yields(Place place, Closure closure, int[] parameters, RegionKey within, Site site) {
        for (Effect.Yields yields : model.all(Effect.Yields.class)) {
            if (!yields.functional().equals(place)) {
                continue;
            }
            int target = at.element(yields.target());
            boolean intoResult = yields.target() instanceof Place.Result;
            if (intoResult && world.isTracked(call.resultType())) {
                madeResult = true;
                out.add(new RegionOp.Fresh(call.made(), closure.summary().result() == Summary.Result.SHARED ? Label.SHARED
                        : closure.summary().result() == Summary.Result.FROZEN ? Label.FROZEN : Label.FREE));
                target = call.made();
            }
            boolean owned = yields.target() instanceof Place.Content && world.kindOf(call.resultType()) != RegionKey.Kind.LOCK;
            for (int formal : closure.summary().resultOf()) {
                int source = actualOf(closure, parameters, formal);
                if (owned && source != RegionOp.NONE) {
                    out.add(new RegionOp.Move(source, OutEntry.Kind.MOVE, RegionOp.NONE, at.site(source, "step.moved").at(closure.at(), source)));
                } else if (source != RegionOp.NONE && target != RegionOp.NONE) {
                    if (within != null && intoResult && formal >= 1 && formal <= closure.parameters()) {
                        out.add(new RegionOp.Return(source, call.made(), false, site.at(closure.at(), source)));
                    } else {
                        out.add(new RegionOp.Merge(target, source, site.at(closure.at(), source)));
                    }
                }
            }
        }
    }

    /** A body that runs later: what it captured goes with it; what it returns arrives in a box. */
    private void runElsewhere(Place place, Closure closure, int value) {
        runInside(place, closure);
        boolean leaves = model.effects().stream().anyMatch(e -> e instanceof Effect.Move m && m.what().equals(place)
                || e instanceof Effect.Lend l && l.what().equals(place) || e instanceof Effect.Merge g && g.value().equals(place));
        if (!leaves) {
            Site site = at.site(value, "step.moved");
            at.with().translator().values().takes(site, at.node(place));
            out.add(new RegionOp.Use(value, Access.UNKNOWN, site.at(closure.at(), value)));
            out.add(new RegionOp.Move(value, OutEntry.Kind.MOVE, RegionOp.NONE, site));
        }
        for (Summary.Requirement need : closure.summary().required()) {
            out.add(new RegionOp.Report("region.not.open", "region.not.open.later", List.of(need.name(), need.region().shown()), Certainty.WITNESSED,
                    at.site(value, "step.used").at(need.at(), value)));
        }
        for (Effect.Yields yields : model.all(Effect.Yields.class)) {
            if (yields.functional().equals(place) && yields.target() instanceof Place.Content) {
                madeResult |= ((Place.Content) yields.target()).box() instanceof Place.Result;
                yieldLater(closure, at.element(yields.target()), value);
            }
        }
    }

    /** A behaviour: its parameters are the contents of cowns, each a region of its own that is open while the body runs. */
    private void runInside(Place place, Closure closure) {
        if (model.all(Effect.Within.class).stream().noneMatch(w -> w.functional().equals(place))) {
            return;
        }
        Site site = at.site(RegionOp.NONE, "step.ran").at(closure.at(), RegionOp.NONE);
        List<RegionKey> keys = new ArrayList<>();
        int[] parameters = new int[closure.parameters()];
        for (int i = 0; i < parameters.length; i++) {
            RegionKey key = behaviourRegion(i);
            keys.add(key);
            out.add(new RegionOp.Open(key, RegionKey.Mode.WRITE, site));
            parameters[i] = inside(key, i);
        }
        for (Summary.Pair pair : closure.summary().pairs()) {
            if (isParameter(pair.holder(), closure) && isParameter(pair.value(), closure)) {
                Site at = site.at(pair.at().isKnown() ? pair.at() : closure.at(), parameters[pair.value() - 1]);
                out.add(new RegionOp.Merge(parameters[pair.holder() - 1], parameters[pair.value() - 1], at));
            }
        }
        for (int formal : closure.summary().resultOf()) {
            if (isParameter(formal, closure) && model.all(Effect.Yields.class).stream().anyMatch(y -> y.functional().equals(place))) {
                out.add(new RegionOp.Return(parameters[formal - 1], call.made(), false, site.at(closure.at(), parameters[formal - 1])));
                out.add(new RegionOp.Fresh(call.made(), Label.FREE));
            }
        }
        for (int formal : closure.summary().moved()) {
            if (isParameter(formal, closure)) {
                int content = parameters[formal - 1];
                out.add(new RegionOp.Move(content, OutEntry.Kind.MOVE, RegionOp.NONE, site.at(closure.at(), content)));
            }
        }
        keys.forEach(key -> out.add(new RegionOp.Close(key, site)));
    }

    private boolean isParameter(int formal, Closure closure) {
        return formal >= 1 && formal <= closure.parameters();
    }

    private RegionKey behaviourRegion(int number) {
        Node cowns = call.receiver();
        while (cowns instanceof MethodInvocationNode chained && chained.getArguments().size() == 1 && !chained.getTarget().isStatic()) {
            cowns = chained.getTarget().getReceiver();
        }
        if (cowns instanceof MethodInvocationNode when && number < when.getArguments().size()) {
            Optional<RegionKey> known = at.with().paths().of(when.getArgument(number).getTree());
            if (known.isPresent()) {
                return known.get();
            }
        }
        Optional<RegionKey> own = at.region(Place.THIS).map(Paths.Opened::key).filter(key -> key.kind() == RegionKey.Kind.COWN);
        return own.orElseGet(() -> new RegionKey(RegionKey.Kind.COWN, "var:cown " + (number + 1) + "@" + elements.of(call.receiver()), List.of()));
    }

    private void yieldLater(Closure closure, int box, int value) {
        if (box == RegionOp.NONE) {
            return;
        }
        if (box == call.made()) {
            if (!world.isTracked(call.resultType()) || call.isCreation()) {
                return;
            }
            out.add(new RegionOp.Fresh(box, closure.summary().result() == Summary.Result.SHARED ? Label.SHARED
                    : closure.summary().result() == Summary.Result.FROZEN ? Label.FROZEN : Label.FREE));
        }
        boolean captured = closure.summary().resultOf().stream().anyMatch(closure.captured()::containsKey);
        boolean passedOn = closure.summary().resultOf().stream().anyMatch(f -> f >= 1 && f <= closure.parameters());
        if (captured) {
            out.add(new RegionOp.Merge(box, value, at.site(value, "step.connected")));
        } else if (passedOn && closure.summary().result() == Summary.Result.SAME) {
            return;
        }
    }
}
