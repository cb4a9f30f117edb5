package spec.library;

import java.util.concurrent.CompletableFuture;
import spec.support.Order;

/*
 * A stage works on the value, and get hands the same value out.
 * Verdict: derived.
 */
public class ConsumerAndGet {
    int run() throws Exception {
        CompletableFuture<Order> future = CompletableFuture.supplyAsync(() -> new Order("l"));
        future.thenAcceptAsync(order -> order.touch());
        return future.get().quantity; //! two.consumers
    }
}
