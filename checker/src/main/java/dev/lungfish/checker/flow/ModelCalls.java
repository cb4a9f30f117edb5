package dev.lungfish.checker.flow;

import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.Guard;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.model.RunKind;
import dev.lungfish.checker.model.UseMode;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.OutEntry;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/** Lowers calls of methods that a library model describes: one step for each effect of its row, in order. */
final class ModelCalls {
    private final World world;
    private final ElementTable elements;
    private final Paths paths;
    private final Translator translator;
    private final Closures closures;
    private final Calls calls;
    private final Waiting waiting;
    private final SharedContainers sharing;

    ModelCalls(World world, ElementTable elements, Paths paths, Translator translator, Closures closures, Calls calls) {
        this.world = world;
        this.elements = elements;
        this.paths = paths;
        this.translator = translator;
        this.closures = closures;
        this.calls = calls;
        this.waiting = new Waiting(world);
        this.sharing = new SharedContainers(world, closures);
    }

    void lower(Calls.Call call, TypeElement receiver, MethodModel model, Lowered out) {
        new Row(call, model, out).lower();
    }

    /** One call while it is lowered. */
    private final class Row {
        private final Calls.Call call;
        private final MethodModel model;
        private final Lowered out;
        private final Map<Integer, List<Place>> feeds = new HashMap<>();
        private boolean resultKnown;

        Row(Calls.Call call, MethodModel model, Lowered out) {
            this.call = call;
            this.model = model;
            this.out = out;
        }

        void lower() {
            uses();
            if (call.made() >= RegionOp.FIRST_TEMPORARY && model.has(Effect.Move.class) && isConditional()) {
                out.add(new RegionOp.Fact(condition(), null));
            }
            for (Effect effect : model.effects()) {
                transfer(effect);
            }
            for (Effect effect : model.effects()) {
                if (effect instanceof Effect.Runs runs) {
                    placesOf(runs.functional()).forEach(place -> run(place, runs));
                }
            }
            result();
            for (Effect effect : model.effects()) {
                afterwards(effect);
            }
        }

        private boolean isConditional() {
            return model.all(Effect.Move.class).stream().anyMatch(m -> m.when() == Guard.IF_TRUE);
        }

        private int condition() {
            return waiting.conditionVariable(call.node(), elements).orElse(call.made());
        }

        private void uses() {
            if (call.receiver() != null) {
                use(call.receiver(), Place.THIS);
            }
            for (int i = 0; i < call.arguments().size(); i++) {
                if (!(call.arguments().get(i) instanceof FunctionalInterfaceNode)) {
                    use(call.arguments().get(i), Place.arg(i));
                }
            }
        }

        private void use(Node node, Place place) {
            boolean leaves = model.effects().stream().anyMatch(e -> e instanceof Effect.Move m && m.what().equals(place)
                    || e instanceof Effect.Lend l && l.what().equals(place));
            UseMode mode = model.useOf(place);
            Access access = switch (mode) {
                case NONE -> Access.NONE;
                case IDENTITY -> Access.IDENTITY;
                case READ -> Access.READ;
                case WRITE -> Access.WRITE;
            };
            if (!leaves && access != Access.NONE) {
                out.add(translator.use(node, access));
            }
        }

