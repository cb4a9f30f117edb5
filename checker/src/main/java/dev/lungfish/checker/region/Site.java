package dev.lungfish.checker.region;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * A place in a method where something happens to a region.
 *
 * @param id a number that is unique in its method
 * @param at where
 * @param element what it happened to
 * @param what the id of the step message that tells it
 * @param wording the operation as the source names it, for instance {@code queue.put(order)}: asked only by messages, and not part of equality
 * @param certainty how sure it is that it happens
 */
public record Site(int id, SourcePoint at, int element, String what, Supplier<String> wording, Certainty certainty) {
    /** The step that tells of an element or value that was read out of a shared container and is still in it. */
    public static final String PEEKED = "step.peeked";
    /** The same of a holder of one object. */
    public static final String PEEKED_SLOT = "step.peeked.slot";

    /** A place where it is certain what happens. */
    public Site(int id, SourcePoint at, int element, String what, Supplier<String> wording) {
        this(id, at, element, what, wording, Certainty.WITNESSED);
    }

    /** The operation as the source names it. */
    public String name() {
        return wording.get();
    }

    /** The same operation at another place, or seen from another element. */
    public Site at(SourcePoint point, int other) {
        return new Site(id, point, other, what, wording, certainty);
    }

    /** What else the same operation does to an element, for certain. */
    public Site as(String other, int to) {
        return new Site(id, at, to, other, wording);
    }

    /** The same place, where something happens only if nobody protects it in a way that is not seen here. */
    public Site tentative() {
        return new Site(id, at, element, what, wording, Certainty.POSSIBLE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Site site && site.id == id && site.element == element && site.certainty == certainty && site.what.equals(what)
                && site.at.equals(at);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, element, what);
    }
}
