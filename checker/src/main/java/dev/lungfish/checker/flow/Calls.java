package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.lungfish.checker.model.MethodModel;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Claim;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.OutEntry;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.residual.HandOver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.ArrayCreationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FunctionalInterfaceNode;
import org.checkerframework.nullaway.dataflow.cfg.node.LocalVariableNode;
import org.checkerframework.nullaway.dataflow.cfg.node.MethodInvocationNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ObjectCreationNode;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/** Lowers calls: declared contracts first, then bodies of this compilation, then library models, then what types allow ({@code static-core.md} 8.2). */
final class Calls {
    private final World world;
    private final Body body;
    private final ElementTable elements;
    private final Paths paths;
    private final Translator translator;
    private final Closures closures;
    private final Summaries summaries;
    private final Lowering lowering;
    private final Walks walks;
    private final BodyRuns runs;
    private final FrozenPromises promises;
    private final FreshLocals freshLocals;

    Calls(World world, Body body, ElementTable elements, Paths paths, Translator translator, Closures closures, Summaries summaries) {
        this.world = world;
        this.body = body;
        this.elements = elements;
        this.paths = paths;
        this.translator = translator;
        this.closures = closures;
        this.summaries = summaries;
        this.promises = new FrozenPromises(world);
        this.freshLocals = new FreshLocals(world, body);
        this.walks = new Walks(world, translator, elements);
        this.runs = new BodyRuns(world, elements, translator, summaries, this);
        this.lowering = new Lowering(world, elements, paths, translator, closures, this, new Waiting(world), new SharedContainers(world, closures));
    }

    /**
     * One call, whatever its form.
     *
     * @param receiver null for static methods and constructors
     * @param made the element of the result, or of the new object
     */
    record Call(Tree tree, ExecutableElement method, Node receiver, List<Node> arguments, int made, TypeMirror resultType, Node node) {
        boolean isCreation() {
            return method.getKind() == ElementKind.CONSTRUCTOR;
        }
    }

    void invoke(MethodInvocationNode node, Lowered out) {
        ExecutableElement method = node.getTarget().getMethod();
        if (node.getTree() == null && isBoxing(method)) {
            return;
        }
        Node receiver = method.getModifiers().contains(Modifier.STATIC) ? null : node.getTarget().getReceiver();
        if (Walks.isMadeUp(receiver)) {
            walk(node, method, (LocalVariableNode) receiver, out);
            return;
        }
        if (walks.readsOwn(node, out)) {
            return;
        }
        String name = method.getSimpleName().toString();
        if (name.equals("<init>")) {
            chained(node, method, out);
            return;
        }
        lower(new Call(node.getTree(), method, receiver, argumentsOf(node), elements.of(node), node.getType(), node), out);
    }

    /** A method that takes its arguments as they are, in any number and of any type, gets no array. */
    private List<Node> argumentsOf(MethodInvocationNode node) {
        return node.getArguments().size() == 1 && translator.isPacked(node.getArgument(0))
                ? ((ArrayCreationNode) node.getArgument(0)).getInitializers() : node.getArguments();
    }

    private static boolean isBoxing(ExecutableElement method) {
        String name = method.getSimpleName().toString();
        return name.equals("valueOf") || name.endsWith("Value");
    }

    /** The calls that an enhanced for loop makes: only which element comes next, never a use of what was handed out before. */
    private void walk(MethodInvocationNode node, ExecutableElement method, LocalVariableNode iterator, Lowered out) {
        if (method.getSimpleName().contentEquals("next")) {
            out.add(new RegionOp.Assign(elements.of(node), elements.of(iterator)));
        } else if (method.getSimpleName().contentEquals("hasNext")) {
            walks.hasNext(iterator, out);
        }
    }

    BodyRuns runs() {
        return runs;
    }

    Walks walks() {
        return walks;
    }

    /** {@code this(..)} and {@code super(..)}. */
    private void chained(MethodInvocationNode node, ExecutableElement method, Lowered out) {
        lower(new Call(node.getTree(), method, null, node.getArguments(), 0, method.getEnclosingElement().asType(), node), out);
    }

