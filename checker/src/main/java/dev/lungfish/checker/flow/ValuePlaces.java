package dev.lungfish.checker.flow;

import dev.lungfish.checker.region.Site;
import dev.lungfish.checker.region.SourcePoint;
import java.util.HashMap;
import java.util.Map;
import org.checkerframework.nullaway.dataflow.cfg.node.Node;

/**
 * Where in the source the values are written that operations take: what a check at run time has to look at. A site tells where something
 * happens, often to several values at once; this tells them apart.
 */
final class ValuePlaces {
    private final World world;
    private final Body body;
    private final Map<Key, SourcePoint> places = new HashMap<>();
    private final Map<Integer, SourcePoint> iterated = new HashMap<>();

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

    /** The operation at the site takes one element after the other of the collection that is walked. */
    void takesElementsOf(Site site, int collection) {
        places.put(new Key(site.id(), site.element()), iterated.getOrDefault(collection, SourcePoint.NOWHERE));
    }

    /** The expression whose elements a loop hands out. */
    void iterates(int collection, com.sun.source.tree.Tree expression) {
        iterated.put(collection, world.point(body.unit(), expression));
    }

    /** Where the value is written that the operation takes, or {@link SourcePoint#NOWHERE}. */
    SourcePoint of(Site site) {
        return places.getOrDefault(new Key(site.id(), site.element()), SourcePoint.NOWHERE);
    }
}
