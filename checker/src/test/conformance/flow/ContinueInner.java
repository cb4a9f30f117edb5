package spec.flow;

import spec.support.Order;
import spec.support.Outbox;

/*
 * Continue instead of break: the next cell uses what was sent.
 * Verdict: derived.
 */
public class ContinueInner {
    void run(int[][] table, Outbox outbox) {
        Order order = new Order("1");
        search:
        for (int[] row : table) {
            for (int cell : row) {
                if (cell < 0) {
                    outbox.send(order); //~ //? use.after.move
                    continue search;
                }
                order.add(cell); //! use.after.move
            }
        }
    }
}
