package spec.cowns;

import dev.lungfish.runtime.Cown;
import spec.support.Basket;
import spec.support.Order;

/*
 * The behaviour is given an order that the caller keeps.
 * Verdict: derived.
 */
public class WhenBodyUsesLocal {
    void run(Cown<Basket> cown) {
        Order order = new Order("1");
        Cown.when(cown).run(basket -> basket.first = order); //~ //| use.after.move
        order.touch(); //! use.after.move
    }
}
