package spec.isolated;

import dev.lungfish.annotation.Isolated;
import dev.lungfish.annotation.Moved;
import java.util.ArrayList;
import java.util.List;
import spec.support.Order;
import spec.support.Outbox;

/*
 * get leaves the element in the list: sending it leaves a second name.
 * Verdict: derived.
 */
public class ElementsOfListRead {
    private final List<@Isolated Order> waiting = new ArrayList<>();
    void add(@Moved Order o) { waiting.add(o); }
    void sendFirst(Outbox outbox) {
        outbox.send(waiting.get(0)); //! isolated.aliased|move.not.owned|isolated.not.restored
    }
    void removeFirst(Outbox outbox) {
        outbox.send(waiting.remove(0));
    }
}
