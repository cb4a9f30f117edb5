package spec.lending;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * Several tasks and the creator only read.
 * Verdict: derived.
 */
public class ReadersOnly {
    int run(ExecutorService pool) throws Exception {
        Map<String, Integer> prices = new HashMap<>();
        prices.put("a", 1);
        Future<Integer> x = pool.submit(() -> prices.get("a"));
        Future<Integer> y = pool.submit(() -> prices.size());
        int here = prices.getOrDefault("b", 0);
        return x.get() + y.get() + here;
    }
}
