package spec.isolated;

import dev.lungfish.annotation.Isolated;
import dev.lungfish.annotation.Moved;
import java.util.ArrayDeque;
import java.util.Deque;
import spec.support.Order;
import spec.support.Outbox;

/*
 * The elements of a deque are slots: taken out and sent, fine.
 * Verdict: derived.
 */
public class ElementsOfDeque {
    private final Deque<@Isolated Order> waiting = new ArrayDeque<>();
    void add(@Moved Order o) { waiting.addLast(o); }
    void sendAll(Outbox outbox) {
        Order o;
        while ((o = waiting.pollFirst()) != null) {
            o.touch();
            outbox.send(o);
        }
    }
}
