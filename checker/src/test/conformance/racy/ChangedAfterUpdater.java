package spec.racy;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import spec.support.Order;

/*
 * Whoever reads the field has the order from then on.
 * Verdict: derived.
 */
public class ChangedAfterUpdater {
    private static final AtomicReferenceFieldUpdater<ChangedAfterUpdater, Order> LAST =
            AtomicReferenceFieldUpdater.newUpdater(ChangedAfterUpdater.class, Order.class, "last");

    private volatile Order last;

    void publish() {
        Order order = new Order("1");
        LAST.set(this, order); //~
        order.touch(); //! use.after.move
    }
}
