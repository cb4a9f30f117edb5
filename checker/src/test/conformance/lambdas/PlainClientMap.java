package spec.lambdas;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * Each connection's task enters itself into a plain map of this.
 * Verdict: a data race on the map between the tasks.
 */
public class PlainClientMap {
    private final Map<String, String> clients = new HashMap<>();
    private final ExecutorService pool = Executors.newCachedThreadPool();

    void serve(BlockingQueue<String> arrivals) throws InterruptedException {
        while (true) {
            String name = arrivals.take();
            if (name.isEmpty()) {
                return;
            }
            pool.execute(() -> clients.put(name, "here")); //! move.not.owned
        }
    }

    int online() {
        return clients.size();
    }
}
