package spec.isolated;

import dev.lungfish.annotation.Isolated;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A batcher gives its slot away and clears it instead of refilling it.
 * Verdict: the slot is not the batcher's any more.
 */
public class BatcherClearsAfterFlush {
    private @Isolated List<String> batch = new ArrayList<>();
    private final BlockingQueue<List<String>> out;

    BatcherClearsAfterFlush(BlockingQueue<List<String>> out) {
        this.out = out;
    }

    void add(String line) throws InterruptedException {
        batch.add(line);
        if (batch.size() >= 100) {
            out.put(batch); //~
            batch.clear(); //! use.after.move
        } //| isolated.not.restored
    } //| isolated.not.restored
}
