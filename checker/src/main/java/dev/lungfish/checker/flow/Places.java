package dev.lungfish.checker.flow;

import com.sun.source.tree.Tree;
import dev.lungfish.checker.region.Access;
import dev.lungfish.checker.region.Label;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.RegionOp;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.AssignmentNode;
import org.checkerframework.nullaway.dataflow.cfg.node.FieldAccessNode;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.SuperNode;
import org.checkerframework.nullaway.dataflow.cfg.node.ThisNode;

/** Reads and writes of fields: plain, guarded, owning and static ones. */
final class Places {
    private final World world;
    private final ElementTable elements;
    private final Paths paths;
    private final Translator translator;
    private final FreshLocals freshLocals;
    private final Map<Integer, RegionKey> guardOfSlot = new HashMap<>();

    Places(World world, Body body, ElementTable elements, Paths paths, Translator translator) {
        this.world = world;
        this.freshLocals = new FreshLocals(world, body);
        this.elements = elements;
        this.paths = paths;
        this.translator = translator;
    }

    void read(FieldAccessNode node, Lowered out) {
        VariableElement field = node.getElement();
        if (field == null || !Translator.isField(field) || field.getSimpleName().contentEquals("length") && field.getEnclosingElement() == null) {
            return;
        }
        if (field.getSimpleName().contentEquals("this") || field.getSimpleName().contentEquals("class")) {
            return;
        }
        List<RegionKey> guards = regionsOf(node);
        if (!guards.isEmpty()) {
            readGuarded(node, field, guards, out);
        } else if (Translator.isStatic(field)) {
            readStatic(node, field, out);
        } else {
            readPlain(node, field, out);
        }
    }

    private void readStatic(FieldAccessNode node, VariableElement field, Lowered out) {
        if (!world.isTracked(node.getType()) || isConstant(field) && world.isShareableField(field)) {
            return;
        }
        boolean frozen = world.isFrozenField(field) || isConstant(field) && world.verdicts().fieldIsFrozenValue(field);
        if (frozen && node.getType().getKind() == TypeKind.ARRAY) {
            // Only an array of length 0 is a frozen value; passing it to be filled writes nothing.
            return;
        }
        if (frozen && !world.isFrozenField(field)) {
            frozenValue(elements.of(node), field, out);
        } else {
            out.add(new RegionOp.Fresh(elements.of(node), frozen ? Label.FROZEN : Label.SHARED));
        }
    }

    private static boolean isConstant(VariableElement field) {
        return field.getModifiers().contains(Modifier.FINAL);
    }

    private void readPlain(FieldAccessNode node, VariableElement field, Lowered out) {
        int holder = elements.of(node.getReceiver());
        boolean tracked = world.isTracked(node.getType()) && !world.isShareableField(field);
        boolean fixed = field.getModifiers().contains(Modifier.FINAL) || world.verdicts().effectivelyFinal(field)
                || field.getModifiers().contains(Modifier.VOLATILE) && !tracked;
        boolean confined = world.verdicts().confinement(field.asType()).isPresent() || world.isGuardedEverywhere(field);
        out.add(new RegionOp.Use(holder, fixed || confined ? Access.IDENTITY : Access.READ, translator.touches().of(field, Access.READ), true,
                translator.site(node.getTree(), holder, "step.used")));
        if (!tracked) {
            return;
        }
        int value = elements.of(node);
        if (world.isEdge(node.getType())) {
            out.add(new RegionOp.Fresh(value, Label.FREE));
        } else if (world.isIsolated(field)) {
            out.add(new RegionOp.TakeSlot(value, slot(node), translator.site(node.getTree(), value, "step.taken")));
        } else if (world.isFrozenField(field)) {
            out.add(new FrozenPromises(world).of(field, value, translator));
        } else if (world.verdicts().fieldIsFrozenValue(field) && !(translator.isConstructing() && isOwnThis(node.getReceiver()))) {
            frozenValue(value, field, out);
        } else if (world.isGuardedEverywhere(field) && isOwnThis(node.getReceiver()) && !translator.isConstructing()) {
            out.add(new RegionOp.Fresh(value, Label.caller(0)));
        } else if (world.isTracked(node.getReceiver().getType()) || isThis(node.getReceiver())) {
            out.add(new RegionOp.Assign(value, holder));
        } else {
            out.add(new RegionOp.Fresh(value, Label.SHARED));
        }
    }

    /**
     * Found to be frozen, not promised: a write is told where the type is the library's; what classes of the program do is known too roughly, and
     * nothing can be written through an {@code Object}.
     */
    private void frozenValue(int value, VariableElement field, Lowered out) {
        String type = String.valueOf(world.program().types().erasure(field.asType()));
        boolean library = type.startsWith("java.") && !type.equals("java.lang.Object");
        out.add(library ? new RegionOp.Fresh(value, Label.FROZEN) : new RegionOp.Assign(value, RegionOp.NONE));
    }

    private static boolean isThis(Node node) {
        return node instanceof ThisNode || node instanceof SuperNode;
    }

