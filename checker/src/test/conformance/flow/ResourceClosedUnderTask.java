package spec.flow;

import java.util.concurrent.ExecutorService;

/*
 * A resource is given to a task inside try-with-resources, which closes it at once.
 * Verdict: the implicit close writes what the task still has.
 */
public class ResourceClosedUnderTask {
    static final class Connection implements AutoCloseable {
        private boolean open = true;

        void query() {
            if (!open) {
                throw new IllegalStateException("closed");
            }
        }

        @Override
        public void close() {
            open = false;
        }
    }

    void run(ExecutorService pool) {
        try (Connection connection = new Connection()) { //! use.after.move
            pool.execute(() -> connection.query()); //~
        }
    }
}
