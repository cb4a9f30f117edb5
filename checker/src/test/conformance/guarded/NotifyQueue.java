package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayDeque;
import java.util.Deque;

/*
 * wait and notifyAll.
 * Verdict: derived.
 */
public class NotifyQueue {
    @InRegion("this") private final Deque<String> items = new ArrayDeque<>();
    @InRegion("this") private boolean closed;
    synchronized void put(String s) {
        items.add(s);
        notifyAll();
    }
    synchronized String take() throws InterruptedException {
        while (items.isEmpty() && !closed) { wait(); }
        return items.poll();
    }
    synchronized void close() { closed = true; notifyAll(); }
}
