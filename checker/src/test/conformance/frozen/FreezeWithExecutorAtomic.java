package spec.frozen;

import dev.lungfish.runtime.Freezer;
import java.util.concurrent.atomic.AtomicLong;

/*
 * An atomic counter deep in the graph.
 * Verdict: derived.
 */
public class FreezeWithExecutorAtomic {
    static class Stats { final AtomicLong hits = new AtomicLong(); }
    static class Page { String title = ""; Stats stats = new Stats(); }
    Object run() {
        Page page = new Page();
        page.title = "x";
        return Freezer.freeze(page); //! freeze.unfreezable
    }
}
