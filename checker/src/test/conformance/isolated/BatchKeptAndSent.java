package spec.isolated;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.Isolated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * Sent under the lock, and not replaced.
 * Verdict: derived.
 */
public class BatchKeptAndSent {
    @InRegion("this") private @Isolated List<String> batch = new ArrayList<>();
    synchronized void add(String line) { batch.add(line); }
    synchronized void flush(BlockingQueue<List<String>> out) throws InterruptedException {
        out.put(batch); //| isolated.not.restored|isolated.aliased|move.guarded
    } //! isolated.not.restored
}
