package spec.library;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * A three-stage pipeline, each stage owns what it took.
 * Verdict: derived.
 */
public class PipedThroughQueue {
    private final BlockingQueue<StringBuilder> raw = new ArrayBlockingQueue<>(10);
    private final BlockingQueue<StringBuilder> cooked = new LinkedBlockingQueue<>();
    void start(Executor pool) {
        pool.execute(this::cook);
        pool.execute(this::serve);
    }
    void feed(String text) throws InterruptedException { raw.put(new StringBuilder(text)); }
    private void cook() {
        try {
            while (true) {
                StringBuilder s = raw.take();
                s.reverse();
                cooked.put(s);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
    private void serve() {
        try {
            for (;;) {
                System.out.println(cooked.take().append('!'));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
