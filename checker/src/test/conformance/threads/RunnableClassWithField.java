package spec.threads;

import java.util.concurrent.Executor;
import spec.support.Order;

/*
 * The runnable holds the order that its creator goes on to change.
 * Verdict: derived.
 */
public class RunnableClassWithField {
    record Job(Order order) implements Runnable {
        @Override
        public void run() {
            order.touch();
        }
    }
    void run(Executor executor) {
        Order order = new Order("1");
        executor.execute(new Job(order)); //~
        order.touch(); //! use.after.move
    }
}
