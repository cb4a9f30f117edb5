package spec.isolated;

import dev.lungfish.annotation.Isolated;
import spec.support.Order;

/*
 * One object in two slots.
 * Verdict: derived.
 */
public class TwoSlotsSameObject {
    private @Isolated Order a = new Order("a");
    private @Isolated Order b = new Order("b");
    void reset() {
        Order fresh = new Order("x");
        a = fresh; //~
        b = fresh; //! isolated.aliased|use.after.move|region.two.owners
    }
}
