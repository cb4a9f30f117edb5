package peers;

import net.jcip.annotations.GuardedBy;

/** A private method expects the lock, and one caller does not hold it. */
class HelperWithoutLock {
    private final Object lock = new Object();
    @GuardedBy("lock") private int count;

    void add() {
        synchronized (lock) {
            step();
        }
    }

    void addUnlocked() {
        step(); // race
    }

    private void step() {
        count++; // race
    }
}
