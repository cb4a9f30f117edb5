package spec.cowns;

import dev.lungfish.annotation.Borrowed;
import dev.lungfish.runtime.Cown;
import spec.support.Basket;
import spec.support.Order;

/*
 * The behaviour captures what the caller of this method owns.
 * Verdict: derived.
 */
public class WhenBodyUsesParameter {
    void run(Cown<Basket> cown, @Borrowed Order order) {
        Cown.when(cown).run(basket -> basket.first.add(order.total())); //! move.not.owned
    }
}
