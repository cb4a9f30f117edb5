package spec.contracts;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * A private helper that sends its argument: the caller goes on using it.
 * Verdict: derived.
 */
public class TakesByName {
    private final BlockingQueue<Order> queue = new LinkedBlockingQueue<>();
    void run() {
        Order order = new Order("1");
        submit(order); //~
        order.touch(); //! use.after.move
    }
    private void submit(Order o) { queue.add(o); }
}
