package peers;

import net.jcip.annotations.GuardedBy;

/** A private method is called with the lock held, always: right. */
class RightHelper {
    private final Object lock = new Object();
    @GuardedBy("lock") private int count;

    void add() {
        synchronized (lock) {
            step();
        }
    }

    private void step() {
        count++;
    }
}
