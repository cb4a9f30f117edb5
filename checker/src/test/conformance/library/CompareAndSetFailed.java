package spec.library;

import java.util.concurrent.atomic.AtomicReference;
import spec.support.Order;

/*
 * Only if the swap did not succeed is the order still ours.
 * Verdict: derived.
 */
public class CompareAndSetFailed {
    void work(AtomicReference<Order> slot) {
        Order mine = new Order("2");
        if (!slot.compareAndSet(null, mine)) {
            mine.touch();
        }
    }
}
