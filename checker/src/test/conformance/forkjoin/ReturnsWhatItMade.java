package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Futures whose tasks return what they have made.
 * Verdict: derived; what comes out of a future is waited for.
 */
public class ReturnsWhatItMade {
    int made(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        List<Future<List<String>>> futures = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            futures.add(pool.submit(() -> {
                List<String> mine = new ArrayList<>();
                mine.add("x");
                return mine;
            }));
        }
        List<String> all = new ArrayList<>();
        for (Future<List<String>> future : futures) {
            all.addAll(future.get());
        }
        return all.size();
    }
}
