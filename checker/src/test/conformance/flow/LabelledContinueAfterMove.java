package spec.flow;

import java.util.List;
import spec.support.Order;
import spec.support.Outbox;

/*
 * The inner loop leaves to the next outer round with a new order.
 * Verdict: derived.
 */
public class LabelledContinueAfterMove {
    void run(Outbox outbox, List<String> ids) {
        outer:
        for (String id : ids) {
            Order order = new Order(id);
            for (int i = 0; i < 3; i++) {
                if (i == 2) {
                    outbox.send(order);
                    continue outer;
                }
                order.touch();
            }
        }
    }
}
