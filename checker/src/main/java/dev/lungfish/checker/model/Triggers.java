package dev.lungfish.checker.model;

/** Which effects make a method worth looking at when a class is scanned for concurrency. Stateless. */
public final class Triggers {
    private Triggers() {
    }

    /** Whether a call of the method can be the start of a finding: it hands over, waits, locks, freezes or starts something. */
    public static boolean isTrigger(MethodModel model) {
        return model.effects().stream().anyMatch(Triggers::isTrigger);
    }

    private static boolean isTrigger(Effect effect) {
        if (effect instanceof Effect.Runs runs) {
            return runs.kind() == RunKind.TASK || runs.kind() == RunKind.ORDERED || runs.kind() == RunKind.PARALLEL || runs.kind() == RunKind.CONFINED;
        }
        return effect instanceof Effect.Move || effect instanceof Effect.Lend || effect instanceof Effect.Take || effect instanceof Effect.Peek
                || effect instanceof Effect.Await || effect instanceof Effect.AwaitAll || effect instanceof Effect.AwaitLatch
                || effect instanceof Effect.CountDown || effect instanceof Effect.Stage || effect instanceof Effect.Bin
                || effect instanceof Effect.Opens || effect instanceof Effect.Closes || effect instanceof Effect.Reopens
                || effect instanceof Effect.Acquires || effect instanceof Effect.Inside || effect instanceof Effect.Within
                || effect instanceof Effect.Nests || effect instanceof Effect.Freezes || effect instanceof Effect.Publishes
                || effect instanceof Effect.Parallel || effect instanceof Effect.ThreadState;
    }
}
