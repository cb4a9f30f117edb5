package spec.racy;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * The session found in a concurrent map is changed inside ifPresent.
 * Verdict: a race: two tasks may have the same session.
 */
public class SessionsOptional {
    static final class Session {
        int hits;
    }

    private final ConcurrentHashMap<String, Session> sessions = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    void login(String user) {
        sessions.put(user, new Session());
    }

    void visit(String user) {
        pool.execute(() -> Optional.ofNullable(sessions.get(user)).ifPresent(session -> session.hits++)); //! region.not.open
    }
}
