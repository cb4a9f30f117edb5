package spec.flow;

import spec.support.Order;
import spec.support.Outbox;

/*
 * The case falls through into a use.
 * Verdict: derived.
 */
public class FallThrough {
    void run(int mode, Outbox outbox) {
        Order order = new Order("1");
        switch (mode) {
            case 1:
                outbox.send(order); //~
            case 2:
                order.touch(); //! use.after.move
                break;
            default:
                break;
        }
    }
}
