package spec.flow;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * The result of a conditional offer is kept in a variable.
 * Verdict: no finding; the order is touched only where it was not taken.
 */
public class OfferedWhenFast {
    void run(BlockingQueue<Order> queue, boolean fast) {
        Order order = new Order("1");
        boolean sent = fast && queue.offer(order);
        if (!sent) {
            order.touch();
        }
    }

    void negated(BlockingQueue<Order> queue) {
        Order order = new Order("2");
        boolean full = !queue.offer(order);
        if (full) {
            order.touch();
        }
    }

    void spinning(BlockingQueue<Order> queue) {
        Order order = new Order("3");
        while (!queue.offer(order)) {
            order.quantity++;
            Thread.onSpinWait();
        }
    }
}
