package spec.library;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/*
 * getAndSet takes the whole batch out.
 * Verdict: derived.
 */
public class AtomicGetAndSetBatch {
    private final AtomicReference<List<String>> batch = new AtomicReference<>(new ArrayList<>());
    void flush(BlockingQueue<List<String>> out) throws InterruptedException {
        List<String> full = batch.getAndSet(new ArrayList<>());
        full.add("end");
        out.put(full);
    }
}
