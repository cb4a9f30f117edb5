package spec.regions;

import dev.lungfish.runtime.Region;
import spec.support.Order;

/*
 * The object is used by its old name after a region has taken it over.
 * Verdict: derived.
 */
public class ContentAfterTakeover {
    void run() {
        Order order = new Order("1");
        Region<Order> region = Region.of("order", order); //~
        region.run(content -> content.touch());
        order.touch(); //! use.after.move
    }
}