    void create(ObjectCreationNode node, Lowered out) {
        ExecutableElement constructor = TreeUtils.elementFromUse(node.getTree());
        int made = elements.of(node);
        if (world.isPlainThread(node.getTree(), node.getType())) {
            startsLater(node, made, out);
        } else if (world.isTracked(node.getType())) {
            out.add(new RegionOp.Fresh(made, Label.FREE));
        }
        if (world.isHandle(node.getType()) && !world.isPlainThread(node.getTree(), node.getType())) {
            out.add(new RegionOp.Handles(made, translator.site(node.getTree(), made, "step.lent").id()));
        }
        if (world.isTracked(node.getType())) {
            closures.ofClass(node).forEach((element, access) -> {
                Site site = translator.site(node.getTree(), element, "step.captured");
                out.add(new RegionOp.Use(element, access, site));
                out.add(new RegionOp.Merge(made, element, site));
            });
        }
        lower(new Call(node.getTree(), constructor, null, node.getArguments(), made, node.getType(), node), out);
        Label label = labelOfNew(node);
        if (label != Label.FREE) {
            out.add(new RegionOp.Fresh(made, label));
        }
    }

    /** A plain thread is no more than what it runs: over a task that captured nothing there is nothing to lend. */
    private void startsLater(ObjectCreationNode node, int made, Lowered out) {
        Optional<Node> task = node.getArguments().stream().filter(a -> a instanceof FunctionalInterfaceNode || world.isRunnable(a.getType())).findFirst();
        int element = task.map(this::elementOf).orElse(RegionOp.NONE);
        out.add(new RegionOp.Assign(made, element));
        // Whoever waits for a task that is its own future waits for the thread.
        out.add(task.isPresent() && world.verdicts().isTask(task.get().getType()) ? new RegionOp.CopyHandle(made, element, false)
                : new RegionOp.Handles(made, translator.site(node.getTree(), made, "step.lent").id()));
    }

    /** {@code new Point(1, 2)} is frozen if exactly this class is, although its type may not be. */
    private Label labelOfNew(ObjectCreationNode node) {
        boolean plain = node.getTree().getClassBody() == null;
        return plain && world.isTracked(node.getType()) && world.verdicts().frozenExact(node.getType()).isFrozen() ? Label.FROZEN : Label.FREE;
    }

    private void lower(Call call, Lowered out) {
        Contract contract = world.contract(call.method());
        TypeElement receiver = call.receiver() == null ? (TypeElement) call.method().getEnclosingElement()
                : Receivers.typeOf(call.method(), call.receiver().getType(), world);
        Classes.Source source = world.classes().sourceOf(call.method());
        Optional<Summary> written = source == null ? world.written().of(call.method()) : Optional.empty();
        Optional<MethodModel> model = source == null && written.isEmpty() ? world.model(call.method(), receiver) : Optional.empty();
        requireFrozenArguments(call, contract, written.map(Summary::requiresFrozen).orElse(Set.of()), out);
        requireEntry(call, out);
        if (model.isPresent()) {
            new ModelCalls(new CallPlaces(lowering, call, model.get(), out)).lower();
        } else if (!passesNothing(call, contract, source)) {
            lowerBySummary(call, contract, source, receiver, out);
        }
        if ((contract.resultFrozen() || world.isFrozenUse(call.resultType())) && call.made() >= RegionOp.FIRST_TEMPORARY && world.isTracked(call.resultType())) {
            out.add(new RegionOp.Promised(call.made(), translator.site(call.tree(), call.made(), "step.frozen.result")));
        }
    }

    /** A call that passes and gets nothing tracked, of a method that does nothing the rules are about: its body need not be looked at. */
    private boolean passesNothing(Call call, Contract contract, Classes.Source source) {
        return source != null && !world.locks().isWrapper(source.type()) && !call.isCreation() && !contract.saysAnything() && !call.method().getModifiers().contains(Modifier.PRIVATE)
                && (call.receiver() == null || call.receiver().getTree() != null && !world.isTracked(call.receiver().getType())
                        && !(call.receiver() instanceof org.checkerframework.nullaway.dataflow.cfg.node.ThisNode))
                && !world.isTracked(call.resultType()) && call.arguments().stream().noneMatch(a -> a instanceof FunctionalInterfaceNode
                        || world.isTracked(a.getType()) || world.endsLoans(a.getType())) && !world.mattersDirectly(call.method());
    }

    private void requireFrozenArguments(Call call, Contract contract, Set<Integer> written, Lowered out) {
        for (int i = 0; i < call.arguments().size(); i++) {
            Node argument = call.arguments().get(i);
            boolean demanded = contract.parameters().size() > 0 && contract.parameter(i).frozen() || written.contains(i + 1)
                    || call.receiver() != null && promises.takesOnlyFrozen(call.receiver().getType(), call.method(), i);
            if (demanded && world.isTracked(argument.getType())
                    && !(argument instanceof FunctionalInterfaceNode)) {
                out.add(translator.requireFrozen(argument, parameterName(call.method(), i)));
            }
        }
    }

