package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;
import spec.support.Order;

/*
 * As TakenOut, but the field keeps what was read, or gets it back, or is overwritten when another thread may have read it.
 * Verdict: derived.
 */
public class TakenOutNotReplaced {
    private final Object lock = new Object();
    private @InRegion("lock") List<Order> orders = new ArrayList<>();
    private @InRegion("lock") boolean closed;

    List<Order> replacedOnOnePath() {
        List<Order> full;
        synchronized (lock) {
            full = orders;
            if (closed) {
                orders = new ArrayList<>();
            }
        }
        return full; //! region.escape
    }
    void replacedInTheNextSection() {
        List<Order> full;
        synchronized (lock) {
            full = orders;
        }
        synchronized (lock) {
            orders = new ArrayList<>();
        }
        full.clear(); //! region.escape
    }
    List<Order> putBack() {
        synchronized (lock) {
            List<Order> full = orders;
            orders = null;
            orders = full;
            return full; //! region.escape
        }
    }
    void readAgain() {
        List<Order> next;
        synchronized (lock) {
            orders = new ArrayList<>();
            next = orders;
        }
        next.clear(); //! region.escape
    }
}
