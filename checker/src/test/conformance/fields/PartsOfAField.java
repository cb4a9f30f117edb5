package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * What each round puts into the collection is also kept in a field, or in a static collection.
 * Verdict: derived.
 */
public class PartsOfAField {
    private static final List<Order> ALL = new ArrayList<>();
    private final BlockingQueue<List<Order>> queue = new LinkedBlockingQueue<>();
    private Order last;

    void field(int n) throws InterruptedException {
        List<Order> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Order part = new Order("part");
            parts.add(part);
            last = part;
        }
        queue.put(parts); //! move.not.owned
    }

    void published(int n) throws InterruptedException {
        List<Order> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Order part = new Order("part");
            parts.add(part);
            ALL.add(part);
        }
        queue.put(parts); //! move.shared
    }
}
