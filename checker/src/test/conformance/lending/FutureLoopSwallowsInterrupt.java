package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * A round whose wait is interrupted is as good as skipped.
 * Verdict: derived; an InterruptedException gives nothing back.
 */
public class FutureLoopSwallowsInterrupt {
    int run(ExecutorService pool, String name) {
        List<Future<?>> futures = new ArrayList<>();
        List<String> all = new ArrayList<>();
        futures.add(pool.submit(() -> all.add(name))); //~
        for (Future<?> future : futures) {
            try {
                future.get();
            } catch (InterruptedException | ExecutionException e) {
                System.err.println(e);
            }
        }
        return all.size(); //! use.after.move
    }
}
