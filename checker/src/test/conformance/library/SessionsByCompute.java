package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * Each session is touched inside compute only.
 * Verdict: no finding; the bin lock of the map guards the entry.
 */
public class SessionsByCompute {
    static final class Session {
        int hits;
        final List<String> pages = new ArrayList<>();
    }

    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    void visit(String user, String page) {
        pool.execute(() -> sessions.compute(user, (key, session) -> {
            Session current = session == null ? new Session() : session;
            current.hits++;
            current.pages.add(page);
            return current;
        }));
    }
}
