package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/*
 * get of an access-ordered map writes.
 * Verdict: derived.
 */
public class LruUnderReadLock {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    @InRegion("lock") private final Map<String, String> cache = new LinkedHashMap<>(16, 0.75f, true);
    String get(String key) {
        lock.readLock().lock();
        try {
            return cache.get(key); //! region.not.open
        } finally {
            lock.readLock().unlock();
        }
    }
    int size() {
        lock.readLock().lock();
        try {
            return cache.size();
        } finally {
            lock.readLock().unlock();
        }
    }
    String getAlone(String key) {
        lock.writeLock().lock();
        try {
            return cache.get(key);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