        private void transfer(Effect effect) {
            if (effect instanceof Effect.Move move) {
                move(move);
            } else if (effect instanceof Effect.Stage stage) {
                int box = element(stage.box());
                out.add(new RegionOp.Move(box, OutEntry.Kind.STAGE, RegionOp.NONE, site(box, "step.staged")));
            } else if (effect instanceof Effect.Freezes freezes) {
                freeze(freezes);
            } else if (effect instanceof Effect.Closes closes) {
                region(closes.region()).ifPresent(opened -> out.add(new RegionOp.Close(opened.key(), site(RegionOp.NONE, "step.closed"))));
            } else if (effect instanceof Effect.Reopens reopens && isMonitor(call.receiver())) {
                region(reopens.region()).ifPresent(opened -> out.add(new RegionOp.RequireOpen(opened.key(), RegionKey.Mode.READ, RegionOp.NONE,
                        site(element(reopens.region()), "step.used"))));
            } else if (effect instanceof Effect.Merge merge && !isResult(merge.holder())) {
                placesOf(merge.holder()).forEach(holder -> placesOf(merge.value()).forEach(value -> merge(holder, value)));
            } else if (effect instanceof Effect.Fill fill) {
                if (elementsTracked(fill.source())) {
                    merge(fill.holder(), fill.source());
                }
            } else if (effect instanceof Effect.Publishes publishes) {
                out.add(new RegionOp.Publish(element(publishes.place()), site(element(publishes.place()), "step.published")));
            } else if (effect instanceof Effect.Nests nests) {
                int child = element(nests.child());
                out.add(new RegionOp.Nest(child, element(nests.parent()), site(child, "step.nested")));
                if (model.all(Effect.Move.class).stream().noneMatch(m -> m.what().equals(nests.child()))) {
                    out.add(new RegionOp.Move(child, OutEntry.Kind.MOVE, RegionOp.NONE, site(child, "step.nested")));
                }
            } else if (effect instanceof Effect.Inside inside) {
                region(inside.handle()).ifPresent(opened -> out.add(new RegionOp.RequireOpen(opened.key(), RegionKey.Mode.READ, RegionOp.NONE,
                        site(element(inside.handle()), "step.used"))));
            }
        }

        private void move(Effect.Move move) {
            for (Place place : placesOf(move.what())) {
                Node argument = node(place);
                int element = element(place);
                if (element == RegionOp.NONE || !movesSomething(place, argument)) {
                    continue;
                }
                SharedContainers.Sight sight = model.has(Effect.Shared.class) ? sharing.of(call.receiver()) : SharedContainers.Sight.SHARED;
                if (sight == SharedContainers.Sight.LOCAL) {
                    continue;
                }
                Site site = sight == SharedContainers.Sight.SHARED ? site(element, "step.moved") : site(element, "step.moved").tentative();
                if (argument != null) {
                    calls.handleMustBeClosed(argument, site, out);
                    out.add(new RegionOp.Use(element, Access.UNKNOWN, Translator.at(site, translator.pointOf(argument.getTree()), element)));
                }
                RegionOp op = leaving(argument, element, move.when() == Guard.IF_TRUE ? condition() : RegionOp.NONE, site);
                out.keptOn(op, move.keptOn());
                if (move.when() == Guard.IF_TRUE) {
                    out.ifTrue(new RegionOp.Fact(condition(), true));
                    out.ifFalse(new RegionOp.Fact(condition(), false));
                }
            }
        }

        /** How something leaves for good: as an element of the collection that is walked, until a latch is down, or simply moved. */
        private RegionOp leaving(Node argument, int element, int condition, Site site) {
            Set<String> latches = latchesOf(argument);
            if (!latches.isEmpty()) {
                return new RegionOp.Lend(element, RegionOp.NONE, latches, readsOnly(argument), site);
            }
            Optional<Integer> walked = waiting.walkedCollection(argument, elements);
            if (walked.isPresent()) {
                return new RegionOp.MoveElement(element, walked.get(), RegionOp.NONE, Set.of(), site);
            }
            return new RegionOp.Move(element, OutEntry.Kind.MOVE, condition, site);
        }

        private boolean movesSomething(Place place, Node argument) {
            if (place instanceof Place.Elements) {
                return elementsTracked(place);
            }
            return argument == null || argument instanceof FunctionalInterfaceNode
                    || world.isTracked(argument.getType()) && !world.verdicts().isBox(argument.getType());
        }

        private Set<String> latchesOf(Node argument) {
            if (argument instanceof FunctionalInterfaceNode function) {
                return closures.of(function).latches();
            }
            return argument == null ? Set.of() : closures.latchesOfTask(waiting.initializerOf(argument));
        }

        private boolean readsOnly(Node argument) {
            return argument instanceof FunctionalInterfaceNode function && closures.of(function).onlyReads();
        }

