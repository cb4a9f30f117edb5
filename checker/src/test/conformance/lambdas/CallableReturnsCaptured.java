package spec.lambdas;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import spec.support.Order;
import spec.support.Outbox;

/*
 * The task returns what it captured; after get both names are one.
 * Verdict: derived.
 */
public class CallableReturnsCaptured {
    void run(ExecutorService pool, Outbox outbox) throws Exception {
        Order order = new Order("1");
        Future<Order> f = pool.submit(() -> { order.touch(); return order; });
        Order same = f.get();
        outbox.send(same); //~
        order.touch(); //! use.after.move
    }
}
