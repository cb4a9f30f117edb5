// Gap: G-16, what is read optimistically and used although nobody has validated the stamp
// Why: an optimistic read opens the lock for reading; that a value counts only behind validate is not followed.
// Since: 0.1.0
import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.StampedLock;

public class ReadWithoutValidate {
    private final StampedLock lock = new StampedLock();
    private @InRegion("lock") int n;

    int read() {
        long stamp = lock.tryOptimisticRead();
        return stamp == 0 ? 0 : n; //MISSED region.not.open
    }

    void write() {
        long stamp = lock.writeLock();
        try {
            n++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
