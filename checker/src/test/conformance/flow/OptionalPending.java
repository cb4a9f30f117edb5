package spec.flow;

import java.util.List;
import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * The pending order is null once it was handed over.
 * Verdict: no finding; the null test tells.
 */
public class OptionalPending {
    void run(BlockingQueue<Order> queue, List<String> ids) throws InterruptedException {
        Order pending = null;
        for (String id : ids) {
            if (pending == null) {
                pending = new Order(id);
            } else {
                pending.annotate(id);
            }
            if (pending.total() > 10) {
                queue.put(pending);
                pending = null;
            }
        }
        if (pending != null) {
            queue.put(pending);
        }
    }
}
