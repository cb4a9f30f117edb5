package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/*
 * A stamp that is not zero says that the lock is held, in the mode in which it was tried.
 * Verdict: derived.
 */
public class StampTried {
    private final StampedLock lock = new StampedLock();
    private @InRegion("lock") int n;

    void tried() {
        long stamp = lock.tryWriteLock();
        if (stamp != 0) {
            try {
                n++;
            } finally {
                lock.unlock(stamp);
            }
            n++; //! region.not.open
        }
    }
    void leftEarly() {
        long stamp = lock.tryWriteLock();
        if (stamp == 0L) {
            return;
        }
        try {
            n++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }
    void spin() {
        long stamp;
        while ((stamp = lock.tryWriteLock()) == 0) {
            Thread.onSpinWait();
        }
        try {
            n++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }
    int read() throws InterruptedException {
        long stamp = lock.tryReadLock(1, TimeUnit.SECONDS);
        if (stamp == 0) {
            return -1;
        }
        try {
            return n;
        } finally {
            lock.unlockRead(stamp);
        }
    }
    void convert() {
        long stamp = lock.readLock();
        try {
            long write = lock.tryConvertToWriteLock(stamp);
            if (write != 0) {
                stamp = write;
                n = 1;
            }
        } finally {
            lock.unlock(stamp);
        }
    }
    void wrongBranch() {
        long stamp = lock.tryWriteLock();
        if (stamp == 0) {
            n++; //! region.not.open
        } else {
            lock.unlock(stamp);
        }
    }
    void notAsked() {
        long stamp = lock.tryWriteLock();
        n++; //! region.not.open
        if (stamp != 0) {
            lock.unlock(stamp);
        }
    }
    void writtenUnderReadLock() {
        long stamp = lock.tryReadLock();
        if (stamp != 0) {
            n++; //! region.not.open
            lock.unlock(stamp);
        }
    }
    void anotherNumber() {
        long stamp = lock.tryWriteLock();
        if (stamp != 0) {
            lock.unlock(stamp);
        }
        stamp = System.nanoTime();
        if (stamp != 0) {
            n++; //! region.not.open
        }
    }
}
