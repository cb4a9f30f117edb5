package spec.contracts;

import dev.lungfish.annotation.Moved;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import spec.support.Order;

/*
 * A generic channel of the program's own takes its elements.
 * Verdict: the element is used after it went into the channel.
 */
public class GenericChannelTakes {
    static final class Pipe<T> {
        private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();

        void push(@Moved T value) {
            queue.add(value);
        }

        @Moved T pull() throws InterruptedException {
            return queue.take();
        }
    }

    void run(Pipe<Order> pipe) throws InterruptedException {
        Order order = pipe.pull();
        order.touch();
        pipe.push(order); //~
        order.touch(); //! use.after.move
    }
}
