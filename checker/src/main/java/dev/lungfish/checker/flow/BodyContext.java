package dev.lungfish.checker.flow;

import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import dev.lungfish.checker.model.Effect;
import dev.lungfish.checker.model.Place;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.MethodContext;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.Touch;
import dev.lungfish.checker.region.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.checkerframework.nullaway.dataflow.cfg.ControlFlowGraph;

/** What the semantics asks of one body: who decides about its formals, how its values are called, how they became connected. */
final class BodyContext implements MethodContext {
    private final World world;
    private final Body body;
    private final ElementTable elements;
    private final Translator translator;
    private final Ownership[] ownership;
    private ControlFlowGraph graph;
    private Connections connections;

    BodyContext(World world, Body body, ElementTable elements, Translator translator) {
        this.world = world;
        this.body = body;
        this.elements = elements;
        this.translator = translator;
        this.ownership = new Ownership[body.formals()];
    }

    void graph(ControlFlowGraph made) {
        graph = made;
    }

    @Override
    public Ownership ownership(int formal) {
        if (formal >= ownership.length) {
            return Ownership.OPEN;
        }
        if (ownership[formal] == null) {
            ownership[formal] = decide(formal);
        }
        return ownership[formal];
    }

    private Ownership decide(int formal) {
        if (body.isLambda() || formal > body.parameters().size()) {
            return Ownership.INFERRED;
        }
        ExecutableElement method = body.method();
        if (formal >= 1) {
            Contract.Parameter declared = world.contract(method).parameter(formal - 1);
            if (declared.moved()) {
                return Ownership.OWNED;
            }
            boolean borrowed = declared.borrowed() || !declared.saysWhereItGoes() && inheritedBorrowed(method, formal - 1);
            if (borrowed) {
                return Ownership.BORROWED;
            }
        }
        if (formal >= 1 && libraryTakes(method, formal - 1)) {
            return Ownership.OWNED;
        }
        if (Classes.isClosedAgainstOverriding(method) && !implementsSomething(method)) {
            return Ownership.INFERRED;
        }
        if (implementsSomething(method)) {
            return Ownership.OPEN;
        }
        return Classes.isVisibleOutside(method) ? Ownership.OPEN : Ownership.CALLERS;
    }

    /** An overridden method promised it. A checked interface promises it for every parameter, but only declared promises are told at the store. */
    private boolean inheritedBorrowed(ExecutableElement method, int index) {
        return world.classes().overridden(method).stream().anyMatch(o -> world.contract(o).parameter(index).borrowed());
    }

    /** The implementation of a library's hand-over gets what the caller of that method gives away. */
    private boolean libraryTakes(ExecutableElement method, int index) {
        for (ExecutableElement above : world.classes().overridden(method)) {
            boolean takes = world.model(above, (TypeElement) above.getEnclosingElement()).stream().flatMap(m -> m.effects().stream())
                    .anyMatch(e -> e instanceof Effect.Move move && move.what().equals(Place.arg(index))
                            || e instanceof Effect.Lend lend && lend.what().equals(Place.arg(index)));
            if (takes) {
                return true;
            }
        }
        return false;
    }

    private boolean implementsSomething(ExecutableElement method) {
        return method.getKind() == ElementKind.METHOD && !method.getModifiers().contains(Modifier.STATIC)
                && !method.getModifiers().contains(Modifier.PRIVATE) && !world.classes().overridden(method).isEmpty();
    }

    @Override
    public boolean isFormal(int element) {
        return elements.isFormal(element);
    }

    @Override
    public boolean isHome(int element) {
        return elements.isHome(element);
    }

    @Override
    public String nameOf(int element) {
        return elements.nameOf(element);
    }

    @Override
    public int elementOfBase(RegionKey region) {
        if (region.base().equals("this")) {
            return 0;
        }
        if (region.base().startsWith("outer:")) {
            return body.outerFormal();
        }
        for (VariableElement parameter : body.parameters()) {
            if (world.variable(parameter).equals(region.base())) {
                return elements.local(parameter);
            }
        }
        return RegionOp.NONE;
    }

    @Override
    public boolean mayRequire(RegionKey region) {
        if (region.kind() != RegionKey.Kind.LOCK) {
            return false;
        }
        if (body.isLambda()) {
            return true;
        }
        ExecutableElement method = body.method();
        return method.getModifiers().contains(Modifier.PRIVATE) && !region.base().startsWith("var:");
    }

