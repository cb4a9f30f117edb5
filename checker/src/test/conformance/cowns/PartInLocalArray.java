package spec.cowns;

import dev.lungfish.runtime.Cown;
import spec.support.Basket;
import spec.support.Order;

/*
 * A part of the content leaves in a captured cell.
 * Verdict: derived.
 */
public class PartInLocalArray {
    int run(Cown<Basket> cown) {
        Order[] out = new Order[1];
        cown.run(basket -> out[0] = basket.first); //| region.escape
        return out[0].total(); //! region.escape
    }
}
