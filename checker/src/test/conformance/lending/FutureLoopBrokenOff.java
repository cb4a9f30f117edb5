package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * The loop over the futures may end before it has waited for all.
 * Verdict: derived; after the break some task may still be running.
 */
public class FutureLoopBrokenOff {
    int run(ExecutorService pool, String name) throws Exception {
        List<Future<?>> futures = new ArrayList<>();
        List<String> all = new ArrayList<>();
        futures.add(pool.submit(() -> all.add(name))); //~
        for (Future<?> future : futures) {
            if (Thread.interrupted()) {
                break;
            }
            future.get();
        }
        return all.size(); //! use.after.move
    }
}
