package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Futures in an array or list, waited for by index.
 * Verdict: derived.
 */
public class FuturesByIndex {
    int array(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        Future<?>[] futures = new Future<?>[n];
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> part = new ArrayList<>();
            parts.add(part);
            futures[i] = pool.submit(() -> part.add(1));
        }
        for (int i = 0; i < n; i++) {
            futures[i].get();
        }
        return parts.get(0).size();
    }

    int list(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        List<Future<?>> futures = new ArrayList<>();
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> part = new ArrayList<>();
            parts.add(part);
            futures.add(pool.submit(() -> part.add(1)));
        }
        for (int i = 0; i < futures.size(); i++) {
            futures.get(i).get();
        }
        return parts.get(0).size();
    }

    int slots(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        Future<?>[] futures = new Future<?>[n];
        int[] results = new int[n];
        for (int i = 0; i < n; i++) {
            int index = i;
            futures[i] = pool.submit(() -> {
                results[index] = index * 3;
            });
        }
        for (Future<?> future : futures) {
            future.get();
        }
        int sum = 0;
        for (int result : results) {
            sum += result;
        }
        return sum;
    }
}
