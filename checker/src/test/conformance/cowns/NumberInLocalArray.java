package spec.cowns;

import dev.lungfish.runtime.Cown;
import spec.support.Basket;

/*
 * A number leaves in a captured cell.
 * Verdict: derived.
 */
public class NumberInLocalArray {
    int run(Cown<Basket> cown) {
        int[] out = new int[1];
        cown.run(basket -> out[0] = basket.first.total());
        return out[0];
    }
}
