package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/*
 * The textbook buffer with two conditions.
 * Verdict: derived.
 */
public class BoundedBuffer<T> {
    private final Lock lock = new ReentrantLock();
    private final Condition notFull = lock.newCondition();
    private final Condition notEmpty = lock.newCondition();
    @InRegion("lock") private final Object[] items = new Object[100];
    @InRegion("lock") private int putAt, takeAt, count;
    void put(String x) throws InterruptedException {
        lock.lock();
        try {
            while (count == items.length) { notFull.await(); }
            items[putAt] = x;
            if (++putAt == items.length) { putAt = 0; }
            count++;
            notEmpty.signal();
        } finally {
            lock.unlock();
        }
    }
    int size() {
        return count; //! region.not.open
    }
    boolean isEmpty() {
        lock.lock();
        try { return count == 0; } finally { lock.unlock(); }
    }
}
