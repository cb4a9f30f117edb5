package spec.cowns;

import dev.lungfish.runtime.Acquired;
import dev.lungfish.runtime.Cown;
import spec.support.Order;

/*
 * What was put in is the cown's.
 * Verdict: derived.
 */
public class SwappedInUsed {
    void run(Cown<Order> cown) {
        Order next = new Order("next");
        try (Acquired<Order> held = cown.acquire()) {
            held.swap(next); //~
        }
        next.touch(); //! use.after.move|region.escape|cown.not.acquired
    }
}
