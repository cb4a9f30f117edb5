package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.ReentrantLock;

/*
 * The monitor of a lock is not the lock, also where a variable of type Object names it. A plain object may have two names.
 * Verdict: derived.
 */
public class MonitorBehindObject {
    private final ReentrantLock lock = new ReentrantLock();
    private final Object monitor = new Object();
    private @InRegion("lock") int n;
    private @InRegion("monitor") int m;

    void throughObject() {
        Object same = lock;
        synchronized (same) {
            n++; //! region.not.open
        }
    }
    void throughTwo() {
        final Object same = lock;
        Object again = same;
        synchronized (again) {
            n++; //! region.not.open
        }
    }
    void throughCast() {
        synchronized ((Object) lock) {
            n++; //! region.not.open
        }
    }
    void locked() {
        ReentrantLock same = lock;
        same.lock();
        try {
            n++;
        } finally {
            same.unlock();
        }
    }
    void plain() {
        Object same = monitor;
        synchronized (same) {
            m++;
        }
    }
}
