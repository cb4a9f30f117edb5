package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * A filtered list holds the same orders.
 * Verdict: derived.
 */
public class StreamToListOfMutable {
    void run(BlockingQueue<List<Order>> out) throws InterruptedException {
        List<Order> all = new ArrayList<>(List.of(new Order("1"), new Order("2")));
        List<Order> open = all.stream().filter(o -> o.quantity == 0).toList();
        out.put(open); //~
        all.get(0).touch(); //! use.after.move
    }
}
