package spec.contracts;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A helper says whether one of two queues has taken the order.
 * Verdict: no finding; the caller goes on with it only where none has.
 */
public class OneOfTwoTakes {
    private static boolean publish(BlockingQueue<Order> first, BlockingQueue<Order> second, Order order) {
        return first.offer(order) || second.offer(order);
    }

    void run(BlockingQueue<Order> first, BlockingQueue<Order> second) {
        Order order = new Order("1");
        if (!publish(first, second, order)) {
            order.touch();
        }
    }
}
