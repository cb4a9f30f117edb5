package spec.isolated;

import dev.lungfish.annotation.Isolated;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A batcher fills its slot and gives it away when it is full.
 * Verdict: no finding; the slot is refilled before the batch goes.
 */
public class BatcherFlushes {
    private @Isolated List<String> batch = new ArrayList<>();
    private final BlockingQueue<List<String>> out;

    BatcherFlushes(BlockingQueue<List<String>> out) {
        this.out = out;
    }

    void add(String line) throws InterruptedException {
        batch.add(line);
        if (batch.size() >= 100) {
            flush();
        }
    }

    private void flush() throws InterruptedException {
        List<String> full = batch;
        batch = new ArrayList<>();
        out.put(full);
    }
}