    private void readGuarded(FieldAccessNode node, VariableElement field, List<RegionKey> guards, Lowered out) {
        int owner = ownerOf(node);
        RegionKey.Mode enough = world.isTracked(node.getType()) ? RegionKey.Mode.READ : RegionKey.Mode.OPTIMISTIC;
        boolean isItsOwnLock = field.getModifiers().contains(Modifier.FINAL)
                && world.regionsOf(field).stream().anyMatch(k -> k.fields().stream().anyMatch(step -> field.getSimpleName().contentEquals(RegionKey.member(step))));
        if (!isItsOwnLock) {
            require(guards, enough, node, accessSite(node), out);
        }
        if (!world.isTracked(node.getType())) {
            return;
        }
        int value = elements.of(node);
        if (world.isEdge(node.getType())) {
            out.add(new RegionOp.Fresh(value, Label.FREE));
        } else if (world.isIsolated(field)) {
            int slot = slot(node);
            guardOfSlot.put(slot, guards.get(0));
            out.add(new RegionOp.TakeSlot(value, slot, translator.site(node.getTree(), value, "step.taken")));
        } else if (world.isFrozenField(field) || world.verdicts().fieldIsFrozenValue(field)) {
            out.add(new RegionOp.Fresh(value, Label.FROZEN));
        } else if (world.guardsVariableOnly(field) && !world.isShareableField(field)) {
            out.add(owner == RegionOp.NONE ? new RegionOp.Fresh(value, Label.SHARED) : new RegionOp.Assign(value, owner));
        } else if (!world.guardsVariableOnly(field)) {
            out.add(new RegionOp.Enter(value, guards.get(0), owner, homeOf(node, guards.get(0)), world.claimOn(field), !isItsOwnLock));
        }
    }

    /** What was read out of a container may protect itself, also where the container does not. */
    void part(int element, TypeMirror type, Lowered out) {
        if (world.isTracked(type) && world.mayProtectItself(type)) {
            out.add(new RegionOp.Part(element, element));
        }
    }

    /** Each of the guards must be open, or a check must be able to tell that it is. */
    private void require(List<RegionKey> guards, RegionKey.Mode mode, FieldAccessNode node, Site site, Lowered out) {
        List<RegionKey> own = world.regionsOf(node.getElement());
        for (int i = 0; i < guards.size(); i++) {
            Site at = i == 0 ? site : translator.site(node.getTree(), site.element(), site.what());
            translator.values().needs(at, node.getReceiver(), own.get(i));
            out.add(new RegionOp.RequireOpen(guards.get(i), mode, ownerOf(node), at));
        }
    }

    private Site accessSite(FieldAccessNode node) {
        return translator.site(node.getTree(), elements.of(node), "step.used");
    }

    void write(FieldAccessNode target, Node value, AssignmentNode node, Lowered out) {
        VariableElement field = target.getElement();
        Tree tree = translator.written(node.getTree(), target.getTree());
        int v = elements.of(value);
        boolean tracked = world.isTracked(value.getType());
        if (world.isFrozenField(field) && !isInitializerOfField(tree) && !isGivenByConstructor(target, field)) {
            out.add(translator.requireFrozen(value, field.getSimpleName().toString()));
        }
        List<RegionKey> guards = regionsOf(target);
        int owner = ownerOf(target);
        if (!guards.isEmpty()) {
            require(guards, RegionKey.Mode.WRITE, target, translator.site(target.getTree(), elements.of(target), "step.written"), out);
        } else if (!Translator.isStatic(field)) {
            int holder = elements.of(target.getReceiver());
            boolean confined = world.verdicts().confinement(field.asType()).isPresent() || world.isGuardedEverywhere(field);
            boolean safe = field.getModifiers().contains(Modifier.VOLATILE) && !tracked || confined;
            Site site = writeSite(target, tree, holder);
            translator.values().takes(site, target.getReceiver());
            out.add(new RegionOp.Use(holder, safe ? Access.IDENTITY : Access.WRITE, translator.touches().of(field, Access.WRITE), true, site));
        }
        if (!guards.isEmpty() && isSole(target)) {
            out.add(new RegionOp.Detach(homeOf(target, guards.get(0)), guards.get(0)));
        }
        if (world.isIsolated(field)) {
            putSlot(target, value, guards, tree, out);
        } else if (world.isEdge(value.getType()) && !Translator.isStatic(field)) {
            out.add(translator.use(value, Access.IDENTITY));
        } else if (tracked) {
            out.add(translator.use(value, Access.READ));
            Site site = translator.site(tree, v, "step.stored");
            if (!world.isFrozenField(field) && isGivenWritable(field)) {
                out.add(new RegionOp.StoreWritable(v, field.getSimpleName().toString(), site));
            }
            if (!guards.isEmpty() && !world.guardsVariableOnly(field)) {
                out.add(new RegionOp.Keep(guards.get(0), owner, v, homeOf(target, guards.get(0)), world.claimOn(field), site));
            } else if (Translator.isStatic(field)) {
                out.add(new RegionOp.Publish(v, site));
            } else {
                out.add(new RegionOp.Merge(elements.of(target.getReceiver()), v, site));
            }
        }
    }