        private void lend(Effect.Lend lend) {
            for (Place place : placesOf(lend.what())) {
                Node argument = node(place);
                int element = element(place);
                if (element == RegionOp.NONE) {
                    continue;
                }
                Site site = site(element, "step.lent");
                if (argument != null && !(place instanceof Place.This)) {
                    Access access = readsOnly(argument) ? Access.READ : Access.UNKNOWN;
                    out.add(new RegionOp.Use(element, access, Translator.at(site, translator.pointOf(argument.getTree()), element)));
                }
                Set<String> groups = new TreeSet<>(latchesOf(place instanceof Place.This ? call.receiver() : argument));
                int handle = RegionOp.NONE;
                for (Place by : lend.handles()) {
                    if (handle == RegionOp.NONE && element(by) != RegionOp.NONE) {
                        handle = element(by);
                    }
                    group(by).ifPresent(groups::add);
                }
                Optional<Integer> walked = waiting.walkedCollection(argument, elements);
                RegionOp op = walked.isPresent() && !readsOnly(argument) ? new RegionOp.MoveElement(element, walked.get(), handle, groups, site)
                        : new RegionOp.Lend(element, handle, groups, readsOnly(argument), site);
                out.keptOn(op, lend.keptOn());
            }
        }

        private Optional<String> group(Place place) {
            Node node = place instanceof Place.Result ? null : node(place);
            return paths.opened(node).map(opened -> "all:" + opened.key());
        }

        private void freeze(Effect.Freezes freezes) {
            int element = element(freezes.place());
            Node argument = node(freezes.place());
            TypeMirror frozen = argument == null ? null : frozenType(argument.getType());
            String blocker = frozen == null || world.isFrozenUse(frozen) ? "" : world.verdicts().neverFreezable(frozen).orElse("");
            if (!blocker.isEmpty() && !world.isTracked(frozen)) {
                out.add(new RegionOp.Report("freeze.unfreezable", "freeze.unfreezable", List.of(elements.nameOf(element), blocker), Certainty.WITNESSED,
                        site(element, "step.frozen")));
                return;
            }
            out.add(new RegionOp.Freeze(element, blocker, site(element, "step.frozen")));
        }

        /** What is frozen: the object itself, or what the handle of a region holds. */
        private TypeMirror frozenType(TypeMirror type) {
            if (world.kindOf(type) == RegionKey.Kind.REGION && type instanceof DeclaredType handle) {
                return handle.getTypeArguments().size() == 1 ? handle.getTypeArguments().get(0) : null;
            }
            return type;
        }

        private void run(Place place, Effect.Runs runs) {
            Node argument = node(place);
            if (!(argument instanceof FunctionalInterfaceNode function)) {
                if (argument != null && runs.kind() != RunKind.TASK && runs.kind() != RunKind.ORDERED && runs.kind() != RunKind.STORED
                        && world.isTracked(argument.getType())) {
                    out.add(translator.use(argument, Access.UNKNOWN));
                }
                return;
            }
            Closure closure = closures.of(function);
            boolean parallel = runs.kind() == RunKind.PARALLEL || runs.kind() == RunKind.LOOP && waiting.isParallel(call.node());
            if (parallel) {
                new ParallelRun(world, elements, translator).check(closure, this::fedBy, out);
            } else if (runs.kind() == RunKind.ONCE || runs.kind() == RunKind.LOOP) {
                runHere(place, closure, runs.kind() == RunKind.LOOP);
            } else {
                runElsewhere(place, closure, element(place));
            }
        }

