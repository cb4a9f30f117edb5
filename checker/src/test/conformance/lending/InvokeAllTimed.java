package spec.lending;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import spec.support.Order;

/*
 * With a time limit some tasks may still run.
 * Verdict: derived.
 */
public class InvokeAllTimed {
    int run(ExecutorService pool) throws InterruptedException {
        Order order = new Order("1");
        Callable<Integer> task = () -> {
            order.touch();
            return 1;
        };
        pool.invokeAll(List.of(task), 1, TimeUnit.SECONDS); //~
        return order.quantity; //! use.after.move
    }
}
