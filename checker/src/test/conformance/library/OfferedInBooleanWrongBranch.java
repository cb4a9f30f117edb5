package spec.library;

import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * What was accepted belongs to the reader.
 * Verdict: derived.
 */
public class OfferedInBooleanWrongBranch {
    void run(BlockingQueue<Order> queue) {
        Order order = new Order("1");
        boolean accepted = queue.offer(order); //~
        if (accepted) {
            order.touch(); //! use.after.move
        }
    }
}
