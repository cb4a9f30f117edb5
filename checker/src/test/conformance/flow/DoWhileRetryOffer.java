package spec.flow;

import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * Offered until somebody takes it: not gone while the loop runs.
 * Verdict: derived.
 */
public class DoWhileRetryOffer {
    void run(BlockingQueue<Order> queue) {
        Order order = new Order("1");
        while (!queue.offer(order)) {
            order.touch();
            Thread.yield();
        }
    }
}
