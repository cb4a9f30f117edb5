package spec.isolated;

import dev.lungfish.annotation.InRegion;
import dev.lungfish.annotation.Isolated;
import java.util.concurrent.locks.ReentrantLock;

/*
 * A guarded slot is touched without its lock.
 * Verdict: derived.
 */
public class SlotGuardedNeverUnlocked {
    private final ReentrantLock lock = new ReentrantLock();
    @InRegion("lock") @Isolated private StringBuilder chunk = new StringBuilder();
    void add(String s) {
        chunk.append(s); //! region.not.open
    }
}
