package dev.lungfish.checker.flow;

/**
 * What the calls of one body are lowered with.
 *
 * @param world the program
 * @param elements the elements of the body
 * @param paths regions by the expressions that name them
 * @param translator lowers what is no call, and knows sites
 * @param closures the functions that the body makes
 * @param calls lowers calls by summary
 * @param waiting what a handle or a loop waits for
 * @param sharing which containers other threads can see
 */
record Lowering(World world, ElementTable elements, Paths paths, Translator translator, Closures closures, Calls calls, Waiting waiting,
        SharedContainers sharing) {
}
