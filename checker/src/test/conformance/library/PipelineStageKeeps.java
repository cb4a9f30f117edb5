package spec.library;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/*
 * The stage remembers the last one it passed on.
 * Verdict: derived.
 */
public class PipelineStageKeeps {
    private final BlockingQueue<StringBuilder> raw = new ArrayBlockingQueue<>(10);
    private final BlockingQueue<StringBuilder> cooked = new LinkedBlockingQueue<>();
    void cook() throws InterruptedException {
        StringBuilder last = null;
        while (true) {
            StringBuilder s = raw.take();
            if (last != null && last.length() == s.length()) { //! use.after.move
                continue;
            }
            cooked.put(s); //~
            last = s;
        }
    }
}
