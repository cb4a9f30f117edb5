package dev.lungfish.checker.region;

/**
 * A place in a method where something happens to a region.
 *
 * @param id a number that is unique in its method
 * @param at where
 * @param element what it happened to
 * @param what the id of the step message that tells it
 * @param name the operation as the source names it, for instance {@code queue.put(order)}
 * @param certainty how sure it is that it happens
 */
public record Site(int id, SourcePoint at, int element, String what, String name, Certainty certainty) {
    /** The step that tells of an element or value that was read out of a shared container and is still in it. */
    public static final String PEEKED = "step.peeked";
    /** The same of a holder of one object. */
    public static final String PEEKED_SLOT = "step.peeked.slot";

    /** A place where it is certain what happens. */
    public Site(int id, SourcePoint at, int element, String what, String name) {
        this(id, at, element, what, name, Certainty.WITNESSED);
    }

    /** The same place, where something happens only if nobody protects it in a way that is not seen here. */
    public Site tentative() {
        return new Site(id, at, element, what, name, Certainty.POSSIBLE);
    }
}
