package dev.lungfish.checker.region;

/**
 * A place in a method where something happens to a region.
 *
 * @param id a number that is unique in its method
 * @param at where
 * @param element what it happened to
 * @param what the id of the step message that tells it
 * @param name the operation as the source names it, for instance {@code queue.put(order)}
 */
public record Site(int id, SourcePoint at, int element, String what, String name) {
}
