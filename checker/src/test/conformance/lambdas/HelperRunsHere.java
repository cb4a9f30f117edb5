package spec.lambdas;

import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;

import spec.support.Order;

/*
 * A helper method runs whatever it is given at once, and measures the time.
 * Verdict: no finding.
 */
public class HelperRunsHere {
    private long nanos;

    private <T> T timed(Supplier<? extends T> body) {
        long start = System.nanoTime();
        try {
            return body.get();
        } finally {
            nanos += System.nanoTime() - start;
        }
    }

    void run(BlockingQueue<Order> queue) throws InterruptedException {
        Order order = new Order("1");
        int total = timed(() -> {
            order.touch();
            return order.total();
        });
        order.add(total);
        queue.put(order);
    }
}
