package spec.basics;

import java.util.concurrent.BlockingQueue;

import spec.support.Order;

/*
 * A helper with variable arguments hands each of them over.
 * Verdict: the caller uses one of them afterwards.
 */
public class SentByVarargs {
    private static void sendAll(BlockingQueue<Order> queue, Order... orders) {
        for (Order order : orders) {
            queue.add(order);
        }
    }

    void run(BlockingQueue<Order> queue) {
        Order first = new Order("1");
        Order second = new Order("2");
        sendAll(queue, first, second); //~
        second.touch(); //! use.after.move
    }
}
