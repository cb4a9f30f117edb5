package dev.lungfish.checker.flow;

import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Certainty;
import dev.lungfish.checker.region.Journal;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.RegionSemantics;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.region.State;
import dev.lungfish.checker.region.Touch;
import dev.lungfish.checker.region.Unproved;
import dev.lungfish.checker.region.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;
import org.checkerframework.nullaway.dataflow.cfg.UnderlyingAST;
import org.checkerframework.nullaway.dataflow.cfg.builder.CFGBuilder;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ObjectCreationNode;

/** One body: its graph, its fixpoint, its summary, and the sweep that tells what is wrong in it. */
final class BodyAnalysis implements Journal {
    private final World world;
    private final Body body;
    private final ControlFlowGraph graph;
    private final Summaries summaries;
    private final BodyAnalyses analyses;
    private final ElementTable elements;
    private final Translator translator;
    private final BodyContext context;
    private final CallersLoans loans;
    private RegionFlow flow;
    private Summary summary = Summary.NOTHING;
    private State exit;
    private Consumer<Violation> sink;
    private final Set<String> told = new HashSet<>();
    private final Residuals residuals;
    private boolean stable;

    private final Map<Integer, Access> uses = new TreeMap<>();
    private final Map<String, Summary.Pair> pairs = new LinkedHashMap<>();
    private final Map<Integer, Touch> touched = new TreeMap<>();
    private final Map<Integer, Touch> touchedAtTheEnd = new TreeMap<>();
    private final Map<Integer, Touch> moved = new TreeMap<>();
    private final Set<Integer> surelyMoved = new TreeSet<>();
    private final Set<Integer> leftBehind = new TreeSet<>();
    private final Set<Integer> frozen = new TreeSet<>();
    private final Set<Integer> published = new TreeSet<>();
    private final Map<Integer, TreeSet<RegionKey>> kept = new TreeMap<>();
    private final Map<String, Summary.Requirement> required = new LinkedHashMap<>();
    private final Set<RegionKey> opened = new TreeSet<>();
    private final Set<RegionKey> closed = new TreeSet<>();

    /** @param graph the graph of the body */
    BodyAnalysis(World world, Body body, ControlFlowGraph graph, Summaries summaries, BodyAnalyses analyses) {
        this.world = world;
        this.body = body;
        this.graph = graph;
        this.summaries = summaries;
        this.analyses = analyses;
        this.elements = new ElementTable(body);
        this.translator = new Translator(world, body, elements, summaries);
        this.context = new BodyContext(world, body, elements, translator);
        this.loans = new CallersLoans(world, body, elements, translator);
        this.residuals = new Residuals(body.member());
    }

    Summary summary() {
        return summary;
    }

    /** Runs the fixpoint and derives the summary. */
    void solve() {
        context.graph(graph);
        translator.closures().graph(graph);
        Liveness liveness = new Liveness(graph, elements, this::captured);
        Set<Integer> handedOut = new TreeSet<>();
        int known;
        do {
            known = handedOut.size() + elements.loanGroups().size();
            flow = new RegionFlow(graph, new RegionSemantics(context, this, handedOut), translator::lower, liveness, elements);
            stable = flow.solve(entry());
        } while (handedOut.size() + elements.loanGroups().size() > known);
        exit = flow.regularExit();
        SourcePoint end = world.end(body.unit(), body.code());
        State atExit = exit == null ? null : flow.apply(exit, translator.atEnd(end));
        if (flow.exceptionalExit() != null) {
            flow.apply(flow.exceptionalExit(), translator.atThrow(null));
        }
        Loans ended = loans.atExit(atExit, moved.keySet());
        summary = new SummaryBuilder(body, elements, uses, pairs, moved.keySet(), leftBehind, frozen, published, kept, required,
                new Touches(touchedEarly(ended), moved, perhapsMoved()), ended,
                closedForCallers(), context).build(atExit);
    }

    private Set<Integer> perhapsMoved() {
        Set<Integer> perhaps = new TreeSet<>(moved.keySet());
        perhaps.removeAll(surelyMoved);
        return perhaps;
    }

    ControlFlowGraph graph() {
        return graph;
    }

    /** The graph of a body: what makes one body more expensive than a look at its names. */
    static ControlFlowGraph graphOf(Body body, World world) {
        return CFGBuilder.build(world.program().index().path(body.unit(), body.code()), codeOf(body), false, false, world.program().environment());
    }

    private static UnderlyingAST codeOf(Body body) {
        if (body.tree() instanceof LambdaExpressionTree lambda) {
            return new UnderlyingAST.CFGLambda(lambda, body.classTree(), null);
        }
        return body.tree() instanceof MethodTree method ? new UnderlyingAST.CFGMethod(method, body.classTree())
                : new UnderlyingAST.CFGStatement(body.tree(), body.classTree());
    }

