package spec.flow;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * The result of a conditional offer is read the wrong way round.
 * Verdict: the order is touched where it was taken.
 */
public class OfferedWhenFastMixedUp {
    void run(BlockingQueue<Order> queue, boolean fast) {
        Order order = new Order("1");
        boolean sent = fast && queue.offer(order); //~
        if (sent) {
            order.touch(); //! use.after.move
        }
    }
}
