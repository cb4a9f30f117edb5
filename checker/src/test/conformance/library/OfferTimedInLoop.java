package spec.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import spec.support.Order;

/*
 * A timed offer is tried again until it succeeds.
 * Verdict: derived.
 */
public class OfferTimedInLoop {
    void run(BlockingQueue<Order> queue) throws InterruptedException {
        Order order = new Order("1");
        while (!queue.offer(order, 1, TimeUnit.SECONDS)) {
            order.touch();
        }
    }
}
