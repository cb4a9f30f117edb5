package spec.basics;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * A new list of the same orders: the orders are shared.
 * Verdict: derived.
 */
public class CopiedOrdersShareElements {
    void send(BlockingQueue<List<Order>> out) throws InterruptedException {
        Order order = new Order("1");
        List<Order> orders = new ArrayList<>();
        orders.add(order);
        out.put(new ArrayList<>(orders)); //~
        order.touch(); //! use.after.move
    }
}
