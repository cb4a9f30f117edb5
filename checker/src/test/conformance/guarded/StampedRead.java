package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.StampedLock;

/*
 * An optimistic read of numbers is validated, and repeated under the read lock.
 * Verdict: derived.
 */
public class StampedRead {
    private final StampedLock lock = new StampedLock();
    private @InRegion("lock") int x;
    private @InRegion("lock") int y;
    int sum() {
        long stamp = lock.tryOptimisticRead();
        int a = x;
        int b = y;
        if (!lock.validate(stamp)) {
            stamp = lock.readLock();
            try {
                a = x;
                b = y;
            } finally {
                lock.unlockRead(stamp);
            }
        }
        return a + b;
    }
    void move(int dx) {
        long stamp = lock.writeLock();
        try {
            x += dx;
            y += dx;
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
