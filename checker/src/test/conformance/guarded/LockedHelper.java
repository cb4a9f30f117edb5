package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/*
 * A helper runs an action under the lock.
 * Verdict: derived.
 */
public class LockedHelper {
    private final Lock lock = new ReentrantLock();
    @InRegion("lock") private int count;
    private void locked(Runnable action) {
        lock.lock();
        try { action.run(); } finally { lock.unlock(); }
    }
    void inc() { locked(() -> count++); }
    void wrong() { count++; } //! region.not.open
}
