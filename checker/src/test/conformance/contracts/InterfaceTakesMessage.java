package spec.contracts;

import dev.lungfish.annotation.Moved;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A method of an interface takes its argument, and a lambda implements it.
 * Verdict: no finding; the implementation may hand on what it was given.
 */
public class InterfaceTakesMessage {
    interface Port {
        void accept(@Moved Order order);
    }

    void run(BlockingQueue<Order> queue) {
        Port port = order -> {
            order.touch();
            queue.add(order);
        };
        Order order = new Order("1");
        port.accept(order);
    }
}
