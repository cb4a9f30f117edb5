package spec.racy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/*
 * A cursor of the connection is returned, and the connection is put back in finally.
 * Verdict: the caller reads a part of what another thread may have taken.
 */
public class CursorOutlivesLease {
    static final class Connection {
        private final List<String> rows = new ArrayList<>();

        List<String> query(String sql) {
            rows.clear();
            rows.add(sql);
            return rows;
        }
    }

    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(4);

    List<String> query(String sql) throws InterruptedException {
        Connection connection = idle.take();
        try {
            return connection.query(sql); //! use.after.move
        } finally {
            idle.put(connection); //| use.after.move
        } //| use.after.move
    }
}
