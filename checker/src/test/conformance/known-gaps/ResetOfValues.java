// Gap: G-20, content of a concurrent map that is written while somebody walks over its values
// Why: what get gives out is known to be still in the map; what an iterator over a view of the map gives out is not.
// Since: 0.1.0
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class ResetOfValues {
    static final class Session {
        int hits;
    }

    private final ConcurrentHashMap<String, Session> sessions = new ConcurrentHashMap<>();
    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    void visit(String user) {
        pool.execute(() -> sessions.compute(user, (key, session) -> {
            Session current = session == null ? new Session() : session;
            current.hits++;
            return current;
        }));
    }

    void reset() {
        for (Session session : sessions.values()) {
            session.hits = 0; //MISSED region.not.open
        }
    }
}
