package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/*
 * A cache behind a read-write lock: read under the read lock, filled under the write lock.
 * Verdict: derived.
 */
public class ReadWriteCache {
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock read = lock.readLock();
    @InRegion("lock") private final Map<String, String> cache = new HashMap<>();
    String get(String key) {
        lock.readLock().lock();
        try {
            return cache.get(key);
        } finally {
            lock.readLock().unlock();
        }
    }
    void put(String key, String value) {
        lock.writeLock().lock();
        try {
            cache.put(key, value);
        } finally {
            lock.writeLock().unlock();
        }
    }
    String load(String key) {
        lock.readLock().lock();
        try {
            return cache.computeIfAbsent(key, String::trim); //! region.not.open
        } finally {
            lock.readLock().unlock();
        }
    }
}
