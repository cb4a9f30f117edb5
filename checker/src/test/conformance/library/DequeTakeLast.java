package spec.library;

import java.util.concurrent.BlockingDeque;
import spec.support.Order;

/*
 * BlockingDeque: what is put at one end belongs to the taker.
 * Verdict: derived.
 */
public class DequeTakeLast {
    void run(BlockingDeque<Order> deque) throws InterruptedException {
        Order order = new Order("1");
        deque.putFirst(order); //~
        Order other = deque.takeLast();
        other.touch();
        order.touch(); //! use.after.move
    }
}