    /** One sweep over the stable result; each violation is told once, however many copies of a finally block the graph has. */
    void sweep(Consumer<Violation> to) {
        sink = to;
        if (!stable) {
            SourcePoint at = world.point(body.unit(), body.tree());
            tell("not.understood", Certainty.POSSIBLE, "not.understood.unstable", List.of(body.member()), at, List.of());
        }
        flow.sweep((last, byException, state) -> flow.apply(state,
                byException ? translator.atThrow(last) : translator.atEnd(translator.leftAfter(last))));
        for (Closure closure : translator.closures().made()) {
            if (closure.tree() instanceof LambdaExpressionTree lambda) {
                analyses.sweep(body.inner(lambda), to);
            }
        }
        sink = null;
        residuals.found(translator.values()).forEach(analyses::leave);
    }

    private Collection<Integer> captured(Node node) {
        if (node instanceof FunctionalInterfaceNode function) {
            return translator.closures().of(function).captured().values();
        } else if (!(node instanceof ObjectCreationNode)) {
            return translator.tasksInCommon().capturedIn(node);
        }
        return translator.closures().ofClass((ObjectCreationNode) node).keySet();
    }

    private State entry() {
        List<RegionOp> ops = new ArrayList<>();
        if (!body.isStatic()) {
            ops.add(new RegionOp.Fresh(0, body.isConstructor() ? Label.FREE : Label.caller(0)));
            ops.add(new RegionOp.Fresh(body.outerFormal(), Label.caller(body.outerFormal())));
        }
        for (int i = 0; i < body.parameters().size(); i++) {
            enter(i + 1, body.parameters().get(i), ops);
        }
        for (VariableElement capture : body.captures()) {
            enter(body.formalOfCapture(capture), capture, ops);
        }
        ops.addAll(loans.atEntry());
        Site site = translator.site(body.tree(), 0, "step.locked");
        if (!body.isLambda()) {
            if (body.method().getModifiers().contains(Modifier.SYNCHRONIZED)) {
                RegionKey monitor = body.isStatic() ? RegionKey.lock("class:" + body.type().getQualifiedName()) : RegionKey.lock("this");
                ops.add(new RegionOp.Open(monitor, RegionKey.Mode.WRITE, site));
            }
            world.onEntry(body.method()).forEach(key -> ops.add(new RegionOp.Open(key, RegionKey.Mode.WRITE, site)));
            body.parameters().forEach(p -> world.regionsOf(p).forEach(key -> ops.add(new RegionOp.Open(key, RegionKey.Mode.WRITE, site))));
        }
        body.parameters().stream().filter(p -> world.isOpenHandle(p.asType()))
                .forEach(p -> ops.add(new RegionOp.Open(world.keyOf(p), RegionKey.Mode.WRITE, site)));
        return flow.apply(State.EMPTY, ops);
    }

    private void enter(int formal, VariableElement variable, List<RegionOp> ops) {
        TypeMirror type = variable.asType();
        if (!world.isTracked(type)) {
            return;
        }
        Label label = Label.caller(formal);
        List<RegionKey> regions = world.regionsOf(variable);
        if (world.isFrozenUse(type)) {
            ops.add(new FrozenPromises(world).of(variable, formal, translator));
            ops.add(new RegionOp.Assign(elements.local(variable), formal));
            return;
        }
        if (!regions.isEmpty()) {
            label = new Label.In(regions.get(0));
        } else if (context.ownership(formal) == dev.lungfish.checker.region.MethodContext.Ownership.OWNED) {
            label = Label.FREE;
        }
        ops.add(new RegionOp.Fresh(formal, label));
        ops.add(new RegionOp.Assign(elements.local(variable), formal));
    }

    @Override
    public void used(int formal, Access access, Touch touch) {
        used(formal, access, touch, touched);
    }

    @Override
    public void usedAtTheEnd(int formal, Access access, Touch touch) {
        used(formal, access, touch, touchedAtTheEnd);
    }

    private void used(int formal, Access access, Touch touch, Map<Integer, Touch> into) {
        uses.merge(formal, access, Access::or);
        if (access.compareTo(Access.IDENTITY) > 0) {
            Touch known = touch.isWhole() ? Touch.ANYTHING.under(touch.held()) : touch.giving(false);
            // What a method calls its lock says nothing to its callers.
            into.merge(formal, body.isLambda() ? known : known.heldOnly(lock -> false), Touch::or);
        }
    }

