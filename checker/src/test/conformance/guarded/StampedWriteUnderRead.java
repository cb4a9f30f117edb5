package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.StampedLock;

/*
 * Numbers are written under the read lock.
 * Verdict: derived.
 */
public class StampedWriteUnderRead {
    private final StampedLock lock = new StampedLock();
    private @InRegion("lock") int x;
    void move(int dx) {
        long stamp = lock.readLock();
        try {
            x += dx; //! region.not.open
        } finally {
            lock.unlockRead(stamp);
        }
    }
}
