package spec.contracts;

import spec.support.Order;
import spec.support.Outbox;

/*
 * A factory's result is new.
 * Verdict: derived.
 */
public class ResultOfFactory {
    private int next;
    Order make() { return new Order("o" + next++); }
    void run(Outbox outbox) {
        Order order = make();
        order.touch();
        outbox.send(order);
    }
}
