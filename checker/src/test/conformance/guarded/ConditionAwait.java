package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/*
 * Waiting on a condition of the lock is fine.
 * Verdict: derived.
 */
public class ConditionAwait {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final @InRegion("lock") Deque<String> names = new ArrayDeque<>();
    String next() throws InterruptedException {
        lock.lock();
        try {
            while (names.isEmpty()) {
                changed.await();
            }
            return names.poll();
        } finally {
            lock.unlock();
        }
    }
}
