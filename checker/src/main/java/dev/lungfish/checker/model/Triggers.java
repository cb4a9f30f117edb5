package dev.lungfish.checker.model;

import java.util.function.Predicate;

/** Which effects make a method worth looking at when a class is scanned for concurrency. Stateless. */
public final class Triggers {
    private Triggers() {
    }

    /**
     * Whether a call of the method can be wrong by itself: it hands over, freezes, starts something, or needs something open. What only locks,
     * waits or gives back matters where one of these, or an annotated declaration, stands in the same method.
     */
    public static boolean isTrigger(MethodModel model) {
        return isTrigger(model, place -> true);
    }

    /**
     * The same of one call: an effect on something that cannot be shared wrongly does not count.
     *
     * @param mayBeShared whether what stands at a place of this call may need an owner
     */
    public static boolean isTrigger(MethodModel model, Predicate<Place> mayBeShared) {
        for (Effect effect : model.effects()) {
            if (isTrigger(effect) && mayBeShared.test(subject(effect, model))) {
                return true;
            }
        }
        return fillsItsResult(model);
    }

    /** What the effect does something to. */
    private static Place subject(Effect effect, MethodModel model) {
        if (effect instanceof Effect.Move move) {
            return move.what();
        } else if (effect instanceof Effect.Lend lend) {
            return lend.what();
        } else if (effect instanceof Effect.Freezes freezes) {
            return freezes.place();
        } else if (effect instanceof Effect.FrozenOnly only) {
            return only.place();
        }
        // What a function leaves in a box of its container is also what the call returns, if it returns it at all.
        return effect instanceof Effect.Bin && model.has(Effect.Peek.class) ? Place.RESULT : Place.THIS;
    }

    /** Whether a method that calls it may lock, unlock or wait for its own callers. */
    public static boolean isOftenWrapped(MethodModel model) {
        return model.has(Effect.Opens.class) || model.has(Effect.Closes.class) || model.has(Effect.Await.class) || model.has(Effect.AwaitAll.class)
                || model.has(Effect.AwaitLatch.class);
    }

    /** Whether a function makes the content of the result before the call returns: what it puts in there belongs to the result. */
    private static boolean fillsItsResult(MethodModel model) {
        return model.all(Effect.Runs.class).stream().anyMatch(r -> r.kind() == RunKind.ONCE)
                && model.all(Effect.Yields.class).stream().anyMatch(y -> y.target().equals(new Place.Content(Place.RESULT)));
    }

    /** Whether the method reads out of a container, which can be wrong where others are known to share that container. */
    public static boolean readsOut(MethodModel model) {
        return model.has(Effect.Peek.class);
    }

    private static boolean isTrigger(Effect effect) {
        if (effect instanceof Effect.Runs runs) {
            return runs.kind() == RunKind.TASK || runs.kind() == RunKind.ORDERED || runs.kind() == RunKind.PARALLEL || runs.kind() == RunKind.CONFINED;
        }
        return effect instanceof Effect.Move || effect instanceof Effect.Lend || effect instanceof Effect.Stage || effect instanceof Effect.Freezes || effect instanceof Effect.FrozenOnly
                || effect instanceof Effect.Acquires || effect instanceof Effect.Inside || effect instanceof Effect.Within
                || effect instanceof Effect.Nests || effect instanceof Effect.Bin || effect instanceof Effect.Reopens || effect instanceof Effect.Parallel;
    }
}
