package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import spec.support.Order;

/*
 * What was read out and replaced is still to be found through another field of the same lock: the orders stand in the index as well. Told apart by
 * types: the names are nowhere else.
 * Verdict: derived.
 */
public class TakenOutOfTwo {
    private @InRegion("this") List<Order> orders = new ArrayList<>();
    private @InRegion("this") Map<String, Order> index = new TreeMap<>();
    private @InRegion("this") List<StringBuilder> names = new ArrayList<>();

    synchronized void add(String id) {
        Order order = new Order(id);
        orders.add(order);
        index.put(id, order);
    }
    void finishAll() {
        List<Order> full;
        synchronized (this) {
            full = orders;
            orders = new ArrayList<>();
        }
        full.clear(); //! region.escape
    }
    void printAll() {
        List<StringBuilder> all;
        synchronized (this) {
            all = names;
            names = new ArrayList<>();
        }
        all.clear();
    }
}
