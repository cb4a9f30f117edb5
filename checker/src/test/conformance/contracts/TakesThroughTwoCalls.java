package spec.contracts;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * Through two helpers, one of them recursive.
 * Verdict: derived.
 */
public class TakesThroughTwoCalls {
    private final BlockingQueue<Order> queue = new LinkedBlockingQueue<>();
    void run() {
        Order order = new Order("1");
        deep(order, 3); //~
        order.touch(); //! use.after.move
    }
    private void deep(Order o, int n) {
        if (n == 0) { last(o); } else { deep(o, n - 1); }
    }
    private void last(Order o) { queue.add(o); }
}