    @Override
    public boolean mayHaveOtherNames(RegionKey region) {
        return new SuppliedLocks(world, body).isSupplied(region);
    }

    @Override
    public boolean callersHold(RegionKey region) {
        return openAtEntry().contains(region);
    }

    Set<RegionKey> openAtEntry() {
        Set<RegionKey> keys = new TreeSet<>();
        if (!body.isLambda()) {
            keys.addAll(world.onEntry(body.method()));
            body.parameters().forEach(p -> keys.addAll(world.regionsOf(p)));
        }
        return keys;
    }

    @Override
    public boolean mayBeHeld(Set<RegionKey> held, Site site) {
        return translator.values().mayBeHeld(held, site);
    }

    @Override
    public boolean isUnderConstruction(int element) {
        return element == 0 && body.isConstructor();
    }

    /**
     * What comes before the start in the same body has happened before.
     */
    @Override
    public Optional<Violation.Step> overlap(Touch touch, Site site) {
        for (Map.Entry<String, Access> touched : touch.fields().entrySet()) {
            Optional<VariableElement> field = touched.getValue() == Access.WRITE ? world.fieldNamed(touched.getKey()) : Optional.empty();
            Optional<TreePath> other = field.flatMap(f -> touchedElsewhere(f, site));
            if (other.isPresent()) {
                return Optional.of(new Violation.Step("step.also.touched", List.of("'" + field.get().getSimpleName() + "'"),
                        world.point(other.get().getCompilationUnit(), other.get().getLeaf())));
            }
        }
        return Optional.empty();
    }

    /** Whether a field is one of the object itself, or of one around it: only of those does another use of the name mean the same place. */
    private boolean isOfThis(VariableElement field) {
        for (Element at = body.type(); at != null; at = at.getEnclosingElement()) {
            if (at instanceof TypeElement type && Hierarchy.isSubclass(type, (TypeElement) field.getEnclosingElement())) {
                return true;
            }
        }
        return false;
    }

    private Optional<TreePath> touchedElsewhere(VariableElement field, Site site) {
        SourcePositions positions = world.program().trees().getSourcePositions();
        if (!isOfThis(field)) {
            return Optional.empty();
        }
        return world.touchedUnlocked(field, use -> {
            boolean inside = false;
            for (TreePath at = use; at != null; at = at.getParentPath()) {
                inside |= at.getLeaf() == body.tree();
            }
            return inside && positions.getStartPosition(body.unit(), use.getLeaf()) <= site.at().end();
        });
    }

    @Override
    public boolean isOpaque(int element) {
        return world.isOpaque(elements.typeOf(element));
    }

    @Override
    public boolean mayProtectItself(int element) {
        return world.mayProtectItself(elements.typeOf(element));
    }

    @Override
    public List<Violation.Step> connection(int a, int b, Site use) {
        if (a == b || a == RegionOp.NONE || b == RegionOp.NONE) {
            return List.of();
        }
        return connections().between(a, b);
    }

    @Override
    public boolean shareOnlyAPart(int a, int b) {
        return a != b && a != RegionOp.NONE && b != RegionOp.NONE && connections().shareOnlyAPart(a, b);
    }

    @Override
    public List<Violation.Step> origin(int element, RegionKey region, Site use) {
        return connections().origin(element, region, use.at());
    }

    @Override
    public int loanTo(int formal) {
        return formal == 0 ? elements.knownLoanTo(CallersLoans.THIS) : RegionOp.NONE;
    }

    @Override
    public int walkedBy(int walker) {
        int source = elements.sourceOf(walker);
        return elements.isNamedOnce(source) ? source : RegionOp.NONE;
    }

    @Override
    public boolean isSeenIn(int whole, int part) {
        return connections().isSeenIn(whole, part);
    }

    @Override
    public boolean isPartOfShared(int element) {
        return connections().isPartOfShared(element);
    }

    private Connections connections() {
        if (connections == null) {
            connections = new Connections(graph, translator, elements, world.classes());
        }
        return connections;
    }

    @Override
    public boolean isStrict() {
        return body.isStrict(world);
    }
}
