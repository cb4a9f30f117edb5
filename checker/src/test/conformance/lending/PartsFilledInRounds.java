package spec.lending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import spec.support.Order;

/*
 * Each round makes a part, keeps it in a collection and lends it to a task of its own; the parts are read when all tasks have ended.
 * Verdict: derived.
 */
public class PartsFilledInRounds {
    int threads(int n) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        List<Order> parts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Order part = new Order("part");
            parts.add(part);
            Thread thread = new Thread(() -> part.touch());
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        int sum = 0;
        for (Order part : parts) {
            sum += part.quantity;
        }
        return sum;
    }

    int futures(List<String> names, ExecutorService pool) throws Exception {
        List<Future<?>> futures = new ArrayList<>();
        Map<String, Order> results = new HashMap<>();
        for (String name : names) {
            Order result = new Order(name);
            futures.add(pool.submit(() -> {
                result.touch();
            }));
            results.put(name, result);
        }
        for (Future<?> future : futures) {
            future.get();
        }
        int sum = 0;
        for (Order result : results.values()) {
            sum += result.quantity;
        }
        return sum;
    }
}
