package orders;

import java.util.concurrent.BlockingQueue;

/** Where orders are written down. */
public final class Desk {
    private final BlockingQueue<Order> packers;

    public Desk(BlockingQueue<Order> packers) {
        this.packers = packers;
    }

    public String note(Order order) {
        return packers.size() + " before one of " + order.size() + " lines";
    }
}
