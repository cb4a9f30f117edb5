package spec.flow;

import java.util.List;
import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * The flag is reset in each round, but the order is the same.
 * Verdict: the order of an earlier round may be in the queue.
 */
public class FlagOfAnotherRound {
    void run(BlockingQueue<Order> queue, List<String> ids) {
        Order order = new Order("1");
        for (String id : ids) {
            boolean wanted = id.isEmpty();
            if (wanted) {
                queue.add(order); //~ //? use.after.move
            }
            if (!wanted) {
                order.touch(); //! use.after.move
            }
        }
    }
}
