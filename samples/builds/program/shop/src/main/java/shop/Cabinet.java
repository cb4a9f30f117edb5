package shop;

import java.util.concurrent.BlockingQueue;
import orders.Order;

/** Where orders end. */
public final class Cabinet {
    private final BlockingQueue<Order> archive;

    public Cabinet(BlockingQueue<Order> archive) {
        this.archive = archive;
    }

    public boolean put(Order order) {
        return order.size() < archive.size();
    }
}
