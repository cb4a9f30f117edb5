package spec.racy;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/*
 * The worker threads of a service count in a plain field.
 * Verdict: two workers write the field at once.
 */
public class ImportServiceCounts {
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(100);
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private int stored;

    void start() {
        for (int i = 0; i < 2; i++) {
            workers.submit(this::work); //! move.not.owned|use.after.move
        }
    }

    public int stored() {
        return stored;
    }

    private void work() {
        try {
            while (true) {
                queue.take();
                stored++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
