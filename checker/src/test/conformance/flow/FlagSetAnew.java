package spec.flow;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * The flag that told where the order is gets another value before it is asked.
 * Verdict: the order may be in the queue whatever the flag says.
 */
public class FlagSetAnew {
    void run(BlockingQueue<Order> queue) {
        Order order = new Order("1");
        boolean taken = queue.offer(order); //~
        taken = false;
        if (!taken) {
            order.touch(); //! use.after.move
        }
    }
}
