package spec.quiet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/*
 * A flag of the object is taken and given back atomically; the object itself goes nowhere.
 * Verdict: derived.
 */
public class SpinLockByVarHandle {
    private static final VarHandle BUSY;

    static {
        try {
            BUSY = MethodHandles.lookup().findVarHandle(SpinLockByVarHandle.class, "busy", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile int busy;
    private int size;

    boolean grow() {
        if (!take()) {
            return false;
        }
        size++;
        BUSY.setRelease(this, 0);
        return true;
    }

    private boolean take() {
        return BUSY.compareAndSet(this, 0, 1);
    }
}
