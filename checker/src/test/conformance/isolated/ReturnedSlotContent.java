package spec.isolated;

import dev.lungfish.annotation.Isolated;
import spec.support.Order;

/*
 * A getter of an owning slot.
 * Verdict: derived.
 */
public class ReturnedSlotContent {
    private @Isolated Order current = new Order("1");
    Order current() {
        return current; //! isolated.aliased
    }
    int total() { return current.total(); }
}
