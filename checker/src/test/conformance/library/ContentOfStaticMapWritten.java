package spec.library;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import spec.support.Counter;

/*
 * The value is read into a local variable and written there.
 * Verdict: derived; the map still holds it.
 */
public class ContentOfStaticMapWritten {
    private static final ConcurrentMap<String, Counter> COUNTERS = new ConcurrentHashMap<>();

    static void count(String key) {
        COUNTERS.putIfAbsent(key, new Counter());
        Counter counter = COUNTERS.get(key);
        counter.increment(); //! region.not.open
    }

    static void start(ExecutorService pool, List<String> keys) {
        for (String key : keys) {
            pool.execute(() -> count(key));
        }
    }
}
