package spec.flow;

import spec.support.Order;
import spec.support.Outbox;

/*
 * One arm sends, the code after the switch uses.
 * Verdict: derived.
 */
public class SwitchYield {
    enum Mode { NOW, LATER, NEVER }
    int run(Mode mode, Outbox outbox) {
        Order order = new Order("1");
        int cost = switch (mode) {
            case NOW -> {
                outbox.send(order); //~
                yield 3;
            }
            case LATER -> 2;
            case NEVER -> {
                order.touch();
                yield 0;
            }
        };
        return cost + order.total(); //! use.after.move
    }
}
