package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import spec.support.Order;

/*
 * A map of names and sums is new.
 * Verdict: derived.
 */
public class SumByCollector {
    void run(BlockingQueue<Map<String, Integer>> out) throws InterruptedException {
        List<Order> all = new ArrayList<>();
        all.add(new Order("1"));
        Map<String, Integer> sums = all.stream().collect(Collectors.groupingBy(o -> o.id, TreeMap::new, Collectors.summingInt(Order::total)));
        out.put(sums);
        all.forEach(Order::touch);
    }
}