    /** What a message calls a parameter; those of a library have no names that a reader knows. */
    String parameterName(ExecutableElement method, int index) {
        if (world.classes().sourceOf(method) == null) {
            return method.getSimpleName() + "()";
        }
        List<? extends VariableElement> parameters = method.getParameters();
        return parameters.get(Math.min(index, parameters.size() - 1)).getSimpleName().toString();
    }

    /** Regions that the declaration says must be open at the call. */
    private void requireEntry(Call call, Lowered out) {
        List<RegionKey> keys = new ArrayList<>(world.onEntry(call.method()));
        for (VariableElement parameter : call.method().getParameters()) {
            keys.addAll(world.regionsOf(parameter));
        }
        for (RegionKey key : keys) {
            Site site = translator.site(call.tree(), call.made(), "step.called");
            needed(key, call, site).ifPresent(region -> out.add(new RegionOp.RequireOpen(region, RegionKey.Mode.WRITE, ownerOf(call), site)));
        }
    }

    /**
     * A region that a call needs open. A receiver without a stable path has a lock all the same: one of which nobody knows which it is. A new
     * object needs none, as far as is known: of a result that protects itself nobody knows whether its maker has let it out.
     */
    Optional<RegionKey> needed(RegionKey key, Call call, Site at) {
        Node receiver = call.receiver();
        Optional<RegionKey> named = rebase(key, call);
        if (!key.base().equals("this") || key.kind() != RegionKey.Kind.LOCK || receiver == null || receiver.getTree() == null) {
            return named;
        }
        boolean isMade = receiver instanceof ObjectCreationNode || receiver instanceof MethodInvocationNode made && !world.isTracked(made.getType())
                && world.classes().sourceOf(made.getTarget().getMethod()) != null;
        if (named.isPresent() || isMade) {
            return freshLocals.isOnlyHere(receiver) ? Optional.empty() : named;
        }
        translator.values().needs(at, receiver, key);
        return Optional.of(paths.withoutPath(key, receiver));
    }

    /** A region of the callee as the caller sees it. */
    Optional<RegionKey> rebase(RegionKey key, Call call) {
        if (key.base().equals("this")) {
            if (call.receiver() == null) {
                return Optional.empty();
            }
            if (elements.of(call.receiver()) == 0) {
                return Optional.of(key);
            }
            return pathOfReceiver(call).map(key::rebase);
        }
        if (key.base().startsWith("var:")) {
            for (int i = 0; i < call.method().getParameters().size() && i < call.arguments().size(); i++) {
                if (world.variable(call.method().getParameters().get(i)).equals(key.base())) {
                    return paths.of(call.arguments().get(i).getTree()).map(actual -> {
                        List<String> fields = new ArrayList<>(actual.fields());
                        fields.addAll(key.fields());
                        return new RegionKey(key.kind(), actual.base(), fields);
                    });
                }
            }
            return Optional.empty();
        }
        return Optional.of(key);
    }

    private Optional<RegionKey> pathOfReceiver(Call call) {
        if (call.receiver() instanceof org.checkerframework.nullaway.dataflow.cfg.node.ThisNode outer) {
            return Optional.of(RegionKey.lock("outer:" + world.program().types().erasure(outer.getType())));
        }
        return call.receiver().getTree() == null ? Optional.empty() : paths.of(call.receiver().getTree());
    }

    int ownerOf(Call call) {
        return call.receiver() == null ? RegionOp.NONE : elements.of(call.receiver());
    }

    private void lowerBySummary(Call call, Contract contract, Classes.Source source, TypeElement receiver, Lowered out) {
        boolean exact = call.receiver() instanceof org.checkerframework.nullaway.dataflow.cfg.node.SuperNode;
        Summary summary = exact ? summaries.exactly(call.method(), receiver)
                : summaries.of(call.method(), receiver, call.arguments().stream().map(Node::getType).toList());
        int parameters = call.method().getParameters().size();
        IntUnaryOperator actual = formal -> actualOf(call, source, formal, parameters);
        for (int i = 0; i < call.arguments().size(); i++) {
            declaredArgument(call, contract, i, out);
        }
        Site site = translator.site(call.tree(), call.receiver() == null ? call.made() : elements.of(call.receiver()), "step.called");
        runs.apply(summary, actual, formal -> formal >= 1 && formal <= parameters && contract.parameter(formal - 1).saysWhereItGoes() && contract.parameter(formal - 1).moved(),
                call, site, out);
        runs.giveBack(summary, call, site, out);
        result(call, contract, summary, actual, out);
        if (!summary.loans().byResult().isEmpty()) {
            out.add(new RegionOp.Handles(call.made(), site.id()));
        }
        if (summary.dirty().contains(Summary.RESULT) && world.isTracked(call.resultType())) {
            out.add(new RegionOp.Dirty(call.made(), site.at(site.at(), call.made())));
        }
        if (source == null && summaries.isUnaware(call.method(), receiver)) {
            world.assume(call.method());
            assumed(trackedArguments(call), site, out);
        }
    }

