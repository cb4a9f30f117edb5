package spec.library;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.TimeUnit;
import spec.support.Order;

/*
 * offerLast with a time limit that fails leaves the order here.
 * Verdict: derived.
 */
public class DequeOfferLast {
    void run(BlockingDeque<Order> deque) throws InterruptedException {
        Order order = new Order("1");
        if (!deque.offerLast(order, 1, TimeUnit.SECONDS)) {
            order.annotate("refused");
            deque.offerFirst(order);
        }
    }
}
