package spec.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import spec.support.Order;

/*
 * Before a loop fills the collection it has got another name, or a function that looks into it: what is put in later goes with them.
 * Verdict: derived.
 */
public class CollectionKnownByAnotherName {
    private final BlockingQueue<List<Order>> queue = new LinkedBlockingQueue<>();

    void byName(int n) throws InterruptedException {
        List<Order> parts = new ArrayList<>();
        List<Order> other = parts;
        Order last = new Order("none");
        for (int i = 0; i < n; i++) {
            Order part = new Order("part");
            parts.add(part);
            last = part;
        }
        queue.put(other); //~
        last.touch(); //! use.after.move
    }

    void byFunction(int n, ExecutorService pool) {
        List<Order> parts = new ArrayList<>();
        Runnable task = () -> parts.get(0).touch();
        Order last = new Order("none");
        for (int i = 0; i < n; i++) {
            Order part = new Order("part");
            parts.add(part);
            last = part;
        }
        pool.execute(task); //~
        last.touch(); //! use.after.move
    }
}
