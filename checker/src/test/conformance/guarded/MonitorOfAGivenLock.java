package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/*
 * Somebody else synchronizes on the lock that the class locks.
 * Verdict: derived.
 */
public class MonitorOfAGivenLock {
    final ReentrantLock lock = new ReentrantLock();
    @InRegion("lock") final List<String> names = new ArrayList<>();

    void add(String name) {
        lock.lock();
        try {
            names.add(name);
        } finally {
            lock.unlock();
        }
    }
}

class OnItsMonitor {
    static void add(MonitorOfAGivenLock to, String name) {
        synchronized (to.lock) {
            to.names.add(name); //! region.not.open
        }
    }
}
