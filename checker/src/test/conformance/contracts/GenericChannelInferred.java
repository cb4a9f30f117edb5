package spec.contracts;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;

import spec.support.Order;

/*
 * A generic channel without annotations is used by a producer and a consumer.
 * Verdict: no finding; what was pushed is not used again.
 */
public class GenericChannelInferred {
    static final class Pipe<T> {
        private final BlockingQueue<T> queue = new LinkedBlockingQueue<>();

        void push(T value) {
            queue.add(value);
        }

        T pull() throws InterruptedException {
            return queue.take();
        }
    }

    void run(ExecutorService pool) {
        Pipe<Order> pipe = new Pipe<>();
        pool.execute(() -> {
            for (int i = 0; i < 10; i++) {
                Order order = new Order("o" + i);
                order.touch();
                pipe.push(order);
            }
        });
        pool.execute(() -> {
            try {
                Order order = pipe.pull();
                while (order.total() > 0) {
                    order.touch();
                    order = pipe.pull();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
