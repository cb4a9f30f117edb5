package spec.isolated;

import dev.lungfish.annotation.Isolated;
import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * Iterating over a queue of isolated elements leaves second names.
 * Verdict: derived from the rule for borrowing accessors.
 */
public class QueueIteratedOver {
    void touchAll(BlockingQueue<@Isolated Order> queue) {
        for (Order order : queue) { //| isolated.aliased
            order.touch(); //! isolated.aliased
        }
    }

    int waiting(BlockingQueue<@Isolated Order> queue) {
        return queue.size();
    }
}
