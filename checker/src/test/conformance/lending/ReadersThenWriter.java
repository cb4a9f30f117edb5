package spec.lending;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/*
 * The writer starts while a reader may still run.
 * Verdict: derived.
 */
public class ReadersThenWriter {
    int run(ExecutorService pool) throws Exception {
        Map<String, Integer> prices = new HashMap<>();
        prices.put("a", 1);
        Future<Integer> x = pool.submit(() -> prices.get("a")); //~
        Future<Integer> y = pool.submit(() -> prices.put("b", 2)); //! use.after.move
        return x.get() + y.get();
    }
}
