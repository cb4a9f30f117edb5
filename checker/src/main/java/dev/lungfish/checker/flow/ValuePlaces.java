package dev.lungfish.checker.flow;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import dev.lungfish.checker.javac.FieldChain;
import dev.lungfish.checker.region.RegionKey;
import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import dev.lungfish.checker.residual.HandOver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;
import org.checkerframework.nullaway.dataflow.cfg.node.ThisNode;
import org.checkerframework.nullaway.javacutil.TreeUtils;

/**
 * Where in the source the values are written that operations take: what a check at run time has to look at. A site tells where something
 * happens, often to several values at once; this tells them apart.
 */
final class ValuePlaces {
    private final World world;
    private final Body body;
    private final Map<Key, SourcePoint> places = new HashMap<>();
    private final Map<Integer, SourcePoint> iterated = new HashMap<>();
    private final Map<Key, HandOver> given = new HashMap<>();
    private final Map<Key, Guarded> guarded = new HashMap<>();
    private final Map<RegionKey, TypeMirror> locks = new HashMap<>();

    /**
     * What is touched under a lock of its own.
     *
     * @param owner where the object is written whose part is touched
     * @param lock the fields that lead from it to the lock
     * @param type what the lock is declared to be
     */
    record Guarded(SourcePoint owner, String lock, TypeMirror type) {
    }

    private record Key(int site, int element) {
    }

    ValuePlaces(World world, Body body) {
        this.world = world;
        this.body = body;
    }

    /** The operation at the site takes the value of this node; a node without source says nothing. */
    void takes(Site site, Node value) {
        if (value != null && value.getTree() != null) {
            places.put(new Key(site.id(), site.element()), world.point(body.unit(), value.getTree()));
        }
    }

    /** What the operation at the site takes changes hands by it. */
    void gives(Site site, Node value, HandOver.Happens happens) {
        SourcePoint place = value == null || value.getTree() == null ? SourcePoint.NOWHERE : world.point(body.unit(), value.getTree());
        given.put(new Key(site.id(), site.element()), new HandOver(place, site.at(), happens));
    }

    /** What changes hands at the site; {@link SourcePoint#NOWHERE} if no expression has it. */
    HandOver handOver(Site site) {
        return given.getOrDefault(new Key(site.id(), site.element()), new HandOver(SourcePoint.NOWHERE, site.at(), HandOver.Happens.CALLED));
    }

    /** The operation at the site takes one element after the other of the collection that is walked. */
    void takesElementsOf(Site site, int collection) {
        places.put(new Key(site.id(), site.element()), iterated.getOrDefault(collection, SourcePoint.NOWHERE));
    }

    /** The expression whose elements a loop hands out. */
    void iterates(int collection, com.sun.source.tree.Tree expression) {
        iterated.put(collection, world.point(body.unit(), expression));
    }

    /** What is touched at the site needs this lock, seen from its owner. A lock that fields of the owner do not lead to cannot be looked at. */
    void needs(Site site, Node owner, RegionKey guard) {
        if (owner == null || owner.getTree() == null || owner instanceof ThisNode || !guard.base().equals("this") || guard.kind() != RegionKey.Kind.LOCK) {
            return;
        }
        if (guard.isInner() && guard.fields().size() > 1) {
            return; // A field of another class, which nobody can look at.
        }
        List<String> fields = guard.fields().stream().map(RegionKey::member).toList();
        FieldChain.of(owner.getType(), fields, world.program()).ifPresent(chain -> guarded.put(new Key(site.id(), site.element()),
                new Guarded(world.point(body.unit(), owner.getTree()), String.join(".", fields), chain.type())));
    }

    Optional<Guarded> guarded(Site site) {
        return Optional.ofNullable(guarded.get(new Key(site.id(), site.element())));
    }

    /** The lock that an expression yields which has no stable path: known by its text. A new object is nobody else's lock. */
    Optional<RegionKey> unnamed(Tree lock) {
        ExpressionTree bare = TreeUtils.withoutParens((ExpressionTree) lock);
        if (bare instanceof NewClassTree) {
            return Optional.empty();
        }
        RegionKey key = RegionKey.unnamed(bare.toString());
        locks.put(key, TreeUtils.typeOf(bare));
        return Optional.of(key);
    }

    /** Whether one of the unnamed locks may be the one that the site needs: its type says so, which {@code Object} does not. */
    boolean mayBeHeld(Set<RegionKey> held, Site site) {
        Optional<Guarded> needed = guarded(site);
        return needed.isPresent() && held.stream().filter(RegionKey::isUnnamed).map(locks::get).anyMatch(type -> type != null && mayBe(type, needed.get().type()));
    }

    private boolean mayBe(TypeMirror held, TypeMirror needed) {
        boolean saysNothing = String.valueOf(world.program().types().erasure(held)).equals("java.lang.Object");
        return world.program().types().isAssignable(held, needed) || !saysNothing && world.program().types().isAssignable(needed, held);
    }

    /** Where the value is written that the operation takes, or {@link SourcePoint#NOWHERE}. */
    SourcePoint of(Site site) {
        return places.getOrDefault(new Key(site.id(), site.element()), SourcePoint.NOWHERE);
    }
}