        private void runHere(Place place, Closure closure, boolean many) {
            Optional<RegionKey> within = model.all(Effect.Within.class).stream().filter(w -> w.functional().equals(place)).findFirst()
                    .flatMap(w -> region(w.region())).map(Paths.Opened::key);
            Site site = Translator.at(site(RegionOp.NONE, "step.ran"), closure.at(), RegionOp.NONE);
            within.ifPresent(key -> out.add(new RegionOp.Open(key, RegionKey.Mode.WRITE, site)));
            int[] parameters = parametersOf(place, closure, within.orElse(null));
            calls.apply(closure.summary(), formal -> actualOf(closure, parameters, formal), formal -> false, null, site, out);
            if (many) {
                closure.summary().moved().forEach(formal -> {
                    if (closure.captured().containsKey(formal)) {
                        out.add(new RegionOp.Use(closure.captured().get(formal), Access.UNKNOWN, Translator.at(site, closure.at(), closure.captured().get(formal))));
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
            java.util.Arrays.fill(parameters, RegionOp.NONE);
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
            return feed.source() instanceof Place.Fresh ? RegionOp.NONE : element(feed.source());
        }

        /** The content of a cown or region, entered for a body that runs while it is open. */
        private int inside(RegionKey key, int number) {
            int content = elements.slot("content:" + key + "#" + number, key.shown());
            out.add(new RegionOp.Enter(content, key, RegionOp.NONE));
            return content;
        }

        private Optional<RegionKey> contentRegion(Place source) {
            return source instanceof Place.Content content ? region(content.box()).map(Paths.Opened::key) : Optional.empty();
        }

        private List<Integer> fedBy(Integer parameter) {
            List<Integer> sources = new ArrayList<>();
            for (Effect.Feeds feed : model.all(Effect.Feeds.class)) {
                if (feed.parameter() == parameter && element(feed.source()) != RegionOp.NONE) {
                    sources.add(element(feed.source()));
                }
            }
            return sources;
        }

        private void yields(Place place, Closure closure, int[] parameters, RegionKey within, Site site) {
            for (Effect.Yields yields : model.all(Effect.Yields.class)) {
                if (!yields.functional().equals(place)) {
                    continue;
                }
                int target = element(yields.target());
                boolean intoResult = yields.target() instanceof Place.Result;
                if (intoResult && world.isTracked(call.resultType())) {
                    resultKnown = true;
                    out.add(new RegionOp.Fresh(call.made(), closure.summary().result() == Summary.Result.SHARED ? Label.SHARED
                            : closure.summary().result() == Summary.Result.FROZEN ? Label.FROZEN : Label.FREE));
                    target = call.made();
                }
                boolean owned = yields.target() instanceof Place.Content && world.kindOf(call.resultType()) != RegionKey.Kind.LOCK;
                for (int formal : closure.summary().resultOf()) {
                    int source = actualOf(closure, parameters, formal);
                    if (owned && source != RegionOp.NONE) {
                        out.add(new RegionOp.Move(source, OutEntry.Kind.MOVE, RegionOp.NONE, Translator.at(site(source, "step.moved"), closure.at(), source)));
                    } else if (source != RegionOp.NONE && target != RegionOp.NONE) {
                        if (within != null && intoResult && formal >= 1 && formal <= closure.parameters()) {
                            out.add(new RegionOp.Return(source, call.made(), false, Translator.at(site, closure.at(), source)));
                        } else {
                            out.add(new RegionOp.Merge(target, source, Translator.at(site, closure.at(), source)));
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
                Site site = site(value, "step.moved");
                out.add(new RegionOp.Use(value, Access.UNKNOWN, Translator.at(site, closure.at(), value)));
                out.add(new RegionOp.Move(value, OutEntry.Kind.MOVE, RegionOp.NONE, site));
            }
            for (Summary.Requirement need : closure.summary().required()) {
                out.add(new RegionOp.Report("region.not.open", "region.not.open.later", List.of(need.name(), need.region().shown()), Certainty.WITNESSED,
                        Translator.at(site(value, "step.used"), need.at(), value)));
            }
            for (Effect.Yields yields : model.all(Effect.Yields.class)) {
                if (yields.functional().equals(place) && yields.target() instanceof Place.Content) {
                    resultKnown |= ((Place.Content) yields.target()).box() instanceof Place.Result;
                    yieldLater(closure, element(yields.target()), value);
                }
            }
        }

        /** A behaviour: its parameters are the contents of cowns, each a region of its own that is open while the body runs. */
        private void runInside(Place place, Closure closure) {
            if (model.all(Effect.Within.class).stream().noneMatch(w -> w.functional().equals(place))) {
                return;
            }
            Site site = Translator.at(site(RegionOp.NONE, "step.ran"), closure.at(), RegionOp.NONE);
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
                    Site at = Translator.at(site, pair.at().isKnown() ? pair.at() : closure.at(), parameters[pair.value() - 1]);
                    out.add(new RegionOp.Merge(parameters[pair.holder() - 1], parameters[pair.value() - 1], at));
                }
            }
            for (int formal : closure.summary().resultOf()) {
                if (isParameter(formal, closure) && model.all(Effect.Yields.class).stream().anyMatch(y -> y.functional().equals(place))) {
                    out.add(new RegionOp.Return(parameters[formal - 1], call.made(), false, Translator.at(site, closure.at(), parameters[formal - 1])));
                    out.add(new RegionOp.Fresh(call.made(), Label.FREE));
                }
            }
            for (int formal : closure.summary().moved()) {
                if (isParameter(formal, closure)) {
                    int content = parameters[formal - 1];
                    out.add(new RegionOp.Move(content, OutEntry.Kind.MOVE, RegionOp.NONE, Translator.at(site, closure.at(), content)));
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
                Optional<RegionKey> known = paths.of(when.getArgument(number).getTree());
                if (known.isPresent()) {
                    return known.get();
                }
            }
            return new RegionKey(RegionKey.Kind.COWN, "var:cown@" + elements.of(call.receiver()), List.of("#" + number));
        }

        private void yieldLater(Closure closure, int box, int value) {
            if (box == RegionOp.NONE) {
                return;
            }
            if (box == call.made()) {
                if (!world.isTracked(call.resultType())) {
                    return;
                }
                out.add(new RegionOp.Fresh(box, closure.summary().result() == Summary.Result.SHARED ? Label.SHARED
                        : closure.summary().result() == Summary.Result.FROZEN ? Label.FROZEN : Label.FREE));
            }
            boolean captured = closure.summary().resultOf().stream().anyMatch(closure.captured()::containsKey);
            boolean passedOn = closure.summary().resultOf().stream().anyMatch(f -> f >= 1 && f <= closure.parameters());
            if (captured) {
                out.add(new RegionOp.Merge(box, value, site(value, "step.connected")));
            } else if (passedOn && closure.summary().result() == Summary.Result.SAME) {
                return;
            }
        }

        private void result() {
            if (call.isCreation() || resultKnown || call.made() < RegionOp.FIRST_TEMPORARY || !world.isTracked(call.resultType())) {
                return;
            }
            int made = call.made();
            if (protectsItself()) {
                return;
            }
            boolean known = false;
            for (Effect effect : model.effects()) {
                if (!known) {
                    known = resultFrom(effect, made);
                } else if (effect instanceof Effect.Same same) {
                    placesOf(same.place()).forEach(also -> merge(Place.RESULT, also));
                }
            }
            if (known) {
                return;
            }
            if (call.receiver() != null) {
                out.add(new RegionOp.Assign(made, elements.of(call.receiver())));
                return;
            }
            out.add(new RegionOp.Fresh(made, Label.FREE));
            for (Node argument : call.arguments()) {
                merge(made, elements.of(argument));
            }
        }

        /** A shell that synchronizes every access, over a container that nobody else has: nothing to track. */
        private boolean protectsItself() {
            return (model.has(Effect.Guarded.class) || model.has(Effect.Wraps.class)) && call.node() instanceof MethodInvocationNode shell
                    && shell.getTreePath() != null && world.verdicts().isShareableValue(shell.getTreePath());
        }

        private boolean resultFrom(Effect effect, int made) {
            if (effect instanceof Effect.Freezes) {
                out.add(new RegionOp.Fresh(made, Label.FROZEN));
            } else if (effect instanceof Effect.Nests nests) {
                out.add(new RegionOp.Assign(made, element(nests.parent())));
            } else if (effect instanceof Effect.Fresh || effect instanceof Effect.Take || effect instanceof Effect.Acquires) {
                out.add(new RegionOp.Fresh(made, Label.FREE));
            } else if (effect instanceof Effect.Frozen) {
                out.add(new RegionOp.Fresh(made, Label.FROZEN));
            } else if (effect instanceof Effect.Global || effect instanceof Effect.ThreadState) {
                out.add(new RegionOp.Fresh(made, Label.SHARED));
            } else if (effect instanceof Effect.Peek) {
                peek(made);
            } else if (effect instanceof Effect.Inside inside) {
                region(inside.handle()).ifPresentOrElse(opened -> out.add(new RegionOp.Enter(made, opened.key(), RegionOp.NONE)),
                        () -> out.add(new RegionOp.Fresh(made, Label.SHARED)));
            } else if (effect instanceof Effect.FrozenCopy copy) {
                copied(copy.place(), made, Label.FROZEN);
            } else if (effect instanceof Effect.Copy copy) {
                copied(copy.place(), made, Label.FREE);
            } else if (effect instanceof Effect.Same same) {
                joined(same.place(), made);
            } else if (effect instanceof Effect.View view) {
                joined(view.place(), made);
            } else if (effect instanceof Effect.Guarded guarded) {
                joined(guarded.place(), made);
            } else if (effect instanceof Effect.Wraps wraps) {
                joined(wraps.place(), made);
            } else if (effect instanceof Effect.Content content) {
                joined(content.box(), made);
            } else if (effect instanceof Effect.LockView || effect instanceof Effect.WaitsAll) {
                return false;
            } else {
                return false;
            }
            return true;
        }

        /** A second name for something that others can take out at any time. */
        private void peek(int made) {
            if (call.receiver() != null && hasIsolatedElements(call.receiver().getType())) {
                out.add(new RegionOp.Report("isolated.aliased", "isolated.aliased.peeked", List.of(Naming.operation(call.tree())), Certainty.WITNESSED,
                        site(made, "step.used")));
                out.add(new RegionOp.Fresh(made, Label.FREE));
            } else {
                out.add(new RegionOp.Fresh(made, Label.SHARED));
            }
        }

        private void copied(Place place, int made, Label label) {
            out.add(new RegionOp.Fresh(made, label));
            if (elementsTrackedIn(call.resultType())) {
                out.add(new RegionOp.Fresh(made, Label.FREE));
                placesOf(place).forEach(source -> merge(made, element(source)));
            }
        }

        private void joined(Place place, int made) {
            List<Place> sources = placesOf(place);
            if (sources.size() == 1 && element(sources.get(0)) != RegionOp.NONE) {
                Node source = node(sources.get(0));
                if (source != null && !world.isTracked(source.getType())) {
                    out.add(new RegionOp.Fresh(made, Label.FREE));
                } else {
                    out.add(new RegionOp.Assign(made, element(sources.get(0))));
                }
                return;
            }
            out.add(new RegionOp.Fresh(made, Label.FREE));
            sources.forEach(source -> merge(made, element(source)));
        }

        private void afterwards(Effect effect) {
            if (effect instanceof Effect.Lend lend) {
                lend(lend);
            } else if (effect instanceof Effect.Boxes boxes) {
                merge(call.made(), element(boxes.value()));
            } else if (effect instanceof Effect.Opens opens) {
                opens(opens);
            } else if (effect instanceof Effect.Acquires acquires) {
                region(acquires.region()).ifPresent(opened -> out.add(new RegionOp.Open(opened.key(), RegionKey.Mode.WRITE, site(RegionOp.NONE, "step.opened"))));
            } else if (effect instanceof Effect.Await await) {
                await(await.handle(), await.when(), await.alsoOn(), false);
            } else if (effect instanceof Effect.AwaitAll await) {
                await(await.handle(), await.when(), await.alsoOn(), true);
            } else if (effect instanceof Effect.Includes includes) {
                placesOf(includes.handle()).forEach(p -> out.add(new RegionOp.CopyHandle(call.made(), element(p), true)));
            } else if (effect instanceof Effect.Merge merge && isResult(merge.holder())) {
                // Only now: the result is made by the words that say what it is.
                placesOf(merge.value()).forEach(value -> merge(Place.RESULT, value));
            } else if (effect instanceof Effect.Merge merge && call.receiver() != null && merge.holder() instanceof Place.This) {
                placesOf(merge.value()).forEach(p -> out.add(new RegionOp.CopyHandle(element(Place.THIS), element(p), true)));
            } else if (effect instanceof Effect.Completes completes) {
                out.add(new RegionOp.CopyHandle(element(completes.handle()), RegionOp.NONE, false));
            } else if (effect instanceof Effect.AwaitLatch latch) {
                Node node = node(latch.latch());
                if (node != null && node.getTree() != null) {
                    paths.of(node.getTree()).ifPresent(key -> guarded(new RegionOp.AwaitGroup("latch:" + key), latch.when()));
                }
            }
        }

        /** A condition belongs to a lock that its own path does not name; a monitor is its own lock. */
        private boolean isMonitor(Node node) {
            return node != null && !String.valueOf(world.program().types().erasure(node.getType())).equals("java.util.concurrent.locks.Condition");
        }

        private static boolean isResult(Place place) {
            return place instanceof Place.Result || place instanceof Place.Content of && isResult(of.box());
        }

        private void opens(Effect.Opens opens) {
            region(opens.region()).ifPresent(opened -> {
                RegionKey.Mode mode = opened.mode() == null ? Paths.mode(opens.mode()) : opened.mode();
                guarded(new RegionOp.Open(opened.key(), mode, site(RegionOp.NONE, "step.opened")), opens.when());
            });
        }

        private void guarded(RegionOp op, Guard when) {
            switch (when) {
                case ALWAYS -> out.add(op);
                case IF_TRUE -> {
                    out.ifTrue(op);
                    out.ifFalse(new RegionOp.Fact(call.made(), null));
                }
                case IF_FALSE -> {
                    out.ifFalse(op);
                    out.ifTrue(new RegionOp.Fact(call.made(), null));
                }
                case IF_WAITS_ALL -> {
                    if (waiting.waitsForAll(call.receiver())) {
                        out.add(op);
                    }
                }
                case IF_NULL -> {
                    // The null test of the result is not followed: what was lent stays lent.
                }
            }
        }

        private void await(Place handle, Guard when, List<String> alsoOn, boolean collective) {
            for (Place place : placesOf(handle)) {
                RegionOp op = new RegionOp.Await(element(place), collective);
                guarded(op, when);
                out.alsoOn(op, alsoOn);
                boolean whole = collective || waiting.waitsForAll(node(place));
                if (whole && !(place instanceof Place.Result)) {
                    group(place).ifPresent(group -> guarded(new RegionOp.AwaitGroup(group), when));
                }
            }
        }

        private void merge(Place holder, Place value) {
            if (holder instanceof Place.Elements || value instanceof Place.Elements) {
                if (!elementsTracked(value instanceof Place.Elements ? value : holder)) {
                    return;
                }
            }
            Node node = node(value);
            if (node != null && !(node instanceof FunctionalInterfaceNode) && !world.isTracked(node.getType())) {
                return;
            }
            int element = element(value);
            boolean left = model.all(Effect.Move.class).stream().anyMatch(m -> m.what().equals(value));
            if (node != null && !(node instanceof FunctionalInterfaceNode) && !left) {
                out.add(new RegionOp.Use(element, Access.READ, Translator.at(site(element, "step.used"), translator.pointOf(node.getTree()), element)));
            }
            merge(element(holder), element);
        }

        private void merge(int holder, int value) {
            if (holder != RegionOp.NONE && value != RegionOp.NONE && holder != value) {
                out.add(new RegionOp.Merge(holder, value, site(value, "step.stored")));
            }
        }

        private List<Place> placesOf(Place place) {
            if (!(place instanceof Place.AllArgs)) {
                return List.of(place);
            }
            List<Place> all = new ArrayList<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                all.add(Place.arg(i));
            }
            return all;
        }

        private Node node(Place place) {
            if (place instanceof Place.This) {
                return call.receiver();
            } else if (place instanceof Place.Arg arg) {
                return arg.index() < call.arguments().size() ? call.arguments().get(arg.index()) : null;
            } else if (place instanceof Place.Last) {
                return call.arguments().isEmpty() ? null : call.arguments().get(call.arguments().size() - 1);
            } else if (place instanceof Place.Elements of) {
                return node(of.container());
            } else if (place instanceof Place.Content of) {
                return node(of.box());
            }
            return null;
        }

        private int element(Place place) {
            if (place instanceof Place.Result) {
                return call.made();
            } else if (place instanceof Place.This && call.isCreation()) {
                return call.made();
            } else if (place instanceof Place.Content of && (of.box() instanceof Place.Result || of.box() instanceof Place.This && call.isCreation())) {
                return call.made();
            }
            Node node = node(place);
            return node == null ? RegionOp.NONE : elements.of(node);
        }

        private Optional<Paths.Opened> region(Place place) {
            return paths.opened(node(place));
        }

        private boolean elementsTracked(Place place) {
            Node node = node(place);
            return node != null && elementsTrackedIn(node.getType());
        }

        private Site site(int element, String what) {
            return translator.site(call.tree(), element, what);
        }
    }

    /** Whether a container's elements are tracked: its type arguments, or the components of an array. */
    private boolean elementsTrackedIn(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return world.isTracked(array.getComponentType());
        }
        return !(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty() ? world.isTracked(type)
                : declared.getTypeArguments().stream().anyMatch(world::isTracked);
    }

    private static boolean hasIsolatedElements(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.getTypeArguments().stream().anyMatch(argument -> argument.getAnnotationMirrors().stream()
                .anyMatch(a -> ((TypeElement) a.getAnnotationType().asElement()).getQualifiedName().contentEquals("dev.lungfish.annotation.Isolated")));
    }
}
