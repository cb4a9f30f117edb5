package spec.cowns;

import dev.lungfish.runtime.Cown;
import spec.support.Basket;
import spec.support.Order;

/*
 * The lambda stores a part of the content in a field of the outer object.
 * Verdict: derived.
 */
public class FieldOfContentStored {
    private Order seen;
    void run(Cown<Basket> cown) {
        cown.run(basket -> seen = basket.first); //! region.escape
    }
    int seen() { return seen == null ? 0 : seen.total(); }
}
