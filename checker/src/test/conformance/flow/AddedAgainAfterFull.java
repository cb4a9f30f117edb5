package spec.flow;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A full queue refuses the order, which is changed and added again.
 * Verdict: no finding; add keeps nothing when it throws.
 */
public class AddedAgainAfterFull {
    void run(BlockingQueue<Order> queue) {
        Order order = new Order("1");
        while (true) {
            try {
                queue.add(order);
                return;
            } catch (IllegalStateException full) {
                order.quantity++;
            }
        }
    }
}
