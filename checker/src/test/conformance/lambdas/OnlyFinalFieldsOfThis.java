package spec.lambdas;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/*
 * A task over final thread-safe fields of this.
 * Verdict: derived.
 */
public class OnlyFinalFieldsOfThis {
    private final ConcurrentMap<String, String> map = new ConcurrentHashMap<>();
    private final String prefix = "p";
    private final AtomicInteger n = new AtomicInteger();
    private int plain;
    void start(Executor pool, String key) {
        pool.execute(() -> {
            map.put(prefix + key, "x");
            n.incrementAndGet();
        });
        plain++;
    }
}
