package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

import spec.support.Order;

/*
 * A stage of a chain remembers the order in a list that its maker goes on reading.
 * Verdict: the list is shared with the pool's thread.
 */
public class ComposedStageKeepsOrder {
    int run(ExecutorService pool, String id) {
        List<Order> seen = new ArrayList<>();
        CompletableFuture<Order> loaded = CompletableFuture.supplyAsync(() -> new Order(id), pool)
            .thenApply(order -> { //~
                seen.add(order);
                return order;
            });
        return seen.size() + (loaded.isDone() ? 1 : 0); //! use.after.move
    }
}
