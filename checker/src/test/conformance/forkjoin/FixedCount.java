package spec.forkjoin;

import java.util.HashMap;
import java.util.Map;

/*
 * The number of threads is a constant.
 * Verdict: derived.
 */
public class FixedCount {
    private static final int WORKERS = 4;

    @SuppressWarnings("unchecked")
    int named() throws InterruptedException {
        Thread[] workers = new Thread[WORKERS];
        Map<String, Integer>[] counts = (Map<String, Integer>[]) new Map<?, ?>[WORKERS];
        for (int i = 0; i < WORKERS; i++) {
            Map<String, Integer> own = new HashMap<>();
            counts[i] = own;
            workers[i] = new Thread(() -> own.put("a", 1), "worker-" + i);
            workers[i].start();
        }
        for (int i = 0; i < WORKERS; i++) {
            workers[i].join();
        }
        int sum = 0;
        for (int i = 0; i < WORKERS; i++) {
            sum += counts[i].size();
        }
        return sum;
    }

    int literal() throws InterruptedException {
        Thread[] workers = new Thread[4];
        int[] counts = new int[4];
        for (int i = 0; i < 4; i++) {
            final int id = i;
            workers[i] = new Thread(() -> counts[id] = id * id);
            workers[i].start();
        }
        for (int i = 0; i < 4; i++) {
            workers[i].join();
        }
        return counts[0] + counts[1] + counts[2] + counts[3];
    }
}
