package spec.isolated;

import dev.lungfish.annotation.Isolated;
import dev.lungfish.annotation.Moved;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import spec.support.Order;

/*
 * The head of a queue of isolated messages is looked at and kept.
 * Verdict: a second name for what the next taker owns.
 */
public class QueueOfIsolatedPeeked {
    private final BlockingQueue<@Isolated Order> queue = new LinkedBlockingQueue<>();

    void put(@Moved Order order) {
        queue.add(order);
    }

    int run() throws InterruptedException {
        Order head = queue.peek(); //| isolated.aliased
        Order taken = queue.take();
        taken.touch();
        return head.total(); //! isolated.aliased|use.after.move
    }
}
