package spec.lending;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import spec.support.Order;

/*
 * All tasks have ended when the executor has terminated.
 * Verdict: derived.
 */
public class ExecutorShutDownAndAwaited {
    int run() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Order order = new Order("1");
        pool.execute(() -> order.touch());
        pool.shutdown();
        if (!pool.awaitTermination(1, TimeUnit.SECONDS)) {
            return -1;
        }
        return order.quantity;
    }
}
