package spec.flow;

import spec.support.Order;
import spec.support.Outbox;

/*
 * The inner handler uses what may have been sent.
 * Verdict: derived.
 */
public class NestedTry {
    void run(Outbox outbox, AutoCloseable resource) throws Exception {
        Order order = new Order("1");
        try (resource) {
            outbox.send(order); //~
            resource.hashCode();
        } catch (IllegalStateException e) {
            order.touch(); //! use.after.move
        }
    }
}
