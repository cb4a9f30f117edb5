package spec.contracts;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * The same, used in the wrong branch.
 * Verdict: derived.
 */
public class TakesOnTrueWrong {
    private final BlockingQueue<Order> queue = new ArrayBlockingQueue<>(3);
    void run() {
        Order order = new Order("1");
        if (tryTake(order)) { //~
            order.annotate("accepted"); //! use.after.move
        }
    }
    private boolean tryTake(Order o) { return queue.offer(o); }
}
