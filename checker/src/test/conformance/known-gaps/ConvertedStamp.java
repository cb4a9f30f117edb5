// Gap: G-12, a stamp that was converted
// Why: a lock counts as held in the mode in which it was taken until it is unlocked.
// Since: 0.1.0
import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.StampedLock;

public class ConvertedStamp {
    private final StampedLock lock = new StampedLock();
    private @InRegion("lock") int n;

    void writeAfterDowngrade() {
        long stamp = lock.writeLock();
        try {
            n++;
            stamp = lock.tryConvertToReadLock(stamp);
            n++; //MISSED region.not.open
        } finally {
            lock.unlock(stamp);
        }
    }
}
