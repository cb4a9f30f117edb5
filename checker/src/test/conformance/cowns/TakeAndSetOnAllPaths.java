package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import spec.support.Order;

/*
 * A new content on each path.
 * Verdict: derived.
 */
public class TakeAndSetOnAllPaths {
    Order run(Cown<Order> cown, boolean fresh) {
        try (Acquired<Order> held = cown.acquire()) {
            Order order = held.take();
            if (fresh) {
                held.set(new Order("new"));
            } else {
                held.set(new Order("old"));
            }
            return order;
        }
    }
}
