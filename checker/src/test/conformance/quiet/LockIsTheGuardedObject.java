package spec.quiet;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayDeque;
import java.util.Deque;

/*
 * The queue is its own lock: to lock it, one has to name it.
 * Verdict: derived.
 */
public class LockIsTheGuardedObject {
    @InRegion("queue")
    private final Deque<StringBuilder> queue = new ArrayDeque<>();

    void add(String text) {
        synchronized (queue) {
            queue.add(new StringBuilder(text));
        }
    }
}
