package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/*
 * A guarded element is sent away while it stays in the list.
 * Verdict: derived.
 */
public class SentUnderLock {
    @InRegion("this") private final List<StringBuilder> open = new ArrayList<>();
    synchronized void flushFirst(BlockingQueue<StringBuilder> out) throws InterruptedException {
        out.put(open.get(0)); //! move.guarded
    }
    synchronized void add(String s) { open.add(new StringBuilder(s)); }
}
