package dev.lungfish.checker.model;

/** Which effects make a method worth looking at when a class is scanned for concurrency. Stateless. */
public final class Triggers {
    private Triggers() {
    }

    /**
     * Whether a call of the method can be wrong by itself: it hands over, freezes, starts something, or needs something open. What only locks,
     * waits or gives back matters where one of these, or an annotated declaration, stands in the same method.
     */
    public static boolean isTrigger(MethodModel model) {
        return model.effects().stream().anyMatch(Triggers::isTrigger);
    }

    /** Whether a method that calls it may lock, unlock or wait for its own callers. */
    public static boolean isOftenWrapped(MethodModel model) {
        return model.has(Effect.Opens.class) || model.has(Effect.Closes.class) || model.has(Effect.Await.class) || model.has(Effect.AwaitAll.class)
                || model.has(Effect.AwaitLatch.class);
    }

    /** Whether the method reads out of a container, which can be wrong where others are known to share that container. */
    public static boolean readsOut(MethodModel model) {
        return model.has(Effect.Peek.class);
    }

    private static boolean isTrigger(Effect effect) {
        if (effect instanceof Effect.Runs runs) {
            return runs.kind() == RunKind.TASK || runs.kind() == RunKind.ORDERED || runs.kind() == RunKind.PARALLEL || runs.kind() == RunKind.CONFINED;
        }
        return effect instanceof Effect.Move || effect instanceof Effect.Lend || effect instanceof Effect.Stage || effect instanceof Effect.Freezes
                || effect instanceof Effect.Acquires || effect instanceof Effect.Inside || effect instanceof Effect.Within
                || effect instanceof Effect.Nests || effect instanceof Effect.Bin || effect instanceof Effect.Reopens || effect instanceof Effect.Parallel;
    }
}
