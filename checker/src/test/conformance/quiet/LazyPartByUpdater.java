package spec.quiet;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import spec.support.Order;

/*
 * The field gets the object; the holder of the field is not given away with it.
 * Verdict: derived.
 */
public class LazyPartByUpdater {
    private static final AtomicReferenceFieldUpdater<LazyPartByUpdater, Order> PART =
            AtomicReferenceFieldUpdater.newUpdater(LazyPartByUpdater.class, Order.class, "part");

    private volatile Order part;
    private int asked;

    int ask() {
        PART.compareAndSet(this, null, new Order("part"));
        return ++asked;
    }
}
