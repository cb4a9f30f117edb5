package shop;

import java.util.concurrent.LinkedBlockingQueue;
import orders.Order;

/** Stands between the clerk and the cabinet, which nobody sees from outside. */
public final class Folder {
    private final Cabinet cabinet = new Cabinet(new LinkedBlockingQueue<>());

    public void file(Order order) {
        cabinet.put(order);
    }
}
