package spec.lambdas;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;

/*
 * Each task captures the loop's frozen variable and a thread-safe sink.
 * Verdict: derived.
 */
public class LoopVariable {
    void run(ExecutorService pool, int n) {
        Queue<String> results = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < n; i++) {
            final int id = i;
            pool.execute(() -> results.add("task " + id));
        }
        System.out.println(results.size());
    }
}