    private Set<Integer> trackedArguments(Call call) {
        Set<Integer> given = new TreeSet<>();
        for (Node argument : call.arguments()) {
            if (elementOf(argument) != RegionOp.NONE) {
                given.add(elements.of(argument));
            }
        }
        return given;
    }

    /** In strict code a call that is judged by its types alone is no proof. */
    void assumed(Set<Integer> given, Site site, Lowered out) {
        if (body.isStrict(world) && !given.isEmpty()) {
            out.add(new RegionOp.NotUnderstood(RegionOp.NONE, given, "not.understood.call", site));
        }
    }

    private int actualOf(Call call, Classes.Source source, int formal, int parameters) {
        if (formal == 0) {
            return call.receiver() == null ? call.isCreation() ? call.made() : RegionOp.NONE : elements.of(call.receiver());
        }
        if (formal <= parameters) {
            return formal - 1 < call.arguments().size() && !isShell(call, formal - 1) ? elementOf(call.arguments().get(formal - 1)) : RegionOp.NONE;
        }
        if (source == null) {
            return RegionOp.NONE;
        }
        Body callee = summaries.bodyOf(source);
        if (formal == callee.outerFormal()) {
            return call.receiver() != null && elements.of(call.receiver()) != 0 ? elements.of(call.receiver()) : call.isCreation() ? 0 : body.outerFormal();
        }
        int capture = formal - 1 - parameters;
        return capture < callee.captures().size() && !call.isCreation() ? elements.local(callee.captures().get(capture)) : RegionOp.NONE;
    }

    /** A value of a type that nobody needs to own has no element, whatever its name held before. */
    private int elementOf(Node argument) {
        return argument instanceof FunctionalInterfaceNode || world.isTracked(argument.getType()) ? elements.of(argument) : RegionOp.NONE;
    }

    /** A future passed as something to run: the thread-safe shell goes there, not what it delivers. */
    private boolean isShell(Call call, int index) {
        List<? extends VariableElement> parameters = call.method().getParameters();
        return isShell(call.arguments().get(index).getType())
                && !world.verdicts().isBox(parameters.get(Math.min(index, parameters.size() - 1)).asType());
    }

    private boolean isShell(TypeMirror type) {
        return world.verdicts().isBox(type) && !world.verdicts().isTask(type);
    }

    /** What the declaration says of one argument. */
    private void declaredArgument(Call call, Contract contract, int index, Lowered out) {
        Contract.Parameter parameter = contract.parameters().isEmpty() ? Contract.Parameter.PLAIN : contract.parameter(index);
        Node argument = call.arguments().get(index);
        int element = elements.of(argument);
        if (parameter.moved()) {
            move(argument, call, out);
        } else if (!parameter.capturedBy().isEmpty() && world.isTracked(argument.getType())) {
            int keeper = parameter.capturedBy().equals("this") ? actualOf(call, null, 0, 0) : keeper(call, parameter.capturedBy());
            out.add(translator.use(argument, Access.READ));
            out.add(new RegionOp.Merge(keeper, element, translator.site(call.tree(), element, "step.kept")));
        }
    }

    private int keeper(Call call, String name) {
        for (int i = 0; i < call.method().getParameters().size() && i < call.arguments().size(); i++) {
            if (call.method().getParameters().get(i).getSimpleName().contentEquals(name)) {
                return elements.of(call.arguments().get(i));
            }
        }
        return RegionOp.NONE;
    }

