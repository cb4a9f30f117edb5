package spec.flow;

import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * The second operand runs only if the offer failed.
 * Verdict: derived.
 */
public class ShortCircuit {
    boolean run(BlockingQueue<Order> queue) {
        Order order = new Order("1");
        return queue.offer(order) || order.total() == 0;
    }
}
