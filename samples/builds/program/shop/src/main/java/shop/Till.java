package shop;

import orders.Desk;
import orders.Order;

/** Takes the money. Whether it is right depends on what the desk does with an order. */
public final class Till {
    private final Desk desk;

    public Till(Desk desk) {
        this.desk = desk;
    }

    public String pay(String line) {
        Order order = new Order();
        order.add(line);
        String note = desk.note(order);
        order.add("paid");
        return note + ", now " + order.size();
    }
}
