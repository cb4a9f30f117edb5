package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

/*
 * A method that is called with the lock held may return what the lock guards: its caller holds it still.
 * Verdict: derived.
 */
public class ResultUnderCallersLock {
    private final Object lock = new Object();
    private final @InRegion("lock") List<StringBuilder> lines = new ArrayList<>();
    @InRegion("lock")
    List<StringBuilder> all() {
        return lines;
    }
    int size() {
        synchronized (lock) {
            return all().size();
        }
    }
    int later() {
        List<StringBuilder> seen;
        synchronized (lock) {
            seen = all();
        }
        return seen.size(); //! region.escape
    }
}
