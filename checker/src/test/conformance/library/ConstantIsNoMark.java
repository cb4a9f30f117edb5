package spec.library;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * A constant that is compared, but also written through its name, or passed to a method that writes it, is shared with whoever takes it out.
 * Verdict: derived.
 */
public class ConstantIsNoMark {
    private static final Order CHANGED = new Order("changed");
    private static final Order LAST = new Order("last");
    private final BlockingQueue<Order> queue = new LinkedBlockingQueue<>();

    void close() throws InterruptedException {
        queue.put(LAST); //! move.shared
        LAST.touch(); //|
    }

    void closeAfterChange() throws InterruptedException {
        change(CHANGED);
        queue.put(CHANGED); //! move.shared
    }

    private static void change(Order order) {
        order.touch();
    }

    boolean isLast(Order order) {
        return order == LAST || order == CHANGED;
    }
}
