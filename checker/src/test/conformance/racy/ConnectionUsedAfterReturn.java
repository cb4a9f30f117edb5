package spec.racy;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/*
 * The connection is used once more after it was put back.
 * Verdict: another thread may have taken it.
 */
public class ConnectionUsedAfterReturn {
    static final class Connection {
        private int statements;

        String query(String sql) {
            statements++;
            return sql + " #" + statements;
        }
    }

    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(4);

    String query(String sql) throws InterruptedException {
        Connection connection = idle.take();
        String answer = connection.query(sql);
        idle.put(connection); //~
        return answer + connection.query("stat"); //! use.after.move
    }
}
