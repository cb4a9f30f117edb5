package spec.flow;

import java.util.List;
import spec.support.Order;
import spec.support.Outbox;

/*
 * Each order knows the one before, which was sent already.
 * Verdict: derived.
 */
public class LoopRemembersPrevious {
    void run(List<String> ids, Outbox outbox) {
        Order previous = null;
        for (String id : ids) {
            Order order = new Order(id);
            order.previous = previous; //! use.after.move
                outbox.send(order); //| use.after.move
            previous = order;
        }
    }
}
