package peers;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import net.jcip.annotations.GuardedBy;

/** A number is written while the lock is held for reading. */
class WrittenUnderReadLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    @GuardedBy("lock") private int count;

    void add() {
        lock.readLock().lock();
        try {
            count++; // race
        } finally {
            lock.readLock().unlock();
        }
    }
}
