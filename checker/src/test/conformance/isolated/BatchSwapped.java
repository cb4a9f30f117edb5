package spec.isolated;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * The classic: take the batch out under the lock, send it outside.
 * Verdict: derived.
 */
public class BatchSwapped {
    private final Object lock = new Object();
    @InRegion("lock") private @Isolated List<String> batch = new ArrayList<>();
    private final BlockingQueue<List<String>> out = new LinkedBlockingQueue<>();
    void add(String line) { synchronized (lock) { batch.add(line); } }
    void flush() throws InterruptedException {
        List<String> full;
        synchronized (lock) {
            full = batch;
            batch = new ArrayList<>();
        }
        out.put(full);
    }
}
