package spec.racy;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import spec.support.Order;

/*
 * The order is published through the handle, and changed afterwards.
 * Verdict: derived.
 */
public class ChangedAfterVarHandle {
    private static final VarHandle LAST;

    static {
        try {
            LAST = MethodHandles.lookup().findVarHandle(ChangedAfterVarHandle.class, "last", Order.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile Order last;

    void publish() {
        Order order = new Order("1");
        LAST.setRelease(this, order); //~
        order.touch(); //! use.after.move
    }
}
