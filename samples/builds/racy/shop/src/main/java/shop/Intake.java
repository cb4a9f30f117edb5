package shop;

import java.util.concurrent.BlockingQueue;
import orders.Order;

/** Takes orders and hands them to the packers. */
public final class Intake {
    private final BlockingQueue<Order> packers;

    public Intake(BlockingQueue<Order> packers) {
        this.packers = packers;
    }

    public void accept(String line) throws InterruptedException {
        Order order = new Order();
        order.add(line);
        packers.put(order);
        order.add("a card");
    }
}
