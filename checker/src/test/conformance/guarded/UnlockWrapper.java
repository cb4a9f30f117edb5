package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/*
 * Methods that unlock for their callers.
 * Verdict: after the unlock the lock is not held, wherever it is written.
 */
public class UnlockWrapper {
    private final ReentrantLock lock = new ReentrantLock();
    @InRegion("lock") private int count;

    void begin() {
        lock.lock();
    }

    void end() {
        lock.unlock();
    }

    private static void release(Lock held) {
        System.out.println("released");
        held.unlock();
    }

    private void tryToCount() {
        if (lock.tryLock()) {
            try {
                count++;
            } finally {
                lock.unlock();
            }
        }
    }

    void right() {
        begin();
        try {
            count++;
        } finally {
            end();
        }
    }

    void afterTheEnd() {
        begin();
        try {
            count++;
        } finally {
            end();
        }
        count--; //! region.not.open
    }

    void released() {
        lock.lock();
        count++;
        release(lock);
        count--; //! region.not.open
    }

    void twice() {
        lock.lock();
        lock.lock();
        end();
        count++;
        end();
    }

    void stillHeld() {
        lock.lock();
        try {
            tryToCount();
            count++;
        } finally {
            lock.unlock();
        }
    }
}
