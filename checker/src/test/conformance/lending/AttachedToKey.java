package spec.lending;

import java.nio.channels.SelectionKey;
import spec.support.Order;

/*
 * What is attached to a key stays with the thread that handles the key.
 * Verdict: derived.
 */
public class AttachedToKey {
    void accept(SelectionKey key) {
        Order order = new Order("1");
        key.attach(order);
        order.touch();
    }
}
