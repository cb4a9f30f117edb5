package spec.lending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;

/*
 * Helpers that give each element of their callers' collection to a task, an array, or a queue.
 * Verdict: derived.
 */
public class HelperHandsOutElements {
    private static void queueAll(BlockingQueue<StringBuilder> queue, List<StringBuilder> parts) throws InterruptedException {
        for (StringBuilder part : parts) {
            queue.put(part);
        }
    }
    private static void startAll(ExecutorService pool, StringBuilder... parts) {
        for (StringBuilder part : parts) {
            pool.execute(() -> part.append("x"));
        }
    }
    private static void queueAndTouch(BlockingQueue<StringBuilder> queue, List<StringBuilder> parts) throws InterruptedException {
        for (StringBuilder part : parts) {
            queue.put(part);
            part.append("late"); //! use.after.move
        }
    }
    void fine(BlockingQueue<StringBuilder> queue, ExecutorService pool) throws InterruptedException {
        List<StringBuilder> parts = new ArrayList<>();
        parts.add(new StringBuilder("a"));
        queueAll(queue, parts);
        startAll(pool, new StringBuilder("b"), new StringBuilder("c"));
    }
    void wrong(BlockingQueue<StringBuilder> queue) throws InterruptedException {
        List<StringBuilder> parts = new ArrayList<>();
        parts.add(new StringBuilder("a"));
        queueAll(queue, parts);
        parts.get(0).append("late"); //! use.after.move
        queueAndTouch(queue, List.of(new StringBuilder("d")));
    }
}
