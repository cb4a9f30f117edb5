package spec.lending;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import spec.support.Order;

/*
 * The task goes on after it has counted down.
 * Verdict: derived.
 */
public class LatchTouchedAfter {
    int run(Executor executor) throws InterruptedException {
        Order order = new Order("1");
        CountDownLatch done = new CountDownLatch(1);
        executor.execute(() -> { //~
            done.countDown();
            order.touch();
        });
        done.await();
        return order.quantity; //! use.after.move
    }
}
