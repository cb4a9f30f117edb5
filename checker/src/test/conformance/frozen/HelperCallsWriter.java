package spec.frozen;

import dev.lungfish.annotation.Frozen;
import spec.support.Order;

/*
 * A helper two calls down writes.
 * Verdict: derived.
 */
public class HelperCallsWriter {
    private static void reset(Order o) { clear(o); }
    private static void clear(Order o) { o.quantity = 0; }
    private static int total(Order o) { return o.quantity + (o.previous == null ? 0 : total(o.previous)); }
    void run(@Frozen Order order) {
        total(order);
        reset(order); //! frozen.write
    }
}
