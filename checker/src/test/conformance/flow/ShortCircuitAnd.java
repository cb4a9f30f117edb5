package spec.flow;

import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * The second operand runs only if the offer succeeded.
 * Verdict: derived.
 */
public class ShortCircuitAnd {
    boolean run(BlockingQueue<Order> queue) {
        Order order = new Order("1");
        return queue.offer(order) && order.total() == 0; //! use.after.move
    }
}