    /** Ownership of an argument leaves with the call. */
    void move(Node argument, Call call, Lowered out) {
        int element = elements.of(argument);
        if (!world.isTracked(argument.getType()) || isShell(argument.getType())) {
            return;
        }
        Site site = translator.site(call.tree(), element, "step.moved");
        translator.values().takes(site, argument);
        translator.values().gives(site, argument, HandOver.Happens.CALLED);
        handleMustBeClosed(argument, site, out);
        out.add(new RegionOp.Use(element, Access.UNKNOWN, site.at(translator.pointOf(argument.getTree()), element)));
        out.add(new RegionOp.Move(element, OutEntry.Kind.MOVE, RegionOp.NONE, site));
    }

    /** A {@code Region} or {@code Cown} handle cannot leave while its content is borrowed. A parent's edge takes its borrows along. */
    void handleMustBeClosed(Node argument, Site site, Lowered out) {
        RegionKey.Kind kind = world.kindOf(argument.getType());
        boolean isEdge = String.valueOf(world.program().types().erasure(argument.getType())).equals("dev.lungfish.runtime.Child");
        if (kind == RegionKey.Kind.REGION && !isEdge && argument.getTree() != null) {
            paths.of(argument.getTree()).ifPresent(key -> out.add(new RegionOp.RequireClosed(key, site)));
        }
    }

    private void result(Call call, Contract contract, Summary summary, IntUnaryOperator actual, Lowered out) {
        if (call.isCreation() || !world.isTracked(call.resultType())) {
            return;
        }
        int made = call.made();
        List<RegionKey> declared = world.ofResult(call.method());
        if (contract.resultMoved() || !declared.isEmpty()) {
            out.add(new RegionOp.Fresh(made, Label.FREE));
            declared.stream().findFirst().flatMap(key -> rebase(key, call)).ifPresent(key -> out.add(new RegionOp.Enter(made, key, ownerOf(call), elements.homeOf(key))));
            return;
        }
        switch (summary.result()) {
            case FROZEN -> out.add(new RegionOp.Fresh(made, Label.FROZEN));
            case SHARED -> out.add(new RegionOp.Fresh(made, Label.SHARED));
            case INSIDE, PERHAPS_INSIDE -> {
                out.add(new RegionOp.Fresh(made, Label.FREE));
                rebase(summary.resultRegion(), call).ifPresent(key -> out.add(new RegionOp.Enter(made, key, ownerOf(call), elements.homeOf(key, claimOn(summary)),
                        claimOn(summary), false)));
            }
            case NONE, FREE -> out.add(new RegionOp.Fresh(made, Label.FREE));
            case SAME -> {
                out.add(new RegionOp.Fresh(made, Label.FREE));
                // That it returns what a lock has is the callee's fault, and told there.
                TreeSet<Integer> sources = new TreeSet<>(summary.resultOf());
                sources.removeAll(summary.kept().keySet());
                Set<Integer> taking = new TreeSet<>(sources);
                taking.removeIf(formal -> takenOutBy(call, formal).isEmpty());
                sources.removeAll(taking);
                boolean alias = sources.size() == 1 && taking.isEmpty();
                for (int formal : sources) {
                    int element = actual.applyAsInt(formal);
                    if (element != RegionOp.NONE) {
                        out.add(alias ? new RegionOp.Assign(made, element)
                                : new RegionOp.Merge(made, element, translator.site(call.tree(), element, "step.connected")));
                    }
                }
                for (int formal : taking) {
                    RegionKey region = takenOutBy(call, formal).orElseThrow();
                    out.add(new RegionOp.Keep(region, RegionOp.NONE, made, elements.homeOf(region), translator.site(call.tree(), made, "step.called")));
                }
            }
        }
    }

    private static Claim claimOn(Summary summary) {
        return summary.result() == Summary.Result.PERHAPS_INSIDE ? Claim.PERHAPS : Claim.OWNED;
    }

    /** The region out of which a function takes what the callee passes on: there it lies, whether the region is still open here or not. */
    private Optional<RegionKey> takenOutBy(Call call, int formal) {
        boolean isFunction = formal >= 1 && formal <= call.arguments().size() && call.arguments().get(formal - 1) instanceof FunctionalInterfaceNode;
        Summary run = isFunction ? closures.of((FunctionalInterfaceNode) call.arguments().get(formal - 1)).summary() : Summary.NOTHING;
        return run.result().isInside() ? Optional.of(run.resultRegion()) : Optional.empty();
    }

    /** The name of the method as the call writes it, for messages. */
    static String nameOf(Tree tree) {
        if (tree instanceof MethodInvocationTree call) {
            ExpressionTree select = call.getMethodSelect();
            return select instanceof MemberSelectTree member ? member.getIdentifier().toString() : select.toString();
        }
        return "new";
    }
}
