// Gap: G-13, a class that is a lock
// Why: 'this' means the monitor of the object and, in a class that extends a lock, its lock as well.
// Since: 0.1.0
import dev.lungfish.annotation.InRegion;
import java.util.concurrent.locks.ReentrantLock;

public class LockAndItsMonitor extends ReentrantLock {
    private @InRegion("this") int n;

    void locked() {
        lock();
        try {
            n++;
        } finally {
            unlock();
        }
    }

    synchronized void onItsMonitor() {
        n++; //MISSED region.not.open
    }
}
