package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import spec.support.Order;

/*
 * The content is taken out and nothing put back.
 * Verdict: isolated.not.restored.
 */
public class TakeAndForget {
    Order run(Cown<Order> cown) {
        try (Acquired<Order> held = cown.acquire()) {
            Order order = held.take(); //| isolated.not.restored
            order.touch();
            return order; //| isolated.not.restored
        } //! isolated.not.restored
    }
}
