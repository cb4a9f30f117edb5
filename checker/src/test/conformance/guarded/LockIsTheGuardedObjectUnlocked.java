package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayDeque;
import java.util.Deque;

/*
 * The queue is its own lock; to name it needs none, to ask it does.
 * Verdict: derived.
 */
public class LockIsTheGuardedObjectUnlocked {
    @InRegion("queue")
    private final Deque<StringBuilder> queue = new ArrayDeque<>();

    boolean isEmpty() {
        return queue.isEmpty(); //! region.not.open
    }
}
