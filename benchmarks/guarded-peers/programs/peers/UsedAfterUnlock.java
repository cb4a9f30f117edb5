package peers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import net.jcip.annotations.GuardedBy;

/** A local variable still refers to the list when the lock is released. */
class UsedAfterUnlock {
    private final ReentrantLock lock = new ReentrantLock();
    @GuardedBy("lock") private final List<String> names = new ArrayList<>();

    int size() {
        List<String> seen;
        lock.lock();
        try {
            seen = names;
        } finally {
            lock.unlock();
        }
        return seen.size(); // race
    }
}
