// SessionLog.java
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

public class SessionLog {
    static final class Session {
        final List<String> events = new ArrayList<>();
    }

    private static Session current;

    static void open(BlockingQueue<Session> audit, String user) throws InterruptedException {
        Session session = new Session();
        session.events.add(user + " logged in");
        current = session;
        audit.put(session);
    }

    static int events() {
        return current.events.size();
    }
}
