package spec.forkjoin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/*
 * Each task writes what it has to itself and reads what all of them read.
 * Verdict: derived; nobody writes what they read before all have ended.
 */
public class ReadersOfOne {
    int futures(ExecutorService pool, int n) throws InterruptedException, ExecutionException {
        List<Future<?>> futures = new ArrayList<>();
        Map<String, Integer> config = new HashMap<>();
        config.put("a", 1);
        for (int i = 0; i < n; i++) {
            List<Integer> own = new ArrayList<>();
            futures.add(pool.submit(() -> own.add(config.get("a"))));
        }
        for (Future<?> future : futures) {
            future.get();
        }
        config.put("b", 2);
        return config.size();
    }

    int readBeside(ExecutorService pool, int n) {
        Map<String, Integer> config = new HashMap<>();
        config.put("a", 1);
        int sum = 0;
        for (int i = 0; i < n; i++) {
            List<Integer> own = new ArrayList<>();
            pool.execute(() -> own.add(config.get("a")));
            sum += config.size();
        }
        return sum;
    }

    String threads(List<String> names) throws InterruptedException {
        Thread[] threads = new Thread[4];
        StringBuilder[] texts = new StringBuilder[4];
        for (int i = 0; i < 4; i++) {
            StringBuilder own = new StringBuilder();
            texts[i] = own;
            threads[i] = new Thread(() -> own.append(names.size()));
            threads[i].start();
        }
        for (int i = 0; i < 4; i++) {
            threads[i].join();
        }
        return texts[0].append(names.size()).toString();
    }

    int callables(ExecutorService pool, int n) throws InterruptedException {
        Map<String, Integer> config = new HashMap<>();
        config.put("a", 1);
        int[] results = new int[n];
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int own = i;
            tasks.add(() -> results[own] = config.get("a"));
        }
        pool.invokeAll(tasks);
        config.put("b", 1);
        return results[0];
    }

    int walked(List<String> names) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        Map<String, Integer> config = new HashMap<>();
        List<StringBuilder> builders = new ArrayList<>();
        for (String name : names) {
            builders.add(new StringBuilder(name));
        }
        for (StringBuilder builder : builders) {
            pool.execute(() -> builder.append(config.get("x"))); //DYN
        }
        pool.shutdown();
        if (pool.awaitTermination(1, TimeUnit.MINUTES)) {
            config.put("b", 1);
        }
        return 0;
    }
}
