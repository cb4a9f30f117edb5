package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Two tasks of a round write the same slot.
 * Verdict: derived; a data race.
 */
public class OwnSlotsTwoTasks {
    int two(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        List<Future<?>> futures = new ArrayList<>();
        int[] counts = new int[n];
        for (int i = 0; i < n; i++) {
            int own = i;
            futures.add(pool.submit(() -> counts[own]++)); //| use.after.move
            futures.add(pool.submit(() -> counts[own]--)); //! use.after.move
        }
        for (Future<?> future : futures) {
            future.get();
        }
        return counts[0];
    }
}
