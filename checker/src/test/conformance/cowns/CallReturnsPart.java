package spec.cowns;

import dev.lungfish.runtime.Cown;
import spec.support.Basket;
import spec.support.Order;

/*
 * call returns a part of the content.
 * Verdict: derived.
 */
public class CallReturnsPart {
    Order run(Cown<Basket> cown) {
        return cown.call(basket -> basket.first); //! region.escape
    }
}
