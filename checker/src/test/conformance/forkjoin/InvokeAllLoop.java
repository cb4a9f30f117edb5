package spec.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * invokeAll over callables made in a loop or by a stream, each over its own element.
 * Verdict: derived; invokeAll waits for all.
 */
public class InvokeAllLoop {
    int loop(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        List<Callable<Integer>> tasks = new ArrayList<>();
        List<List<Integer>> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Integer> part = new ArrayList<>();
            parts.add(part);
            tasks.add(() -> {
                part.add(1);
                return part.size();
            });
        }
        int sum = 0;
        for (Future<Integer> future : pool.invokeAll(tasks)) {
            sum += future.get();
        }
        return sum + parts.size() + parts.get(0).size();
    }

    int stream(ExecutorService pool, List<StringBuilder> builders) throws InterruptedException, ExecutionException {
        List<StringBuilder> mine = new ArrayList<>();
        for (StringBuilder builder : builders) {
            mine.add(new StringBuilder(builder));
        }
        List<Callable<Integer>> tasks = mine.stream().map(one -> (Callable<Integer>) () -> one.append("x").length()).toList();
        int sum = 0;
        for (Future<Integer> future : pool.invokeAll(tasks)) {
            sum += future.get();
        }
        return sum + mine.get(0).length();
    }

    int slots(ExecutorService pool, int n) throws InterruptedException {
        int[] results = new int[n];
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int own = i;
            tasks.add(() -> {
                results[own] = own;
                return null;
            });
        }
        pool.invokeAll(tasks);
        return results[0];
    }
}