    /** What stands for the part of the region to which the field leads. */
    private int homeOf(FieldAccessNode node, RegionKey guard) {
        return isSole(node) ? elements.homeOf(pathOf(node).orElseThrow()) : elements.homeOf(guard, world.claimOn(node.getElement()));
    }

    /** Whether this field, seen from an object that keeps its name, alone leads to what it refers to. */
    private boolean isSole(FieldAccessNode node) {
        return world.isTracked(node.getElement().asType()) && world.isSoleField(node.getElement()) && pathOf(node).isPresent();
    }

    private Optional<String> pathOf(FieldAccessNode node) {
        if (Translator.isStatic(node.getElement())) {
            return Optional.of(node.getElement().getEnclosingElement() + "." + node.getFieldName());
        }
        Optional<RegionKey> receiver = isOwnThis(node.getReceiver()) ? Optional.of(RegionKey.lock("this")) : receiverPath(node);
        return receiver.map(path -> path + "." + node.getFieldName());
    }

    /** A write through a nested path is told of the object that is written, which has a better name than {@code this}. */
    private Site writeSite(FieldAccessNode target, Tree tree, int holder) {
        return translator.site(tree, holder, "step.written");
    }

    /** What constructors give the fields of their own object is judged with the declaration. */
    private boolean isGivenByConstructor(FieldAccessNode target, VariableElement field) {
        return translator.constructs(field) && target.getReceiver() instanceof ThisNode;
    }

    /** Whether something is stored into the field that is not frozen: then whoever reads it may write what it finds. */
    private boolean isGivenWritable(VariableElement field) {
        return world.verdicts().valuesOf(field).stream().anyMatch(given -> !world.isFrozenValue(given.getCompilationUnit(), given.getLeaf()));
    }

    private static boolean isInitializerOfField(Tree tree) {
        return tree instanceof com.sun.source.tree.VariableTree;
    }

    private void putSlot(FieldAccessNode target, Node value, List<RegionKey> guards, Tree tree, Lowered out) {
        int slot = slot(target);
        if (!guards.isEmpty()) {
            guardOfSlot.put(slot, guards.get(0));
        }
        int v = world.isTracked(value.getType()) ? elements.of(value) : RegionOp.NONE;
        out.add(new RegionOp.PutSlot(slot, v, translator.site(tree, v, "step.slotted")));
    }

    /** The slots guarded by a region: they must be whole where it is closed. */
    Set<Integer> guardedBy(RegionKey region) {
        Set<Integer> slots = new TreeSet<>();
        guardOfSlot.forEach((slot, guard) -> {
            if (guard.equals(region)) {
                slots.add(slot);
            }
        });
        return slots;
    }

    /** All slots must be whole: the method is left. */
    void leaveAll(SourcePoint at, Lowered out) {
        if (!elements.slots().isEmpty()) {
            out.add(new RegionOp.CheckSlots(new TreeSet<>(elements.slots().values()), siteAt(at)));
        }
    }

    private Site siteAt(SourcePoint at) {
        Site site = translator.site(null, RegionOp.NONE, "step.left");
        return site.at(at, RegionOp.NONE);
    }

    private int slot(FieldAccessNode node) {
        String path = paths.of(node.getReceiver().getTree()).map(RegionKey::toString).orElse("this?") + "." + node.getFieldName();
        return elements.slot(path, node.getFieldName());
    }

    /** The element whose freshness makes a lock unnecessary: the object that holds the field. */
    private int ownerOf(FieldAccessNode node) {
        return Translator.isStatic(node.getElement()) ? RegionOp.NONE : elements.of(node.getReceiver());
    }

    /** The regions that a field lives in, seen from the object through which it is reached; none if nobody else can reach that object yet. */
    private List<RegionKey> regionsOf(FieldAccessNode node) {
        VariableElement field = node.getElement();
        if (field == null || !Translator.isField(field) || freshLocals.isOnlyHere(node.getReceiver())) {
            return List.of();
        }
        List<RegionKey> own = world.regionsOf(field);
        if (own.isEmpty() || Translator.isStatic(field) || isOwnThis(node.getReceiver())) {
            return own;
        }
        Optional<RegionKey> receiver = receiverPath(node);
        List<RegionKey> seen = new ArrayList<>();
        for (RegionKey key : own) {
            seen.add(receiver.map(key::rebase).orElseGet(() -> paths.withoutPath(key, node.getReceiver())));
        }
        return seen;
    }

    private boolean isOwnThis(Node receiver) {
        return isThis(receiver) && elements.of(receiver) == 0;
    }

    private Optional<RegionKey> receiverPath(FieldAccessNode node) {
        Node receiver = node.getReceiver();
        if (isThis(receiver)) {
            TypeMirror type = receiver.getType();
            return Optional.of(RegionKey.lock("outer:" + world.program().types().erasure(type)));
        }
        return paths.of(receiver.getTree());
    }
}
