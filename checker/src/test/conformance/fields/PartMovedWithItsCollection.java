package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * The last part is still known by a name of its own when the collection goes.
 * Verdict: derived.
 */
public class PartMovedWithItsCollection {
    private final BlockingQueue<List<Order>> queue = new LinkedBlockingQueue<>();

    void run(int n) throws InterruptedException {
        List<Order> parts = new ArrayList<>();
        Order last = new Order("none");
        for (int i = 0; i < n; i++) {
            Order part = new Order("part");
            parts.add(part);
            last = part;
        }
        queue.put(parts); //~
        last.touch(); //! use.after.move
    }
}
