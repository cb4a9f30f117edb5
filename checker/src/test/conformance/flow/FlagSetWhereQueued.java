package spec.flow;

import java.util.List;
import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A flag is set where one of several queues has taken the order.
 * Verdict: no finding; the order is touched only where none has.
 */
public class FlagSetWhereQueued {
    void run(List<BlockingQueue<Order>> queues) {
        Order order = new Order("1");
        boolean taken = false;
        for (BlockingQueue<Order> queue : queues) {
            if (queue.offer(order)) {
                taken = true;
                break;
            }
        }
        if (!taken) {
            order.touch();
        }
    }

    void either(BlockingQueue<Order> first, BlockingQueue<Order> second) {
        Order order = new Order("2");
        boolean taken = first.offer(order);
        if (!taken) {
            taken = second.offer(order);
        }
        if (!taken) {
            order.touch();
        }
    }
}
