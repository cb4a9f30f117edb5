package peers;

import net.jcip.annotations.GuardedBy;

/** A counter is read without its lock. */
class ReadWithoutLock {
    private final Object lock = new Object();
    @GuardedBy("lock") private int count;

    void add() {
        synchronized (lock) {
            count++;
        }
    }

    int count() {
        return count; // race
    }
}