    /** What is touched while the threads among the formals may still run: of one that has ended by then, callers are asked for nothing but its presence. */
    private Map<Integer, Touch> touchedEarly(Loans ended) {
        Map<Integer, Touch> early = new TreeMap<>(touched);
        touchedAtTheEnd.forEach((formal, touch) -> early.merge(formal, ended.ended().contains(formal) ? Touch.NOTHING : touch, Touch::or));
        return early;
    }

    @Override
    public void kept(int formal, RegionKey region) {
        kept.computeIfAbsent(formal, f -> new TreeSet<>()).add(region);
    }

    @Override
    public void published(int formal) {
        published.add(formal);
    }

    @Override
    public void moved(int formal, Touch touch, Site site, boolean told) {
        moved.merge(formal, touch, Touch::or);
        if (site.certainty() == Certainty.WITNESSED && !context.shareOnlyAPart(site.element(), formal)) {
            surelyMoved.add(formal);
        }
        boolean isAsked = !body.isLambda() && summaries.callersDecide(body.method(), formal);
        if (sink != null && !told && isAsked) {
            List<String> names = List.of(elements.nameOf(site.element()), elements.nameOf(formal));
            String message = (formal == 0 ? "move.not.owned.this" : "move.not.owned") + (names.get(0).equals(names.get(1)) ? ".same" : "");
            Certainty certainty = formal == 0 || context.isOpaque(site.element()) ? Certainty.POSSIBLE : site.certainty();
            analyses.deferred(body, formal, violation("move.not.owned", certainty, message, names, site.at(), List.of()));
        }
    }

    @Override
    public void leftBehind(int formal) {
        leftBehind.add(formal);
    }

    @Override
    public void frozen(int formal) {
        frozen.add(formal);
    }

    @Override
    public void requiresFrozen(int formal) {
        // What a parameter must be is declared; nothing is inferred from where it goes.
    }

    @Override
    public void captured(int holder, int value, Site site) {
        pairs.merge(holder + ":" + value, new Summary.Pair(holder, value, site.at(), site.certainty() != Certainty.WITNESSED), Summary.Pair::or);
    }

    @Override
    public void required(RegionKey region, RegionKey.Mode mode, Site site) {
        required.putIfAbsent(region + ":" + mode, new Summary.Requirement(region, mode, site.at(), elements.nameOf(site.element())));
    }

    @Override
    public void turned(RegionKey region, boolean isOpened) {
        (isOpened ? opened : closed).add(region);
    }

    /** What is closed for callers: what a body opens somewhere it closes for itself. */
    private Set<RegionKey> closedForCallers() {
        Set<RegionKey> found = new TreeSet<>(closed);
        found.removeAll(opened);
        return found;
    }

    @Override
    public void violated(String key, Certainty certainty, String message, List<String> names, Site site, List<Violation.Step> steps) {
        if (sink != null) {
            residuals.doubt(site);
            tell(key, certainty.and(site.certainty()), message, names, site.at(), steps);
        }
    }

    @Override
    public void unproved(Unproved question, String message, List<String> names, Site site, List<Violation.Step> steps) {
        if (sink != null) {
            violated("residual.check", Certainty.UNPROVED, message, names, site, steps);
            residuals.open(question, message, names, site, translator.values().of(site));
            translator.values().guarded(site).filter(guarded -> question == Unproved.HELD)
                    .ifPresent(guarded -> residuals.held(message, names, site, guarded));
        }
    }

    @Override
    public void mayBeFrozen(Site site) {
        if (sink != null) {
            residuals.mayBeFrozen(site, translator.values().of(site));
        }
    }

    @Override
    public void usedAfterMove(Site use, List<Site> handOvers) {
        if (sink != null) {
            residuals.usedAfterMove(use, translator.values().of(use), handOvers);
        }
    }

    @Override
    public void cameBack(Site lent) {
        residuals.cameBack(lent);
    }

    @Override
    public void touchedByUnaware(Site site) {
        if (sink != null) {
            residuals.unaware(site, translator.values().of(site));
        }
    }

    @Override
    public void frozenByOwnership(Site site) {
        if (sink != null) {
            residuals.owned(site, translator.values().of(site));
        }
    }

    @Override
    public void proved(Site site) {
        analyses.countProved(sink != null);
    }

    private void tell(String key, Certainty certainty, String message, List<String> names, SourcePoint at, List<Violation.Step> steps) {
        if (told.add(key + "@" + at.start() + ":" + at.end())) {
            SourcePoint shown = at.isKnown() ? at : world.point(body.unit(), body.tree());
            sink.accept(violation(key, certainty, message, names, shown, steps));
        }
    }

    private Violation violation(String key, Certainty certainty, String message, List<String> names, SourcePoint at, List<Violation.Step> steps) {
        return new Violation(key, certainty, message, names, at, steps, body.member());
    }
}
