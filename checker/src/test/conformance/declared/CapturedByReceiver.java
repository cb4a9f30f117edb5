package spec.declared;

import dev.lungfish.annotation.CapturedBy;
import java.util.ArrayList;
import java.util.List;
import spec.support.Order;
import spec.support.Outbox;

/*
 * The declaration says what is kept; the caller's object is connected with the receiver.
 * Verdict: derived.
 */
public class CapturedByReceiver {
    static final class Shelf2 { private final List<Order> items = new ArrayList<>(); void put(@CapturedBy("this") Order o) { items.add(o); } }
    void run(Outbox outbox) {
        Shelf2 shelf = new Shelf2();
        Order order = new Order("1");
        shelf.put(order);
        outbox.send(shelf); //~
        order.touch(); //! use.after.move
    }
}
