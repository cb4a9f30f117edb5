package spec.lambdas;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;

import spec.support.Clerk;
import spec.support.Order;

/*
 * A retry helper calls a supplier until it succeeds, then the result is handed over.
 * Verdict: no finding; each call makes a new order.
 */
public class RetryOfSupplier {
    private static <T> T retry(int times, Callable<T> body) throws Exception {
        Exception last = null;
        for (int i = 0; i < times; i++) {
            try {
                return body.call();
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    void run(BlockingQueue<Order> queue, String id) throws Exception {
        Order order = retry(3, () -> Clerk.load(id));
        order.touch();
        queue.put(order);
    }
}
