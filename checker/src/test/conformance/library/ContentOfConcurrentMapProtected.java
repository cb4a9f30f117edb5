package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicReference;

/*
 * Values that protect themselves, values that are written inside compute, under a lock, or after they were removed.
 * Verdict: no finding.
 */
public class ContentOfConcurrentMapProtected {
    static final class Gauge {
        private int value;

        synchronized void up() {
            value++;
        }

        synchronized int value() {
            return value;
        }
    }

    private static final ConcurrentMap<String, Set<String>> SETS = new ConcurrentHashMap<>();
    private static final ConcurrentMap<String, Queue<String>> QUEUES = new ConcurrentHashMap<>();
    private static final ConcurrentMap<String, Gauge> GAUGES = new ConcurrentHashMap<>();
    private static final ConcurrentMap<String, List<String>> LISTS = new ConcurrentHashMap<>();
    private static final AtomicReference<List<String>> NAMES = new AtomicReference<>(List.of());

    static void add(String key, String value) {
        SETS.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(value);
        QUEUES.computeIfAbsent(key, k -> new ConcurrentLinkedQueue<>()).add(value);
        GAUGES.computeIfAbsent(key, k -> new Gauge()).up();
        LISTS.compute(key, (k, old) -> {
            List<String> list = old == null ? new ArrayList<>() : old;
            list.add(value);
            return list;
        });
        NAMES.updateAndGet(old -> {
            List<String> next = new ArrayList<>(old);
            next.add(value);
            return List.copyOf(next);
        });
    }

    static int size(String key) {
        List<String> taken = LISTS.remove(key);
        if (taken != null) {
            taken.clear();
        }
        return NAMES.get().size() + GAUGES.get(key).value();
    }

    static void start(ExecutorService pool, List<String> keys) {
        for (String key : keys) {
            pool.execute(() -> add(key, "x"));
        }
    }
}
