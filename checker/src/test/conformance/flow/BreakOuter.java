package spec.flow;

import spec.support.Order;
import spec.support.Outbox;

/*
 * A labelled break leaves both loops right after sending.
 * Verdict: derived.
 */
public class BreakOuter {
    void run(int[][] table, Outbox outbox) {
        Order order = new Order("1");
        search:
        for (int[] row : table) {
            for (int cell : row) {
                if (cell < 0) {
                    outbox.send(order);
                    break search;
                }
                order.add(cell);
            }
        }
    }
}
