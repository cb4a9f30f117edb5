package spec.quiet;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/*
 * Connections go round through a queue of idle ones.
 * Verdict: no finding; whoever takes one has it alone until it is put back.
 */
public class ConnectionPool {
    static final class Connection {
        private int statements;
        private final StringBuilder protocol = new StringBuilder();

        String query(String sql) {
            statements++;
            protocol.append(sql).append('\n');
            return sql + " #" + statements;
        }
    }

    private final BlockingQueue<Connection> idle;

    ConnectionPool(int size) {
        idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(new Connection());
        }
    }

    String query(String sql) throws InterruptedException {
        Connection connection = idle.take();
        try {
            return connection.query(sql);
        } finally {
            idle.add(connection);
        }
    }
}
