package spec.declared;

import dev.lungfish.annotation.RegionAware;
import spec.support.Order;
import spec.support.Outbox;

/*
 * Strict class: an unknown callee may keep it.
 * Verdict: derived.
 */
@RegionAware
public class RegionAwareUnknown {
    void run(Outbox outbox) {
        Order order = new Order("1");
        outbox.send(order);
    }
}
