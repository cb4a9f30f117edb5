package spec.flow;

import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * Sent in one branch of a conditional expression.
 * Verdict: derived.
 */
public class TernarySends {
    boolean run(BlockingQueue<Order> queue, boolean urgent) {
        Order order = new Order("1");
        boolean sent = urgent ? queue.add(order) : order.total() > 0; //~
        order.touch(); //! use.after.move
        return sent;
    }
}
