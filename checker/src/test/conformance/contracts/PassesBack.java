package spec.contracts;

import spec.support.Order;
import spec.support.Outbox;

/*
 * A fluent helper returns its argument; sent under the new name.
 * Verdict: derived.
 */
public class PassesBack {
    private static <T extends Order> T tag(T order, String note) { order.annotate(note); return order; }
    void run(Outbox outbox) {
        Order order = new Order("1");
        Order tagged = tag(order, "x");
        outbox.send(tagged); //~
        order.touch(); //! use.after.move
    }
}
