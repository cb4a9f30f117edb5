package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/*
 * A write lock that was downgraded to a read lock is open for reading only.
 * Verdict: derived.
 */
public class Downgrade {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @InRegion("lock") int count;
    private @InRegion("lock") int reads;
    int next() {
        lock.writeLock().lock();
        try {
            count++;
            lock.readLock().lock();
        } finally {
            lock.writeLock().unlock();
        }
        try {
            reads++; //! region.not.open
            return count;
        } finally {
            lock.readLock().unlock();
        }
    }
}
