package shop;

import java.util.concurrent.ExecutorService;
import orders.Order;

/** Counts lines in the background. */
public final class Counter {
    private final ExecutorService workers;

    public Counter(ExecutorService workers) {
        this.workers = workers;
    }

    public void count() {
        Order order = new Order();
        order.add("bread");
        workers.execute(() -> order.add("counted: " + order.size()));
    }
}
