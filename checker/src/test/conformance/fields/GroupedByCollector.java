package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import spec.support.Order;

/*
 * groupingBy makes lists of the same elements.
 * Verdict: derived.
 */
public class GroupedByCollector {
    void run(BlockingQueue<Map<Integer, List<Order>>> out) throws InterruptedException {
        List<Order> all = new ArrayList<>();
        all.add(new Order("1"));
        Map<Integer, List<Order>> byQuantity = all.stream().collect(Collectors.groupingBy(o -> o.quantity));
        out.put(byQuantity); //~
        all.forEach(Order::touch); //! use.after.move
    }
}
