package spec.guarded;

import dev.lungfish.annotation.InRegion;
import java.util.ArrayList;
import java.util.List;

/*
 * The monitor of an element is not that of the list.
 * Verdict: derived.
 */
public class MonitorOfAnElement {
    private final List<Object> locks = new ArrayList<>();
    private @InRegion("locks") int count;

    void wrong() {
        synchronized (locks.get(0)) {
            count++; //! region.not.open
        }
    }
    void right() {
        synchronized (locks) {
            count++;
        }
    }
}
