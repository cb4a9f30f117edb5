package spec.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * A constant that is compared and passed on, and never looked into, ends the queue: each consumer puts it back for the next one.
 * Verdict: derived (assumed: whoever takes the mark out compares it).
 */
public class MarkEndsQueue {
    private static final Order END = new Order("end");
    private final BlockingQueue<Order> queue = new LinkedBlockingQueue<>();

    void close() throws InterruptedException {
        queue.put(END);
    }

    int consume() throws InterruptedException {
        int sum = 0;
        for (Order order = queue.take(); order != END; order = queue.take()) {
            sum += order.quantity;
        }
        queue.put(END);
        return sum;
    }
}
