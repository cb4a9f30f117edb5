package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/*
 * The map is concurrent, what it holds is not; the caller writes it outside of the map's own methods.
 * Verdict: after the documentation of ConcurrentHashMap; only the body of compute has an entry to itself.
 */
public class ContentOfConcurrentMapWritten {
    private final ConcurrentHashMap<String, List<String>> byTopic = new ConcurrentHashMap<>();

    void start(ExecutorService pool, String topic) {
        pool.execute(() -> System.out.println(byTopic.size()));
    }

    void add(String topic, String line) {
        byTopic.computeIfAbsent(topic, t -> new ArrayList<>()).add(line); //! region.not.open
    }
}
