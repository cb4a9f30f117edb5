package peers;

import java.util.concurrent.locks.ReentrantLock;
import net.jcip.annotations.GuardedBy;

/** One path has released the lock already. */
class UnlockedOnOnePath {
    private final ReentrantLock lock = new ReentrantLock();
    @GuardedBy("lock") private int count;

    void add(boolean early) {
        lock.lock();
        if (early) {
            lock.unlock();
        }
        count++; // race
        if (!early) {
            lock.unlock();
        }
    }
}
