package spec.flow;

import spec.support.Order;
import spec.support.Outbox;

/*
 * The sending arm leaves the method.
 * Verdict: derived.
 */
public class SwitchYieldReturns {
    enum Mode { NOW, LATER }
    int run(Mode mode, Outbox outbox) {
        Order order = new Order("1");
        switch (mode) {
            case NOW:
                outbox.send(order);
                return 1;
            default:
                order.touch();
                break;
        }
        return order.total();
    }
}
