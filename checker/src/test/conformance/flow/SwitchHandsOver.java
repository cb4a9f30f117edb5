package spec.flow;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A switch hands the order over in some cases, and every other case keeps it.
 * Verdict: no finding.
 */
public class SwitchHandsOver {
    enum Kind { FAST, SLOW, DROP }

    int run(BlockingQueue<Order> fast, BlockingQueue<Order> slow, Kind kind) throws InterruptedException {
        Order order = new Order("1");
        switch (kind) {
            case FAST -> fast.put(order);
            case SLOW -> slow.put(order);
            case DROP -> {
                return order.total();
            }
        }
        order = new Order("2");
        return order.total();
    }
}
