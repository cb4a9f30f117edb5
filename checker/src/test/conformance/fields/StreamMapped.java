package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.stream.Collectors;
import spec.support.Order;

/*
 * Mapped to new objects of strings only: nothing in common.
 * Verdict: derived.
 */
public class StreamMapped {
    record Row(String id, int total) {}
    void run(BlockingQueue<List<Row>> out) throws InterruptedException {
        List<Order> all = new ArrayList<>(List.of(new Order("1"), new Order("2")));
        List<Row> rows = all.stream().map(o -> new Row(o.id, o.total())).collect(Collectors.toList());
        out.put(rows);
        all.get(0).touch();
    }
}
