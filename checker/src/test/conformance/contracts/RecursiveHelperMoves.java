package spec.contracts;

import spec.support.Order;
import spec.support.Outbox;

/*
 * The recursive helper hands its parameter over in the end.
 * Verdict: derived.
 */
public class RecursiveHelperMoves {
    private static void helper(Outbox outbox, Order order, int depth) {
        if (depth == 0) {
            outbox.send(order);
        } else {
            order.touch();
            helper(outbox, order, depth - 1);
        }
    }
    void run(Outbox outbox) {
        Order order = new Order("1");
        helper(outbox, order, 3); //~
        order.touch(); //! use.after.move
    }
}
