package spec.library;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import spec.support.Order;

/*
 * tryTransfer with a time limit.
 * Verdict: derived.
 */
public class TransferQueueTried {
    void run(TransferQueue<Order> queue) throws InterruptedException {
        Order order = new Order("1");
        if (queue.tryTransfer(order, 5, TimeUnit.MILLISECONDS)) { //~
            order.annotate("gone"); //! use.after.move
        } else {
            order.annotate("still here");
        }
    }
}
