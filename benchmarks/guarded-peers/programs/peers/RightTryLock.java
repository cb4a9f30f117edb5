package peers;

import java.util.concurrent.locks.ReentrantLock;
import net.jcip.annotations.GuardedBy;

/** The lock is held only where tryLock says so: right. */
class RightTryLock {
    private final ReentrantLock lock = new ReentrantLock();
    @GuardedBy("lock") private int count;

    boolean add() {
        if (lock.tryLock()) {
            try {
                count++;
                return true;
            } finally {
                lock.unlock();
            }
        }
        return false;
    }
}
