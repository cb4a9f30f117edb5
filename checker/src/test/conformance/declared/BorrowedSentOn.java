package spec.declared;

import dev.lungfish.annotation.Borrowed;
import java.util.concurrent.BlockingQueue;
import spec.support.Order;

/*
 * A borrowed argument is not ours to send.
 * Verdict: derived.
 */
public class BorrowedSentOn {
    static void forward(@Borrowed Order order, BlockingQueue<Order> queue) throws InterruptedException {
        queue.put(order); //! move.not.owned
    }
}
