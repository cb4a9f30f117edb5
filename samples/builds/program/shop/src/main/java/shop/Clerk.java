package shop;

import orders.Order;

/** Files orders. Whether it may still use one depends on what the cabinet does, two calls away. */
public final class Clerk {
    private final Folder folder;

    public Clerk(Folder folder) {
        this.folder = folder;
    }

    public int file(String line) {
        Order order = new Order();
        order.add(line);
        folder.file(order);
        order.add("filed");
        return order.size();
    }
}
