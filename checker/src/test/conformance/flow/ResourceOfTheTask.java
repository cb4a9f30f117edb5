package spec.flow;

import java.util.concurrent.ExecutorService;

/*
 * The task opens and closes its own resource.
 * Verdict: no finding.
 */
public class ResourceOfTheTask {
    static final class Connection implements AutoCloseable {
        private int queries;

        void query() {
            queries++;
        }

        @Override
        public void close() {
            queries = 0;
        }
    }

    void run(ExecutorService pool) {
        for (int i = 0; i < 10; i++) {
            pool.execute(() -> {
                try (Connection connection = new Connection()) {
                    connection.query();
                }
            });
        }
    }
}
