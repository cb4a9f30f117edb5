package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/*
 * A helper with a result; what it returns must not be guarded.
 * Verdict: derived.
 */
public class LockedSupplier {
    private final Lock lock = new ReentrantLock();
    @InRegion("lock") private final List<StringBuilder> all = new ArrayList<>();
    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try { return action.get(); } finally { lock.unlock(); }
    }
    int size() { return locked(() -> all.size()); }
    StringBuilder first() {
        return locked(() -> all.get(0)); //! region.escape
    }
}
