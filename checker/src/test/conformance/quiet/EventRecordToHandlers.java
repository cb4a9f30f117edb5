package spec.quiet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * A record goes to a task per handler.
 * Verdict: no finding; the event is frozen, the handlers are in a copy-on-write list.
 */
public class EventRecordToHandlers {
    record Event(String name, Instant at) {}

    private final Map<String, List<String>> routes = new ConcurrentHashMap<>();
    private final BlockingQueue<Event> log = new LinkedBlockingQueue<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    void route(String name, String target) {
        routes.computeIfAbsent(name, key -> new CopyOnWriteArrayList<>()).add(target);
    }

    void publish(Event event) {
        for (String target : routes.getOrDefault(event.name(), List.of())) {
            pool.execute(() -> deliver(target, event));
        }
        log.add(event);
        System.out.println(event);
    }

    private void deliver(String target, Event event) {
        System.out.println(target + " <- " + event);
    }
}
