package spec.contracts;

import java.util.ArrayList;
import java.util.List;
import spec.support.Order;
import spec.support.Outbox;

/*
 * Two helpers call each other; each does in the end what the other does, whichever of them is asked first.
 * Verdict: derived.
 */
public class MutualHelpersMove {
    private static void even(Outbox outbox, Order order, int depth) {
        if (depth == 0) {
            outbox.send(order);
        } else {
            odd(outbox, order, depth - 1);
        }
    }
    private static void odd(Outbox outbox, Order order, int depth) {
        even(outbox, order, depth - 1);
    }
    private static void keepEven(List<Order> all, Order order, int depth) {
        if (depth == 0) {
            all.add(order);
        } else {
            keepOdd(all, order, depth - 1);
        }
    }
    private static void keepOdd(List<Order> all, Order order, int depth) {
        keepEven(all, order, depth - 1);
    }
    void evenFirst(Outbox outbox) {
        Order order = new Order("1");
        even(outbox, order, 4); //~
        order.touch(); //! use.after.move
    }
    void oddSecond(Outbox outbox) {
        Order order = new Order("2");
        odd(outbox, order, 3); //~
        order.touch(); //! use.after.move
    }
    void kept(Outbox outbox) {
        List<Order> all = new ArrayList<>();
        Order order = new Order("3");
        keepOdd(all, order, 3); //~
        outbox.send(all); //~
        order.touch(); //! use.after.move
    }
}
