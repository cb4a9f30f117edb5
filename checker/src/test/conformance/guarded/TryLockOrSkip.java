package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/*
 * Only touched when the lock was got.
 * Verdict: derived.
 */
public class TryLockOrSkip {
    private final ReentrantLock lock = new ReentrantLock();
    @InRegion("lock") private int hits;
    boolean hit() {
        if (!lock.tryLock()) { return false; }
        try { hits++; return true; } finally { lock.unlock(); }
    }
    boolean hitTimed() throws InterruptedException {
        if (lock.tryLock(1, TimeUnit.SECONDS)) {
            try { hits++; } finally { lock.unlock(); }
            return true;
        }
        return false;
    }
    void wrong() {
        lock.tryLock();
        hits++; //! region.not.open
        lock.unlock();
    }
}
