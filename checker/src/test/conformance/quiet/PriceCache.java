package spec.quiet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import spec.support.Price;

/*
 * A cache of immutable lists, filled by computeIfAbsent from several tasks.
 * Verdict: no finding; what is in the map never changes.
 */
public class PriceCache {
    private final Map<String, List<Price>> prices = new ConcurrentHashMap<>();

    List<Price> of(String product) {
        return prices.computeIfAbsent(product, this::load);
    }

    private List<Price> load(String product) {
        List<Price> found = new ArrayList<>();
        found.add(new Price(product.length()));
        return List.copyOf(found);
    }

    int total(ExecutorService pool, List<String> products) throws Exception {
        List<Future<Integer>> sums = new ArrayList<>();
        for (String product : products) {
            sums.add(pool.submit(() -> of(product).stream().mapToInt(Price::cents).sum()));
        }
        int total = 0;
        for (Future<Integer> sum : sums) {
            total += sum.get();
        }
        return total;
    }
}
