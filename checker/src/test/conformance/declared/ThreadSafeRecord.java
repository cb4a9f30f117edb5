package spec.declared;

import dev.lungfish.annotation.ThreadSafe;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/*
 * A thread-safe class of final safe parts.
 * Verdict: derived.
 */
@ThreadSafe
public final class ThreadSafeRecord {
    private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
    private final AtomicLong total = new AtomicLong();
    private volatile String last = "";
    private final String name;
    ThreadSafeRecord(String name) { this.name = name; }
    void hit(String key) {
        counts.merge(key, 1, Integer::sum);
        total.incrementAndGet();
        last = key;
    }
    String report() { return name + total + counts + last; }
}
