package spec.regions;

import dev.lungfish.runtime.Cown;
import dev.lungfish.runtime.Region;
import spec.support.Order;

/*
 * Handles are used after they took over an object or another handle.
 * Verdict: derived; the new handle is the owner now.
 */
public class HandleAfterTakeover {
    int run() {
        Region<Order> region = Region.of("order", new Order("1"));
        region.run(order -> order.touch());
        Region<Order> moved = region.move();
        moved.run(order -> order.touch());
        Cown<Order> cown = Cown.of(moved);
        return cown.call(order -> order.total());
    }
}
