package spec.isolated;

import dev.lungfish.annotation.Isolated;
import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * The slot is emptied before something that may throw, on purpose: null is a valid value.
 * Verdict: derived.
 */
public class NullSlotOnException {
    private @Isolated Order current = new Order("1");
    void ship(BlockingQueue<Order> out) throws InterruptedException {
        Order taken = current;
        current = null;
        if (taken != null) {
            out.put(taken);
        }
    }
}
