package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/*
 * A write lock is downgraded to a read lock: what was written may be read on.
 * Verdict: derived.
 */
public class DowngradeRight {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private @InRegion("lock") int count;
    int next() {
        lock.writeLock().lock();
        try {
            count++;
            lock.readLock().lock();
        } finally {
            lock.writeLock().unlock();
        }
        try {
            return count;
        } finally {
            lock.readLock().unlock();
        }
    }
    int afterwards() {
        lock.readLock().lock();
        try {
            count();
        } finally {
            lock.readLock().unlock();
        }
        lock.writeLock().lock();
        try {
            return ++count;
        } finally {
            lock.writeLock().unlock();
        }
    }
    private int count() {
        return count;
    }
}
