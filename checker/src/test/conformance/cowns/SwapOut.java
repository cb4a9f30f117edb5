package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import spec.support.Order;
import spec.support.Outbox;

/*
 * The old content is the caller's after a swap.
 * Verdict: derived.
 */
public class SwapOut {
    int run(Cown<Order> cown, Outbox outbox) {
        Order old;
        try (Acquired<Order> held = cown.acquire()) {
            old = held.swap(new Order("next"));
        }
        old.touch();
        outbox.send(old);
        return 1;
    }
}
