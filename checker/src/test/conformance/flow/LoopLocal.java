package spec.flow;

import java.util.List;
import spec.support.Order;
import spec.support.Outbox;

/*
 * A new object for each round, declared inside the loop, sent at its end; the last one is remembered by its id only.
 * Verdict: derived.
 */
public class LoopLocal {
    String run(List<String> ids, Outbox outbox) {
        String last = "";
        for (String id : ids) {
            Order order = new Order(id);
            order.touch();
            last = order.id;
            outbox.send(order);
        }
        return last;
    }
}
