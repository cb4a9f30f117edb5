package spec.flow;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A switch hands the order over in one case, and uses it after the switch.
 * Verdict: the case that hands over comes there, too.
 */
public class SwitchFallsToUse {
    enum Kind { FAST, DROP }

    int run(BlockingQueue<Order> fast, Kind kind) throws InterruptedException {
        Order order = new Order("1");
        boolean sent = switch (kind) {
            case FAST -> {
                fast.put(order); //~
                yield true;
            }
            case DROP -> false;
        };
        System.out.println(sent);
        return order.total(); //! use.after.move
    }
}
