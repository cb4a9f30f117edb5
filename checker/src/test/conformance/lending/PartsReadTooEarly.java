package spec.lending;

import java.util.ArrayList;
import java.util.List;
import spec.support.Order;

/*
 * The parts are read while the tasks that got them may still be running.
 * Verdict: derived.
 */
public class PartsReadTooEarly {
    int run(int n) {
        List<Order> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Order part = new Order("part");
            parts.add(part);
            new Thread(() -> part.touch()).start(); //~
        }
        return parts.get(0).quantity; //! use.after.move
    }
}
